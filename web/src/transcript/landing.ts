import { dayKey, type Dates } from '../i18n/dates';
import type { Translate } from '../i18n/translate';
import { momentOf } from './filter';
import { BEGINNING } from './place';
import type { Transcript } from './useTranscript';

/** Says so where nothing was written on the day that was asked for, and what is shown instead; else it is empty. */
export function landingText(t: Translate, dates: Dates, day: string, { at, entries }: Transcript): string {
  if (day === '' || day === BEGINNING || entries.length === 0) return '';
  const asked = dates.day(momentOf(day));
  if (at === null) return t('transcript.nothingSince', { day: asked });
  const entry = entries.find(({ id }) => id === at);
  if (entry === undefined || dayKey(new Date(entry.sentAt)) === day) return '';
  return t('transcript.nothingOn', { day: asked, shown: dates.day(new Date(entry.sentAt)) });
}
