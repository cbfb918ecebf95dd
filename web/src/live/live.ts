import type { EnteredRoom, Failure, SentMessage, ServerEvents } from './protocol';

/** How the one connection of this page is. */
export type LinkState = 'connecting' | 'connected' | 'reconnecting' | 'offline';

/** The live connection as the rooms use it. Requests fail when no answer comes in time or the connection is lost. */
export interface Live {
  readonly state: LinkState;
  readonly onState: (listener: () => void) => () => void;
  readonly on: <E extends keyof ServerEvents>(event: E, listener: ServerEvents[E]) => () => void;
  readonly enter: (room: string, cursor: string | null) => Promise<EnteredRoom | Failure>;
  readonly leave: (room: string) => void;
  readonly send: (room: string, message: string, id: string) => Promise<SentMessage | Failure>;
}
