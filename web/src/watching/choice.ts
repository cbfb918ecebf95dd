import type { MyRoom } from '../rooms/rooms';
import { kept } from '../ui/kept';

/** How many rooms are watched until somebody chooses, and how many can be. */
export const AT_FIRST = 6;
export const MOST = 24;

const chosen = (account: string) => kept<string[]>(`homeroom.watched.${account}`, Array.isArray);

/** The rooms that were chosen on this computer; null if none were. */
export const chosenRooms = (account: string): readonly string[] | null => chosen(account).read();

export const chooseRooms = (account: string, rooms: readonly string[]): void => chosen(account).write([...rooms]);

/** Of the rooms that can be watched those that were chosen, or the ones where people wrote last. */
export function watchedRooms(rooms: readonly MyRoom[], choice: readonly string[] | null): readonly MyRoom[] {
  if (choice === null) return rooms.slice(0, AT_FIRST);
  return rooms.filter(({ id }) => choice.includes(id)).slice(0, MOST);
}

/** Rooms that one teaches and that are not closed. */
export const watchable = (rooms: readonly MyRoom[]): readonly MyRoom[] =>
  rooms.filter(({ role, state }) => role === 'teacher' && state !== 'closed');
