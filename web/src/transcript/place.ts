import { momentOf } from './filter';
import type { Place } from './transcriptApi';

/** Where a transcript is opened, as the page's address has it: at a message, on a day, or at its newest entry. */
export interface WantedPlace {
  readonly message: string;
  readonly day: string;
}

export const newest: WantedPlace = { message: '', day: '' };

/** Before everything; stands where a day does. */
export const BEGINNING = 'first';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export function placeOf(search: string): WantedPlace {
  const parameters = new URLSearchParams(search);
  const day = parameters.get('day') ?? '';
  return { message: parameters.get('message') ?? '', day: DAY.test(day) || day === BEGINNING ? day : '' };
}

/** The same as the API takes it. */
export function apiPlace({ message, day }: WantedPlace): Place {
  if (message !== '') return { message };
  if (day === BEGINNING) return { at: '0001-01-02T00:00:00Z' };
  return day === '' ? {} : { at: momentOf(day).toISOString() };
}
