import type { Present, RoomRole, RoomState } from '../live/protocol';
import type { Outbox, Refusal } from './outbox';
import type { Timeline } from './timeline';

/** What is known of the room itself. */
export interface RoomFacts {
  readonly title: string;
  readonly state: RoomState;
  readonly role: RoomRole;
  readonly muted: boolean;
  /** How many seconds a student waits from one message to the next; 0 if they need not. */
  readonly slowMode: number;
  /** The room's hours as they are now; null if it has none. */
  readonly hours: OpenHours | null;
}

export interface OpenHours {
  readonly open: boolean;
  /** When it opens or closes next; null if it never does. */
  readonly changesAt: Date | null;
}

/** Why the room is not there for us, for good. */
export type Gone = 'unknown' | 'closed' | 'removed';

/** Everything that a room's page shows, as one value. */
export interface RoomView {
  /** `away`: we were in, and the connection is lost. */
  readonly phase: 'entering' | 'in' | 'away' | 'gone';
  readonly gone: Gone | null;
  /** Why the room could not be entered just now; it is tried again where that may help. */
  readonly refusal: Refusal | null;
  readonly facts: RoomFacts | null;
  /** The people present, as far as we have been told of them. */
  readonly present: readonly Present[];
  /** How many are present. */
  readonly here: number;
  readonly timeline: Timeline;
  readonly outbox: Outbox;
  /** In slow mode, when one may write again, by this computer's clock. */
  readonly mayWriteAt: number;
  readonly history: 'loading' | 'ready' | 'behind' | 'failed';
  readonly older: 'idle' | 'loading' | 'failed';
  /** Set for a moment after coming back: whether all that was missed came again, or was loaded afresh. */
  readonly cameBack: 'whole' | 'reloaded' | null;
}
