import { api, query } from '../http/api';
import type { ArchivedEntry } from '../room/entry';
import { apiParameters, type TranscriptFilter } from './filter';

export interface TranscriptPageOfEntries {
  readonly items: readonly ArchivedEntry[];
  readonly before: string | null;
  readonly total?: number | null;
}

const PAGE_SIZE = 100;

const path = (room: string): string => `/rooms/${encodeURIComponent(room)}/transcript`;

export const readTranscript = (
  room: string,
  filter: TranscriptFilter,
  before: string | null,
  signal?: AbortSignal,
): Promise<TranscriptPageOfEntries> =>
  api('GET', `${path(room)}${query({ ...apiParameters(filter), before, limit: PAGE_SIZE })}`, undefined, signal);

/** Where the same entries can be downloaded. */
export const exportAddress = (room: string, format: 'csv' | 'json', filter: TranscriptFilter): string =>
  `/api${path(room)}.${format}${query(apiParameters(filter))}`;
