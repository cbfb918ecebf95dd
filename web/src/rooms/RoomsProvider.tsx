import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { useLoaded } from '../http/useLoaded';
import { useLinkState } from '../live/liveContext';
import { useMe } from '../session/session';
import type { RoomSummary } from './room';
import { RoomsContext, type MyRoom, type Rooms } from './rooms';
import { listRooms } from './roomsApi';
import { roomsKeptFor } from './roomsKept';
import { useLooksAgain } from './useLooksAgain';
import { markSeen, seenRooms } from './seen';

/** My rooms, for the list and the sidebar alike. */
export function RoomsProvider({ children }: { children: ReactNode }) {
  const me = useMe();
  const link = useLinkState();
  const keptRooms = useMemo(() => roomsKeptFor(me.id), [me.id]);
  const {
    value: loaded,
    error,
    reload,
  } = useLoaded(useCallback((signal: AbortSignal) => listRooms('mine', signal), []));
  const [seen, setSeen] = useState(() => seenRooms(me.id));

  const value = loaded ?? (error === null ? null : keptRooms.read());

  useEffect(() => {
    if (loaded !== null) keptRooms.write(loaded);
  }, [loaded, keptRooms]);
  useLooksAgain(reload);
  useEffect(() => {
    if (link === 'connected') reload();
  }, [link, reload]);

  const noteSeen = useCallback(
    (room: string, until: string) => {
      markSeen(me.id, room, until);
      setSeen(seenRooms(me.id));
    },
    [me.id],
  );

  const rooms = useMemo<Rooms>(
    () => ({
      value: value?.map(room => myRoom(room, seen[room.id] ?? '')) ?? null,
      error,
      reload,
      seen: noteSeen,
    }),
    [value, error, reload, seen, noteSeen],
  );
  return <RoomsContext value={rooms}>{children}</RoomsContext>;
}

const myRoom = (room: RoomSummary, seenUntil: string): MyRoom => ({
  ...room,
  seenUntil,
  unread: (room.last_message_at ?? '') > seenUntil,
});
