import { createContext, use } from 'react';
import type { Loaded } from '../http/useLoaded';
import type { RoomSummary } from './room';

/** A room of mine with what this computer knows of it. */
export interface MyRoom extends RoomSummary {
  /** Whether something has been written since it was last looked at here. */
  readonly unread: boolean;
  /** Until when it has been looked at here; empty if never. */
  readonly seenUntil: string;
}

export interface Rooms extends Pick<Loaded<readonly MyRoom[]>, 'value' | 'error' | 'reload'> {
  /** Notes that a room has been read up to now. */
  readonly seen: (room: string, until: string) => void;
}

export const RoomsContext = createContext<Rooms | null>(null);

export function useRooms(): Rooms {
  const rooms = use(RoomsContext);
  if (rooms === null) throw new Error('outside of RoomsProvider');
  return rooms;
}
