import { useI18n } from '../i18n/i18n';
import type { Counted } from './participation';

/** What the figures say, and what they do not. */
export function Explanation({ counted, complete }: { counted: Counted; complete: boolean }) {
  const { t } = useI18n();
  const minutes = t('transcript.minutes', { count: Math.round(counted.reply_within_seconds / 60) });
  return (
    <p className="participation-explained">
      {!complete && <strong>{t('participation.incomplete')} </strong>}
      {t('participation.explained', { minutes, zone: new Intl.DateTimeFormat().resolvedOptions().timeZone })}
    </p>
  );
}
