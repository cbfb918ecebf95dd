import { query } from '../http/api';
import { momentOf } from '../transcript/filter';

/** What is searched for, and where; empty texts narrow nothing. Days are calendar days where the reader is. */
export interface Question {
  readonly q: string;
  readonly room: string;
  readonly account: string;
  readonly from: string;
  readonly to: string;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** It stands in the page's address, so that a link to it finds the same. */
export function questionOf(search: string): Question {
  const parameters = new URLSearchParams(search);
  const text = (name: string): string => parameters.get(name)?.trim() ?? '';
  const day = (name: string): string => (DAY.test(text(name)) ? text(name) : '');
  return { q: text('q'), room: text('room'), account: text('account'), from: day('from'), to: day('to') };
}

export const searchPath = (question: Question): string => `/search${query({ ...question })}`;

/** The same as the API takes it: days become moments, and the last day belongs to what is wanted. */
export const apiQuestion = ({ q, room, account, from, to }: Question): Record<string, string> => ({
  q,
  room,
  account,
  from: from === '' ? '' : momentOf(from).toISOString(),
  to: to === '' ? '' : momentOf(to, '', 1).toISOString(),
});
