import type { Live } from '../live/live';
import type { Failure, SentMessage } from '../live/protocol';
import { backoffMs } from './backoff';
import { createClientId } from './clientId';
import * as Outboxes from './outbox';
import type { Echo, Refusal, Unsent } from './outbox';
import type { RoomStore } from './roomStore';
import { refusalOf } from './wire';

export interface Sender {
  readonly write: (text: string) => void;
  /** Sends what waits, one after the other, as long as we are in the room. What then still waits is kept for next time. */
  readonly flush: () => void;
  readonly retry: (clientId: string) => void;
  readonly discard: (clientId: string) => void;
  /** A message came by that may be one of ours whose ack is still out. */
  readonly noticeOwn: (userId: string, echo: Echo) => void;
  /** Somebody has just written, perhaps we, on whatever page: in slow mode we wait now. */
  readonly noticeTurn: (userId: string) => void;
  /** Slow mode may have ended. */
  readonly paceChanged: () => void;
}

/** Brings what somebody wrote onto the log: in order, each once, and nothing lost on the way. */
export function createSender(room: string, me: string, live: Live, store: RoomStore): Sender {
  const { outbox } = store;

  const flush = (): void => {
    const next = store.view().phase === 'in' ? Outboxes.nextToSend(outbox()) : null;
    if (next === null || store.ended.aborted) return;
    const wait = store.view().mayWriteAt - Date.now();
    // What was tried before may be on the log: it is never refused for it.
    if (wait > 0 && next.attempts === 0) return store.later(wait, flush);
    store.setOutbox(Outboxes.sending(outbox(), next.clientId));
    live.send(room, next.text, next.clientId).then(
      answer => answered(next, answer),
      () => unanswered(next, null),
    );
  };
  const answered = (unsent: Unsent, answer: SentMessage | Failure): void => {
    if (!answer.ok && answer.error.code === 'slow_mode') return waits(unsent, answer.error.wait_ms ?? 1_000);
    if (!answer.ok && answer.error.retryable) return unanswered(unsent, refusalOf(answer));
    store.setOutbox(
      answer.ok
        ? Outboxes.acked(outbox(), unsent.clientId, answer.id)
        : Outboxes.refused(outbox(), unsent.clientId, refusalOf(answer)),
    );
    store.setTimeline(store.view().timeline);
    flush();
  };
  const waits = (unsent: Unsent, waitMs: number): void => {
    store.setOutbox(Outboxes.deferred(outbox(), unsent.clientId, 'slow_mode'));
    store.update({ mayWriteAt: Date.now() + waitMs });
    store.later(waitMs, flush);
  };
  const unanswered = (unsent: Unsent, refusal: Refusal | null): void => {
    store.setOutbox(Outboxes.deferred(outbox(), unsent.clientId, refusal));
    store.later(backoffMs(unsent.attempts), flush);
  };

  return {
    write: text => {
      store.setOutbox(Outboxes.written(outbox(), createClientId(), text.trim(), Date.now()));
      flush();
    },
    flush,
    retry: clientId => {
      store.setOutbox(Outboxes.retried(outbox(), clientId));
      flush();
    },
    discard: clientId => store.setOutbox(Outboxes.discarded(outbox(), clientId)),
    noticeOwn: (userId, echo) => {
      if (userId === me) store.setOutbox(Outboxes.echoed(outbox(), echo));
    },
    noticeTurn: userId => {
      const { facts } = store.view();
      if (userId !== me || facts === null || facts.slowMode === 0 || facts.role !== 'student') return;
      store.update({ mayWriteAt: Date.now() + facts.slowMode * 1_000 });
    },
    paceChanged: () => {
      const longest = Date.now() + (store.view().facts?.slowMode ?? 0) * 1_000;
      if (store.view().mayWriteAt > longest) store.update({ mayWriteAt: longest });
      flush();
    },
  };
}
