import { useI18n } from '../i18n/i18n';
import type { Translate } from '../i18n/translate';

/** Between two sessions: how long nobody did anything, and when it went on. */
export function BreakRow({ minutes, at }: { minutes: number; at: Date }) {
  const { t, dates } = useI18n();
  return (
    <li className="transcript-break">
      <span>{t('transcript.break', { duration: durationOf(t, minutes) })}</span>
      <span>{t('transcript.session', { time: dates.time(at) })}</span>
    </li>
  );
}

const HOUR = 60;
const DAY = 24 * HOUR;

/** In the largest unit of which it has two, so that a day and a half is not one day. */
export function durationOf(t: Translate, minutes: number): string {
  if (minutes >= 2 * DAY) return t('transcript.days', { count: Math.floor(minutes / DAY) });
  if (minutes >= 2 * HOUR) return t('transcript.hours', { count: Math.floor(minutes / HOUR) });
  return t('transcript.minutes', { count: minutes });
}
