import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { useLive } from '../live/liveContext';
import { useMe } from '../session/session';
import { archiveOf } from './archive';
import { outboxStore } from './outboxStore';
import { createRoomSession, type RoomSession } from './roomSession';
import type { RoomView } from './roomView';
import { endStay, holdStay, stayIn } from './stays';

/**
 * The stay in a room, and what is to be shown of it now. Drawing only makes it; it begins when it is on the screen.
 *
 * @param watching whether the room is not to learn of it
 */
export function useRoomSession(room: string, watching = false): [RoomView, RoomSession] {
  const live = useLive();
  const me = useMe().id;
  const session = useMemo(
    () =>
      stayIn(live, room, () =>
        createRoomSession({ room, me, live, archive: archiveOf(room), outboxes: outboxStore(me, room) }),
      ),
    [live, room, me],
  );
  const view = useSyncExternalStore(session.subscribe, session.view);

  useEffect(() => holdStay(live, room, watching), [live, room, watching]);
  useEffect(() => {
    // Whoever was put out may be let in again: the next visit asks afresh.
    if (view.phase === 'gone') return () => endStay(live, room);
    return undefined;
  }, [view.phase, live, room]);

  return [view, session];
}
