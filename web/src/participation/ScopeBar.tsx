import { dayKey } from '../i18n/dates';
import { useI18n } from '../i18n/i18n';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { SelectField } from '../ui/SelectField';
import { isBackwards, type Scope } from './scope';

interface ScopeBarProps {
  readonly scope: Scope;
  readonly groups: readonly { readonly id: string; readonly name: string }[];
  readonly onChange: (scope: Scope) => void;
}

const SPANS = [
  { label: 'transcript.today', days: 1 },
  { label: 'transcript.week', days: 7 },
  { label: 'participation.month', days: 30 },
] as const;

/** Of which days, and of which group. */
export function ScopeBar({ scope, groups, onChange }: ScopeBarProps) {
  const { t } = useI18n();
  const change = (part: Partial<Scope>): void => onChange({ ...scope, ...part });
  const ofGroups = [
    { value: '', label: t('transcript.anyGroup') },
    ...groups.map(({ id, name }) => ({ value: id, label: name })),
  ];
  if (!ofGroups.some(({ value }) => value === scope.group)) {
    ofGroups.push({ value: scope.group, label: t('transcript.otherGroup') });
  }
  return (
    <section className="scope-bar" role="search" aria-label={t('participation.scope')}>
      <Field
        label={t('transcript.from')}
        type="date"
        max="9999-12-31"
        value={scope.from}
        onChange={event => change({ from: event.target.value })}
      />
      <Field
        label={t('transcript.to')}
        type="date"
        max="9999-12-31"
        error={isBackwards(scope) ? t('transcript.fromAfterTo') : undefined}
        value={scope.to}
        onChange={event => change({ to: event.target.value })}
      />
      {ofGroups.length > 1 && (
        <SelectField
          label={t('transcript.group')}
          value={scope.group}
          options={ofGroups}
          onChange={group => change({ group })}
        />
      )}
      <div className="scope-quick">
        {SPANS.map(({ label, days }) => (
          <Button key={label} look="quiet" onClick={() => change(lastDays(days))}>
            {t(label)}
          </Button>
        ))}
        <Button look="quiet" onClick={() => change({ from: '', to: '' })}>
          {t('participation.always')}
        </Button>
      </div>
    </section>
  );
}

/** This many days up to today. */
function lastDays(days: number): Pick<Scope, 'from' | 'to'> {
  const now = new Date();
  return { from: dayKey(new Date(now.getFullYear(), now.getMonth(), now.getDate() - days + 1)), to: dayKey(now) };
}
