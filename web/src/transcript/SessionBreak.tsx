import { useI18n } from '../i18n/i18n';
import { SelectField } from '../ui/SelectField';
import { GAPS, type Gap } from './gap';

/** How the transcript is divided. */
export function SessionBreak({ gap, onGap }: { gap: Gap; onGap: (gap: Gap) => void }) {
  const { t } = useI18n();
  return (
    <SelectField
      label={t('transcript.gap')}
      value={gap}
      options={GAPS.map(value => ({
        value,
        label: value === 'never' ? t('transcript.gap.never') : t('transcript.minutes', { count: Number(value) }),
      }))}
      onChange={onGap}
    />
  );
}
