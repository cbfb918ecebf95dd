import { api, query } from '../http/api';
import type { ArchivePage } from './entry';

/** Where a room's history is read. At most one of the three says which page; none of them means the newest. */
export interface Archive {
  readonly read: (where: { through?: string; before?: string }, signal: AbortSignal) => Promise<ArchivePage>;
}

const PAGE_SIZE = 100;

export const archiveOf = (room: string): Archive => ({
  read: (where, signal) =>
    api(
      'GET',
      `/rooms/${encodeURIComponent(room)}/messages${query({ ...where, limit: PAGE_SIZE })}`,
      undefined,
      signal,
    ),
});
