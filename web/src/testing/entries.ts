import type { ArchivedEntry, ArchivePage, Entry } from '../room/entry';

const at = (number: number): string => new Date(Date.UTC(2026, 4, 13, 8, 0, number)).toISOString();

/** The n-th message of a room: id `m<n>`, cursor `c<n>`. */
export const liveMessage = (number: number, by = 'ben'): Entry => ({
  kind: 'message',
  id: `m${number}`,
  userId: by,
  username: by,
  text: `text ${number}`,
  removed: false,
  sentAt: at(number),
  cursor: `c${number}`,
});

export const archivedEntry = (number: number, by = 'ben'): ArchivedEntry => ({
  kind: 'message',
  id: `m${number}`,
  user_id: by,
  username: by,
  message: `text ${number}`,
  removed: false,
  sent_at: at(number),
  cursor: `c${number}`,
});

/** A page of these messages, before which there are more unless the first is number 1. */
export function archivePage(numbers: readonly number[], { complete = true } = {}): ArchivePage {
  const first = numbers[0];
  return {
    items: numbers.map(number => archivedEntry(number)),
    before: first === undefined || first === 1 ? null : `c${first}`,
    complete,
  };
}
