import type { EnteredRoom, Failure, SentMessage, ServerEvents } from './protocol';

/** How the one connection of this page is. `closed`: for good, since whoever opened it has gone. */
export type LinkState = 'connecting' | 'connected' | 'reconnecting' | 'offline' | 'closed';

/** The live connection as the rooms use it. Requests fail when no answer comes in time or the connection is lost. */
export interface Live {
  readonly state: LinkState;
  /**
   * Whether the connection that is there goes on where the lost one ended: the server kept its places in rooms, and what
   * was missed comes by itself, in order. Otherwise each room has to be entered again.
   */
  readonly recovered: boolean;
  readonly onState: (listener: () => void) => () => void;
  readonly on: <E extends keyof ServerEvents>(event: E, listener: ServerEvents[E]) => () => void;
  readonly enter: (room: string, cursor: string | null) => Promise<EnteredRoom | Failure>;
  /** As entering, but the room does not learn of it: for its teachers. The one makes the other of a place that is there. */
  readonly watch: (room: string, cursor: string | null) => Promise<EnteredRoom | Failure>;
  /** Without a connection it is made up for, should the next one go on with the places of this one. */
  readonly leave: (room: string) => void;
  readonly send: (room: string, message: string, id: string) => Promise<SentMessage | Failure>;
}
