import type { Entry } from '../room/entry';

/** What a teacher wants to see of a transcript. Days are calendar days where the reader is; empty texts filter nothing. */
export interface TranscriptFilter {
  readonly account: string;
  readonly from: string;
  readonly to: string;
  readonly text: string;
  readonly kind: Entry['kind'] | '';
}

export const everything: TranscriptFilter = { account: '', from: '', to: '', text: '', kind: '' };

const KINDS: ReadonlySet<string> = new Set(['message', 'entered', 'left']);
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The filter stands in the page's address, so that a link to it shows the same. */
export function filterOf(search: string): TranscriptFilter {
  const parameters = new URLSearchParams(search);
  const text = (name: string): string => parameters.get(name) ?? '';
  const day = (name: string): string => (DAY.test(text(name)) ? text(name) : '');
  const kind = text('kind');
  return {
    account: text('account'),
    from: day('from'),
    to: day('to'),
    text: text('text'),
    kind: KINDS.has(kind) ? (kind as Entry['kind']) : '',
  };
}

/** The same as the API takes it: days become moments. */
export function apiParameters(filter: TranscriptFilter): Record<string, string> {
  return {
    account: filter.account,
    from: filter.from === '' ? '' : startOfDay(filter.from).toISOString(),
    to: filter.to === '' ? '' : startOfDay(filter.to, 1).toISOString(),
    text: filter.text.trim(),
    kind: filter.kind,
  };
}

export const filtersAnything = (filter: TranscriptFilter): boolean => Object.values(filter).some(value => value !== '');

/** Midnight where the reader is; also on days on which the clocks change. */
function startOfDay(day: string, later = 0): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + later);
}
