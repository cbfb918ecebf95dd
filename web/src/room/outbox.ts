/** Why the server did not take a message. Codes that a newer server may add are told as `other`. */
export type Refusal =
  | 'empty_message'
  | 'message_too_long'
  | 'muted'
  | 'room_locked'
  | 'room_not_open'
  | 'room_closed'
  | 'rate_limited'
  | 'slow_mode'
  | 'too_many_rooms'
  | 'unavailable'
  | 'unknown_room'
  | 'other';

/** A message that somebody has written here and that is not yet seen on the log. */
export interface Unsent {
  /** Our own UUID: sent again under the same id it can neither show twice nor be stored twice. */
  readonly clientId: string;
  readonly text: string;
  readonly madeAt: number;
  /**
   * `waiting` to be sent, now or when the connection is back; `sending`, the ack is awaited; `acked`, it is on the log
   * and comes by with the live events; `refused`, which only a person can mend.
   */
  readonly state: 'waiting' | 'sending' | 'acked' | 'refused';
  readonly attempts: number;
  readonly refusal: Refusal | null;
  /** The message's id on the log, as the ack said, or as found from what came by before the ack. */
  readonly messageId: string | null;
}

export type Outbox = readonly Unsent[];

/** A message of our own account as it came by. */
export interface Echo {
  readonly id: string;
  /** The id that its page gave it; the archive does not tell. */
  readonly clientId: string | null;
  readonly text: string;
  readonly sentAt: string;
}

const CLOCKS_MAY_DIFFER_MS = 120_000;

export function written(outbox: Outbox, clientId: string, text: string, madeAt: number): Outbox {
  const unsent: Unsent = {
    clientId,
    text,
    madeAt,
    state: 'waiting',
    attempts: 0,
    refusal: null,
    messageId: null,
  };
  return [...outbox, unsent];
}

/** The one to send now: one at a time and oldest first, so that a person's messages keep their order. */
export function nextToSend(outbox: Outbox): Unsent | null {
  if (outbox.some(unsent => unsent.state === 'sending')) return null;
  return outbox.find(unsent => unsent.state === 'waiting') ?? null;
}

export const sending = (outbox: Outbox, clientId: string): Outbox =>
  change(outbox, clientId, unsent => ({ ...unsent, state: 'sending', attempts: unsent.attempts + 1 }));

/** Kafka has it. It stays in sight until it comes by on the log. */
export const acked = (outbox: Outbox, clientId: string, messageId: string): Outbox =>
  change(outbox, clientId, unsent => ({ ...unsent, state: 'acked', messageId }));

/** No ack, or one that says that it may work later. It may be on the log all the same, so a guessed id is kept. */
export const deferred = (outbox: Outbox, clientId: string, refusal: Refusal | null): Outbox =>
  change(outbox, clientId, unsent => ({ ...unsent, state: 'waiting', refusal }));

export const refused = (outbox: Outbox, clientId: string, refusal: Refusal): Outbox =>
  change(outbox, clientId, unsent => ({ ...unsent, state: 'refused', refusal, messageId: null }));

export const retried = (outbox: Outbox, clientId: string): Outbox =>
  change(outbox, clientId, unsent =>
    unsent.state === 'refused' ? { ...unsent, state: 'waiting', refusal: null } : unsent,
  );

export const discarded = (outbox: Outbox, clientId: string): Outbox =>
  outbox.filter(unsent => unsent.clientId !== clientId);

/** Lets go of what is on the log and has been acked. */
export function arrived(outbox: Outbox, isOnLog: (messageId: string) => boolean): Outbox {
  const rest = outbox.filter(({ state, messageId }) => state !== 'acked' || messageId === null || !isOnLog(messageId));
  return rest.length === outbox.length ? outbox : rest;
}

/**
 * A message of ours came by. The live event may overtake its ack, and after a lost ack it is all that we ever hear. It
 * says which of ours it is; the archive does not, so there the oldest attempt with the same words is taken for it, until
 * its ack knows better.
 */
export function echoed(outbox: Outbox, echo: Echo): Outbox {
  if (outbox.some(unsent => unsent.messageId === echo.id)) return outbox;
  const twin = echo.clientId === null ? lookalike(outbox, echo) : outbox.find(same => same.clientId === echo.clientId);
  return twin === undefined ? outbox : change(outbox, twin.clientId, unsent => ({ ...unsent, messageId: echo.id }));
}

function lookalike(outbox: Outbox, echo: Echo): Unsent | undefined {
  const words = echo.text.trim();
  const notBefore = (unsent: Unsent): boolean => Date.parse(echo.sentAt) >= unsent.madeAt - CLOCKS_MAY_DIFFER_MS;
  return outbox.find(
    unsent => unsent.attempts > 0 && unsent.messageId === null && unsent.text === words && notBefore(unsent),
  );
}

/** Another page of the same account has sent or deleted it. One that is on its way from here is left to its ack. */
export const withdrawn = (outbox: Outbox, clientId: string): Outbox =>
  outbox.filter(unsent => unsent.clientId !== clientId || unsent.state === 'sending' || unsent.state === 'acked');

/** What has to be shown below the log: everything that is not on it. */
export const shownUnsent = (outbox: Outbox, isOnLog: (messageId: string) => boolean): Outbox =>
  outbox.filter(({ messageId }) => messageId === null || !isOnLog(messageId));

function change(outbox: Outbox, clientId: string, how: (unsent: Unsent) => Unsent): Outbox {
  return outbox.map(unsent => (unsent.clientId === clientId ? how(unsent) : unsent));
}
