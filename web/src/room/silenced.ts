import type { PlainKey } from '../i18n/translate';
import type { RoomState } from '../live/protocol';

interface Rights {
  readonly state: RoomState;
  readonly teaches: boolean;
  readonly muted: boolean;
}

/** Why somebody cannot write in a room, as a text of the catalogue; null where they can. */
export function silenced({ state, teaches, muted }: Rights): PlainKey | null {
  if (state === 'closed') return 'composer.closed';
  if (state === 'locked' && !teaches) return 'composer.locked';
  return muted ? 'composer.muted' : null;
}
