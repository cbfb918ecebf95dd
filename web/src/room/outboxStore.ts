import type { Outbox, Unsent } from './outbox';

/** Keeps what is unsent on this computer, per account and room, one key per message so that two tabs never clash. */
export interface OutboxStore {
  readonly read: () => Outbox;
  /**
   * Makes the stored messages those of the outbox which are neither acked nor discarded. One that was stored and is not
   * any more was deleted elsewhere, as by signing out, and is not brought back.
   */
  readonly write: (previous: Outbox, current: Outbox) => void;
  /** Calls back when another page on this computer has taken a message away. */
  readonly onRemoved: (listener: (clientId: string) => void) => () => void;
}

const PREFIX = 'homeroom.unsent';

export function outboxStore(
  account: string,
  room: string,
  storage: Storage | null = localStorageOrNull(),
): OutboxStore {
  const prefix = `${PREFIX}.${account}.${room}.`;
  return {
    read: () => {
      const kept = keysOf(storage, prefix).map(key =>
        unsentOf(key.slice(prefix.length), storage?.getItem(key) ?? null),
      );
      return kept.filter(unsent => unsent !== null).toSorted((a, b) => a.madeAt - b.madeAt);
    },
    write: (previous, current) => {
      const keep = new Set(current.filter(({ state }) => state !== 'acked').map(({ clientId }) => clientId));
      for (const { clientId } of previous) if (!keep.has(clientId)) storage?.removeItem(prefix + clientId);
      const before = new Set(previous.map(({ clientId }) => clientId));
      for (const unsent of current) {
        const deleted = before.has(unsent.clientId) && storage?.getItem(prefix + unsent.clientId) === null;
        if (keep.has(unsent.clientId) && !deleted) store(storage, prefix, unsent);
      }
    },
    onRemoved: listener => {
      const stored = ({ key, newValue }: StorageEvent): void => {
        if (newValue === null && key?.startsWith(prefix) === true) listener(key.slice(prefix.length));
      };
      window.addEventListener('storage', stored);
      return () => window.removeEventListener('storage', stored);
    },
  };
}

/** How many messages of an account wait on this computer, over all rooms. */
export const countUnsent = (account: string, storage: Storage | null = localStorageOrNull()): number =>
  keysOf(storage, `${PREFIX}.${account}.`).length;

/** Deletes them all. */
export function forgetUnsent(account: string, storage: Storage | null = localStorageOrNull()): void {
  for (const key of keysOf(storage, `${PREFIX}.${account}.`)) storage?.removeItem(key);
}

function store(storage: Storage | null, prefix: string, { clientId, text, madeAt, attempts }: Unsent): void {
  try {
    storage?.setItem(prefix + clientId, JSON.stringify({ text, madeAt, attempts }));
  } catch {
    // Full: the message is still in this tab.
  }
}

function unsentOf(clientId: string, stored: string | null): Unsent | null {
  try {
    const { text, madeAt, attempts } = JSON.parse(stored ?? '') as Partial<Unsent>;
    if (typeof text !== 'string' || typeof madeAt !== 'number') return null;
    return { clientId, text, madeAt, attempts: attempts ?? 0, state: 'waiting', refusal: null, messageId: null };
  } catch {
    return null;
  }
}

function keysOf(storage: Storage | null, prefix: string): string[] {
  if (storage === null) return [];
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
  return keys.filter(key => key.startsWith(prefix));
}

function localStorageOrNull(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}
