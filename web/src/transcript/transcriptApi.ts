import { api, query } from '../http/api';
import type { RoomRole } from '../live/protocol';
import type { ArchivedEntry } from '../room/entry';
import type { TranscriptEntry } from './entry';
import { apiParameters, type TranscriptFilter } from './filter';
import type { Slice } from './slices';

/** Which part of a transcript: one of these, or the newest. */
export interface Place {
  readonly before?: string;
  readonly after?: string;
  /** What is around this time. */
  readonly at?: string;
  /** What is around this message. */
  readonly message?: string;
}

interface WholeEntry extends ArchivedEntry {
  readonly removal?: TranscriptEntry['removal'];
  readonly found?: TranscriptEntry['found'];
  readonly concern?: TranscriptEntry['concern'];
  readonly comments?: number;
}

interface TranscriptAnswer {
  readonly items: readonly WholeEntry[];
  readonly before: string | null;
  readonly after?: string | null;
  readonly at?: string | null;
  readonly total?: number | null;
}

export interface TranscriptPart extends Slice {
  /** The entry that was asked for, or the first one behind. */
  readonly at: string | null;
  /** How many entries the transcript has in all; null where they were not counted. */
  readonly total: number | null;
}

/** Somebody of whom a transcript has entries, or may have. */
export interface Author {
  readonly id: string;
  readonly name: string;
  readonly role: RoomRole;
  /** Whether they belong to the room now. */
  readonly member: boolean;
}

/** Somebody who belonged to a room. */
export interface PastMember {
  readonly id: string;
  readonly display_name: string;
  readonly role: RoomRole;
}

const PAGE_SIZE = 100;

const path = (room: string): string => `/rooms/${encodeURIComponent(room)}/transcript`;

export async function readTranscript(
  room: string,
  filter: TranscriptFilter,
  place: Place,
  signal?: AbortSignal,
): Promise<TranscriptPart> {
  const address = `${path(room)}${query({ ...apiParameters(filter), ...place, limit: PAGE_SIZE })}`;
  const page = await api<TranscriptAnswer>('GET', address, undefined, signal);
  return {
    entries: page.items.map(entryOf),
    before: page.before,
    after: page.after ?? null,
    at: page.at ?? null,
    total: page.total ?? null,
  };
}

const entryOf = (archived: WholeEntry): TranscriptEntry => ({
  kind: archived.kind,
  id: archived.id,
  userId: archived.user_id,
  username: archived.username,
  text: archived.message,
  removed: archived.removed,
  sentAt: archived.sent_at,
  cursor: archived.cursor,
  removal: archived.removal ?? null,
  found: archived.found ?? null,
  concern: archived.concern ?? null,
  comments: archived.comments ?? 0,
});

export const listAuthors = async (room: string, signal?: AbortSignal): Promise<readonly Author[]> => {
  const address = `/rooms/${encodeURIComponent(room)}/authors`;
  const { items } = await api<{ items: readonly Author[] }>('GET', address, undefined, signal);
  return items;
};

export const listMembersAt = async (room: string, at: string, signal?: AbortSignal): Promise<readonly PastMember[]> => {
  const address = `/rooms/${encodeURIComponent(room)}/members${query({ at })}`;
  const { items } = await api<{ items: readonly PastMember[] }>('GET', address, undefined, signal);
  return items;
};
