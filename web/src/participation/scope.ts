import { momentOf } from '../transcript/filter';

/** What is counted; empty texts leave out nothing. Days are calendar days where the reader is. */
export interface Scope {
  readonly from: string;
  readonly to: string;
  readonly group: string;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** It stands in the page's address, so that a link to it shows the same. */
export function scopeOf(search: string): Scope {
  const parameters = new URLSearchParams(search);
  const day = (name: string): string => (DAY.test(parameters.get(name) ?? '') ? (parameters.get(name) ?? '') : '');
  return { from: day('from'), to: day('to'), group: parameters.get('group') ?? '' };
}

/** The same as the API takes it. The last day belongs to what is wanted. */
export const apiScope = ({ from, to, group }: Scope): Record<string, string> => ({
  from: from === '' ? '' : momentOf(from).toISOString(),
  to: to === '' ? '' : momentOf(to, '', 1).toISOString(),
  group,
  zone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
});

export const isBackwards = ({ from, to }: Scope): boolean => from !== '' && to !== '' && from > to;
