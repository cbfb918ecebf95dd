import type { Live } from '../live/live';
import type { RoomSession } from './roomSession';

interface Stay {
  readonly session: RoomSession;
  holders: number;
  leaving: ReturnType<typeof setTimeout> | undefined;
}

const LINGER_MS = 8_000;
const stays = new WeakMap<Live, Map<string, Stay>>();

/**
 * One stay per room and connection. It outlives the page by a moment, so that a look at the settings or the transcript
 * and back is no leave-and-join for the others; it never outlives its connection. It begins when it is first held.
 */
export function stayIn(live: Live, room: string, make: () => RoomSession): RoomSession {
  const ofLive = stays.get(live) ?? new Map<string, Stay>();
  stays.set(live, ofLive);
  const stay = ofLive.get(room) ?? { session: make(), holders: 0, leaving: undefined };
  ofLive.set(room, stay);
  return stay.session;
}

/** Keeps the stay as long as the caller shows it, seen by the room or only watching. Gives back how to let go. */
export function holdStay(live: Live, room: string, watching = false): () => void {
  const stay = stays.get(live)?.get(room);
  if (stay === undefined) return () => undefined;
  stay.holders++;
  clearTimeout(stay.leaving);
  stay.session.watch(watching);
  stay.session.start();
  return () => {
    stay.holders--;
    leaveLater(live, room, stay);
  };
}

/** Ends a stay now, so that the next one begins afresh. */
export function endStay(live: Live, room: string): void {
  const stay = stays.get(live)?.get(room);
  clearTimeout(stay?.leaving);
  stay?.session.stop();
  stays.get(live)?.delete(room);
}

function leaveLater(live: Live, room: string, stay: Stay): void {
  clearTimeout(stay.leaving);
  if (stay.holders > 0) return;
  stay.leaving = setTimeout(() => endStay(live, room), LINGER_MS);
}
