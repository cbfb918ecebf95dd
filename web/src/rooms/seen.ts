import { kept } from '../ui/kept';

const MOST = 500;

const chosen = (account: string) =>
  kept<Record<string, string>>(`homeroom.seen.${account}`, v => typeof v === 'object');

/** Until when each room has been looked at on this computer; for the mark of new messages and nothing else. */
export const seenRooms = (account: string): Readonly<Record<string, string>> => chosen(account).read() ?? {};

export function markSeen(account: string, room: string, until: string): void {
  const seen = seenRooms(account);
  if ((seen[room] ?? '') >= until) return;
  const newest = Object.entries({ ...seen, [room]: until }).toSorted(([, a], [, b]) => b.localeCompare(a));
  chosen(account).write(Object.fromEntries(newest.slice(0, MOST)));
}
