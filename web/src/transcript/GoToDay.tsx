import { useI18n } from '../i18n/i18n';
import { Field } from '../ui/Field';

/** Where in the transcript to read: at what was written on a day. */
export function GoToDay({ day, onDay }: { day: string; onDay: (day: string) => void }) {
  const { t } = useI18n();
  return (
    <Field
      label={t('transcript.goTo')}
      type="date"
      max="9999-12-31"
      value={day}
      onChange={event => onDay(event.target.value)}
    />
  );
}
