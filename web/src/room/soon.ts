import type { Language } from '../i18n/catalogues';

/** A time of the next days: of today the time alone, else with its weekday, and its date where that is a week off. */
export function soon(language: Language, at: Date, now: Date = new Date()): string {
  const today = at.toDateString() === now.toDateString();
  const far = at.getTime() - now.getTime() > 6 * 24 * 60 * 60 * 1_000;
  return new Intl.DateTimeFormat(language, {
    ...(today ? {} : { weekday: 'long' }),
    ...(far ? { day: 'numeric', month: 'long' } : {}),
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);
}
