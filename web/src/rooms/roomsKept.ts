import { kept, type Kept } from '../ui/kept';
import type { RoomSummary } from './room';

/** The list of rooms as it was last seen, for when the archive is away and the rooms are not. */
export const roomsKeptFor = (account: string): Kept<readonly RoomSummary[]> =>
  kept<readonly RoomSummary[]>(`homeroom.rooms.${account}`, Array.isArray);
