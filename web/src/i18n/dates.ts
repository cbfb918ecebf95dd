import type { Language } from './catalogues';
import type { Translate } from './translate';

/** Dates and times as the reader's language and time zone write them. */
export interface Dates {
  readonly time: (at: Date) => string;
  readonly day: (at: Date) => string;
  readonly moment: (at: Date) => string;
  readonly ago: (at: Date) => string;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export function datesOf(language: Language, t: Translate, now: () => Date = () => new Date()): Dates {
  const time = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const weekday = new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'long' });
  const withYear = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', year: 'numeric' });
  const moment = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'medium', hourCycle: 'h23' });
  const ago = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });

  const day = (at: Date): string => {
    const days = daysBetween(at, now());
    if (days === 0) return t('day.today');
    if (days === 1) return t('day.yesterday');
    return (at.getFullYear() === now().getFullYear() ? weekday : withYear).format(at);
  };

  return {
    day,
    time: at => time.format(at),
    moment: at => moment.format(at),
    ago: at => {
      const passed = now().getTime() - at.getTime();
      if (passed < HOUR) return ago.format(-Math.max(0, Math.floor(passed / MINUTE)), 'minute');
      if (daysBetween(at, now()) === 0) return ago.format(-Math.floor(passed / HOUR), 'hour');
      if (passed < 7 * DAY) return ago.format(-daysBetween(at, now()), 'day');
      return day(at);
    },
  };
}

/** The calendar day in the reader's time zone, as text that compares and groups. */
export function dayKey(at: Date): string {
  return `${at.getFullYear()}-${twoDigits(at.getMonth() + 1)}-${twoDigits(at.getDate())}`;
}

function daysBetween(earlier: Date, later: Date): number {
  return Math.round((midnight(later) - midnight(earlier)) / DAY);
}

const twoDigits = (part: number): string => String(part).padStart(2, '0');

/** The calendar day as if it were one in UTC, where every day is as long as the next. */
const midnight = (at: Date): number => Date.UTC(at.getFullYear(), at.getMonth(), at.getDate());
