import { createContext, use } from 'react';
import type { Received } from './feedback';

export interface BesideMessages {
  /** My feedback on each message of the room that has some. */
  readonly on: ReadonlyMap<string, readonly Received[]>;
  /** Shows what there is on a message. */
  readonly show: (message: string) => void;
}

export const BesideMessagesContext = createContext<BesideMessages>({ on: new Map(), show: () => undefined });

export const useBesideMessages = (): BesideMessages => use(BesideMessagesContext);
