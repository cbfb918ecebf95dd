import { useI18n } from '../i18n/i18n';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { IconButton } from '../ui/IconButton';
import { newLevel, type CriterionForm, type LevelForm } from './rubricForm';

interface CriterionFieldsProps {
  readonly criterion: CriterionForm;
  readonly onChange: (criterion: CriterionForm) => void;
  readonly onRemove: () => void;
}

const MOST_LEVELS = 10;

/** One criterion with its levels, as they are written. */
export function CriterionFields({ criterion, onChange, onRemove }: CriterionFieldsProps) {
  const { t } = useI18n();
  const { name, levels } = criterion;
  const change = (key: string, part: Partial<LevelForm>): void =>
    onChange({ ...criterion, levels: levels.map(level => (level.key === key ? { ...level, ...part } : level)) });
  return (
    <fieldset className="sheet sheet-padded criterion">
      <legend className="visually-hidden">{name === '' ? t('rubric.criterion') : name}</legend>
      <div className="criterion-head">
        <Field
          label={t('rubric.criterion')}
          maxLength={60}
          value={name}
          onChange={event => onChange({ ...criterion, name: event.target.value })}
        />
        <IconButton
          icon="trash"
          label={t('rubric.remove', { name: name || t('rubric.criterion') })}
          onClick={onRemove}
        />
      </div>
      <Field
        label={t('rubric.description')}
        maxLength={500}
        value={criterion.description}
        onChange={event => onChange({ ...criterion, description: event.target.value })}
      />
      <ol className="level-fields">
        {levels.map(level => (
          <li key={level.key}>
            <Field
              label={t('rubric.level')}
              maxLength={60}
              value={level.name}
              onChange={event => change(level.key, { name: event.target.value })}
            />
            <Field
              label={t('rubric.points')}
              inputMode="decimal"
              maxLength={7}
              value={level.points}
              onChange={event => change(level.key, { points: event.target.value })}
            />
            <IconButton
              icon="close"
              label={t('rubric.remove', { name: level.name || t('rubric.level') })}
              onClick={() => onChange({ ...criterion, levels: levels.filter(({ key }) => key !== level.key) })}
            />
          </li>
        ))}
      </ol>
      {levels.length < MOST_LEVELS && (
        <Button look="quiet" icon="plus" onClick={() => onChange({ ...criterion, levels: [...levels, newLevel()] })}>
          {t('rubric.addLevel')}
        </Button>
      )}
    </fieldset>
  );
}
