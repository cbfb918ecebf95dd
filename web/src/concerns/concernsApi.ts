import { allPages, api, query, type Page } from '../http/api';
import type { Concern, ConcernState, Outcome, Reason } from './concern';

export interface ConcernFilter {
  readonly state: ConcernState;
  readonly kind: 'reported' | 'flagged' | '';
  readonly room: string;
  readonly order: 'newest' | 'oldest';
}

export const listConcerns = (
  filter: ConcernFilter,
  after: string | null,
  signal?: AbortSignal,
): Promise<Page<Concern>> => api('GET', `/concerns${query({ ...filter, after })}`, undefined, signal);

const MOST_AT_ONCE = 100;

interface RoomCount {
  readonly room: string;
  readonly open: number;
}

/** How many wait to be decided, by room. */
export async function countOpenConcerns(signal?: AbortSignal): Promise<ReadonlyMap<string, number>> {
  const { items } = await api<{ readonly items: readonly RoomCount[] }>('GET', '/concerns/counts', undefined, signal);
  return new Map(items.map(({ room, open }) => [room, open]));
}

/** All in a room that wait to be decided and hold flagged words. */
export const openHitsIn = (room: string, signal?: AbortSignal): Promise<Concern[]> =>
  allPages(after => {
    const where = query({ state: 'open', kind: 'flagged', room, after, limit: MOST_AT_ONCE });
    return api('GET', `/concerns${where}`, undefined, signal);
  });

const path = (id: string): string => `/concerns/${encodeURIComponent(id)}`;

export const getConcern = (id: string, signal?: AbortSignal): Promise<Concern> =>
  api('GET', path(id), undefined, signal);

export const decide = (
  id: string,
  decision: { readonly outcome: Outcome; readonly note?: string; readonly version: number },
): Promise<Concern> => api('POST', `${path(id)}/decisions`, decision);

export const reportMessage = (
  room: string,
  message: string,
  report: { readonly reason: Reason; readonly note?: string },
): Promise<void> =>
  api('PUT', `/rooms/${encodeURIComponent(room)}/messages/${encodeURIComponent(message)}/report`, report);

export interface FlaggedWord {
  readonly id: string;
  readonly text: string;
  readonly added_by: string;
  readonly added_at: string;
  /** Whether earlier messages are still being looked through. */
  readonly looking_back: boolean;
}

export interface FlaggedWords {
  readonly items: readonly FlaggedWord[];
  readonly look_back_days: number;
}

export const listFlaggedWords = (signal?: AbortSignal): Promise<FlaggedWords> =>
  api('GET', '/flagged-words', undefined, signal);

export const addFlaggedWord = (word: { readonly text: string; readonly look_back: boolean }): Promise<FlaggedWord> =>
  api('POST', '/flagged-words', word);

export const removeFlaggedWord = (id: string): Promise<void> =>
  api('DELETE', `/flagged-words/${encodeURIComponent(id)}`);
