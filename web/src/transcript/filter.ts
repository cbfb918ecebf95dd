import type { Entry } from '../room/entry';

/**
 * What a teacher wants to see of a transcript; empty texts filter nothing. Days are calendar days where the reader is, and a time
 * of day counts only together with its day.
 */
export interface TranscriptFilter {
  readonly account: string;
  readonly group: string;
  readonly from: string;
  readonly fromTime: string;
  readonly to: string;
  readonly toTime: string;
  readonly text: string;
  readonly kind: Entry['kind'] | '';
  /** Messages that were reported or hold a flagged word, or those that no comment is about. */
  readonly only: 'flagged' | 'unmarked' | '';
}

export const everything: TranscriptFilter = {
  account: '',
  group: '',
  from: '',
  fromTime: '',
  to: '',
  toTime: '',
  text: '',
  kind: '',
  only: '',
};

const KINDS: ReadonlySet<string> = new Set(['message', 'entered', 'left']);
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** The filter stands in the page's address, so that a link to it shows the same. */
export function filterOf(search: string): TranscriptFilter {
  const parameters = new URLSearchParams(search);
  const text = (name: string): string => parameters.get(name) ?? '';
  const fitting = (name: string, form: RegExp): string => (form.test(text(name)) ? text(name) : '');
  const kind = text('kind');
  const only = text('only');
  return {
    account: text('account'),
    group: text('group'),
    from: fitting('from', DAY),
    fromTime: fitting('fromTime', TIME),
    to: fitting('to', DAY),
    toTime: fitting('toTime', TIME),
    text: text('text'),
    kind: KINDS.has(kind) ? (kind as Entry['kind']) : '',
    only: only === 'flagged' || only === 'unmarked' ? only : '',
  };
}

/** The same as the API takes it: days and times become moments. */
export function apiParameters(filter: TranscriptFilter): Record<string, string> {
  const { account, group, from, fromTime, to, toTime, text, kind, only } = filter;
  return {
    account,
    group,
    from: from === '' ? '' : momentOf(from, fromTime).toISOString(),
    to: to === '' ? '' : endOf(to, toTime).toISOString(),
    text: text.trim(),
    kind,
    ...(only !== '' && { [only]: 'true' }),
  };
}

/** Whether it leaves anything out. A time without a day does not. */
export const filtersAnything = (filter: TranscriptFilter): boolean =>
  Object.values(apiParameters(filter)).some(value => value !== '');

/** Whether it leaves out nothing between the first entry and the last one that it lets through. */
export const isWithoutHoles = ({ account, group, text, kind, only }: TranscriptFilter): boolean =>
  account === '' && group === '' && text.trim() === '' && kind === '' && only === '';

export const isBackwards = ({ from, fromTime, to, toTime }: TranscriptFilter): boolean =>
  from !== '' && to !== '' && momentOf(from, fromTime) >= endOf(to, toTime);

/** Where the reader is; also on days on which the clocks change. Without a time it is midnight. */
export function momentOf(day: string, time = '', laterDays = 0): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const [hour = 0, minute = 0] = time === '' ? [] : time.split(':').map(Number);
  return new Date(year, month - 1, date + laterDays, hour, minute);
}

/** A last minute, like a last day, belongs to what is wanted. */
const endOf = (day: string, time: string): Date =>
  time === '' ? momentOf(day, '', 1) : new Date(momentOf(day, time).getTime() + 60_000);
