import type { Language } from '../i18n/catalogues';
import type { Translate } from '../i18n/translate';
import type { Unit } from './bars';

const FORMATS: Record<Unit, Intl.DateTimeFormatOptions> = {
  hour: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  day: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  week: { day: 'numeric', month: 'long', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
};

const SHORT: Record<Unit, Intl.DateTimeFormatOptions> = {
  hour: FORMATS.hour,
  day: { day: 'numeric', month: 'short' },
  week: { day: 'numeric', month: 'short' },
  month: { month: 'short', year: 'numeric' },
};

/** When a bar is, in words. */
export function labelOf(language: Language, t: Translate, unit: Unit, start: Date, short = false): string {
  const when = new Intl.DateTimeFormat(language, (short ? SHORT : FORMATS)[unit]).format(start);
  return unit === 'week' && !short ? t('participation.weekOf', { day: when }) : when;
}
