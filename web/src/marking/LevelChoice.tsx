import { useId } from 'react';
import { useI18n } from '../i18n/i18n';
import type { Criterion } from './marking';

interface LevelChoiceProps {
  readonly criterion: Criterion;
  readonly chosen: string | undefined;
  readonly disabled: boolean;
  readonly onChange: (level: string | null) => void;
}

/** The levels of one criterion, all in sight; arrow keys go from one to the next. */
export function LevelChoice({ criterion, chosen, disabled, onChange }: LevelChoiceProps) {
  const { t } = useI18n();
  const name = useId();
  const level = criterion.levels.find(({ id }) => id === chosen);
  return (
    <fieldset className="choice" disabled={disabled}>
      <legend className="from-people">{criterion.name}</legend>
      {criterion.description !== '' && <p className="field-hint from-people">{criterion.description}</p>}
      <div className="choice-options">
        {criterion.levels.map(({ id, name: label, points }) => (
          <label key={id} htmlFor={`${name}-${id}`}>
            <input
              id={`${name}-${id}`}
              type="radio"
              name={name}
              className="visually-hidden"
              checked={id === chosen}
              onChange={() => onChange(id)}
            />
            <span className="from-people">
              {label} <small>{t('marking.points', { count: points })}</small>
            </span>
          </label>
        ))}
        {level !== undefined && !disabled && (
          <button type="button" className="choice-none" onClick={() => onChange(null)}>
            {t('marking.noLevel')}
            <span className="visually-hidden"> {criterion.name}</span>
          </button>
        )}
      </div>
      {level !== undefined && level.description !== '' && <p className="field-hint from-people">{level.description}</p>}
    </fieldset>
  );
}
