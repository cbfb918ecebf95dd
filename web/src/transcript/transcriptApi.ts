import { api, query } from '../http/api';
import type { RoomRole } from '../live/protocol';
import type { ArchivedEntry } from '../room/entry';
import { apiParameters, type TranscriptFilter } from './filter';

export interface TranscriptPageOfEntries {
  readonly items: readonly ArchivedEntry[];
  readonly before: string | null;
  readonly total?: number | null;
}

/** Somebody of whom a transcript has entries, or may have. */
export interface Author {
  readonly id: string;
  readonly name: string;
  readonly role: RoomRole;
  /** Whether they belong to the room now. */
  readonly member: boolean;
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

export const listAuthors = async (room: string, signal?: AbortSignal): Promise<readonly Author[]> => {
  const address = `/rooms/${encodeURIComponent(room)}/authors`;
  const { items } = await api<{ items: readonly Author[] }>('GET', address, undefined, signal);
  return items;
};

/** Where the same entries can be downloaded. Excel takes a CSV file for UTF-8 only where it begins with a byte order mark. */
export const exportAddress = (room: string, format: 'csv' | 'json', filter: TranscriptFilter): string =>
  `/api${path(room)}.${format}${query({ ...apiParameters(filter), ...(format === 'csv' && { bom: 'true' }) })}`;
