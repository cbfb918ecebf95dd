import type { PlainKey } from '../i18n/translate';
import type { RoomState } from '../live/protocol';
import type { OpenHours } from './roomView';

interface Rights {
  readonly state: RoomState;
  readonly teaches: boolean;
  readonly muted: boolean;
  readonly hours: OpenHours | null;
}

/** Why somebody cannot write in a room, as a text of the catalogue; null where they can. */
export function silenced({ state, teaches, muted, hours }: Rights): PlainKey | null {
  if (state === 'closed') return 'composer.closed';
  if (state === 'locked' && !teaches) return 'composer.locked';
  if (hours?.open === false && !teaches) return 'composer.notOpen';
  return muted ? 'composer.muted' : null;
}
