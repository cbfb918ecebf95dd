import type { Live } from '../live/live';
import type { EnteredRoom, Failure, PresenceEvent } from '../live/protocol';
import type { Archive } from './archive';
import { backoffMs } from './backoff';
import type { Entry } from './entry';
import { createHistoryReader } from './historyReader';
import { withdrawn } from './outbox';
import type { OutboxStore } from './outboxStore';
import { createRoomStore } from './roomStore';
import type { Gone, RoomView } from './roomView';
import { presentAfter } from './presence';
import { createSender } from './sender';
import { caughtUp, enteredAfresh, entriesOf, messageRemoved, trimmed } from './timeline';
import { echoOf, factsOf, messageOf, passagesOf, refusalOf } from './wire';

export interface RoomSession {
  /** Begins the stay; until then nothing is asked and nothing heard. Has no effect but once. */
  readonly start: () => void;
  /** Whether the room is only watched from now on: everything is heard, and the room does not learn of it. */
  readonly watch: (only: boolean) => void;
  readonly subscribe: (listener: () => void) => () => void;
  readonly view: () => RoomView;
  readonly send: (text: string) => void;
  readonly retry: (clientId: string) => void;
  readonly discard: (clientId: string) => void;
  readonly loadOlder: () => void;
  readonly retryHistory: () => void;
  /** Forgets what is far back, while nobody looks at it. */
  readonly trim: () => void;
  readonly stop: () => void;
}

interface Parts {
  readonly room: string;
  readonly me: string;
  readonly live: Live;
  readonly archive: Archive;
  readonly outboxes: OutboxStore;
}

const READ_WITHOUT_LIVE_MS = 2_000;
const CAME_BACK_MS = 4_000;
const KEPT_IN_MEMORY = 1_000;
const WORTH_TRIMMING = 1_200;

/**
 * One stay in one room: enters over the live connection, joins history and live events, sends what is written, and comes
 * back after each lost connection; when the connection is closed, it ends. All rules of order and of doubles are in the
 * timeline and the outbox; here is only what happens when.
 */
export function createRoomSession({ room, me, live, archive, outboxes }: Parts): RoomSession {
  const store = createRoomStore(outboxes);
  const { view, update, setTimeline, later } = store;
  const sender = createSender(room, me, live, store);
  const history = createHistoryReader(archive, store, sender.noticeOwn);
  /** Counts attempts to enter, so that an answer to an earlier one is known as such. */
  let attempt = 0;
  let everIn = false;
  /** Whether the server has let this connection in, so that a recovered one still is. */
  let inside = false;
  let catchingUp = false;
  let watching = false;
  /** Nothing has been lost: the place is asked for again to be had in the other way. */
  let changingWay = false;
  /** What has overtaken the answer to entering, while that is awaited. */
  let heardSinceAsking: Entry[] | null = null;
  let stops: readonly (() => void)[] = [];

  const enter = async (failures = 0): Promise<void> => {
    if (view().phase === 'gone' || live.state !== 'connected') return;
    const thisAttempt = ++attempt;
    const overtook: Entry[] = [];
    heardSinceAsking = overtook;
    const { cursor } = view().timeline;
    inside = false;
    catchingUp = cursor !== null;
    const answer = await (watching ? live.watch : live.enter)(room, cursor).catch((): null => null);
    if (thisAttempt !== attempt || store.ended.aborted) return;
    heardSinceAsking = null;
    if (answer?.ok === true) entered(answer, overtook);
    else if (answer === null || answer.error.retryable) enterLater(failures, answer);
    else notLetIn(answer);
  };
  const enterLater = (failures: number, answer: Failure | null): void => {
    const thisAttempt = attempt;
    update({ refusal: answer === null ? null : refusalOf(answer) });
    later(backoffMs(failures), () => {
      if (thisAttempt === attempt) void enter(failures + 1);
    });
  };
  const notLetIn = (answer: Failure): void => {
    const refusal = refusalOf(answer);
    if (refusal === 'unknown_room') leaveForGood('unknown');
    else if (refusal === 'room_closed') leaveForGood('closed');
    else update({ refusal });
  };
  const entered = (answer: EnteredRoom, overtook: readonly Entry[]): void => {
    const { present, count, cursor, resumed } = answer;
    const whole = resumed === true && view().timeline.cursor !== null;
    if (everIn && !whole) sayCameBack('reloaded');
    everIn = true;
    inside = true;
    catchingUp &&= whole;
    update({ phase: 'in', refusal: null, facts: factsOf(answer), present, here: count });
    if (!whole) setTimeline(enteredAfresh(view().timeline, cursor, overtook));
    if (view().timeline.gap) history.load();
    sender.flush();
  };
  /** The server has kept our place, and what was missed has come by itself. */
  const stayed = (): void => {
    update({ phase: 'in' });
    sayCameBack('whole');
    sender.flush();
  };
  const sayCameBack = (cameBack: RoomView['cameBack']): void => {
    if (changingWay && cameBack === 'whole') {
      changingWay = false;
      return;
    }
    update({ cameBack });
    later(CAME_BACK_MS, () => update({ cameBack: null }));
  };
  const leaveForGood = (gone: Gone): void => {
    attempt++;
    update({ phase: 'gone', gone, present: [], here: 0 });
  };
  const linkChanged = (): void => {
    if (live.state === 'closed') return stop();
    if (view().phase === 'gone') return;
    if (live.state === 'connected') {
      // Lost in the midst of catching up, it is entered again: what of that was on its way, nobody knows.
      return live.recovered && inside && !catchingUp ? stayed() : void enter();
    }
    attempt++;
    heardSinceAsking = null;
    changingWay = false;
    update({ phase: everIn ? 'away' : 'entering' });
  };

  const heard = (entry: Entry): void => {
    heardSinceAsking?.push(entry);
    store.hear(entry);
  };
  const passed = (kind: 'entered' | 'left') => (event: PresenceEvent) => {
    if (event.room_id !== room) return;
    update({ present: presentAfter(view().present, kind, event), here: event.count });
    passagesOf(kind, event).forEach(heard);
  };
  const here =
    <T extends { readonly room: string }>(listener: (event: T) => void) =>
    (event: T): void => {
      if (event.room === room) listener(event);
    };

  const listen = (): readonly (() => void)[] => [
    live.onState(linkChanged),
    live.on(
      'new_message',
      here(event => {
        sender.noticeOwn(event.user_id, echoOf(event));
        if (!catchingUp) sender.noticeTurn(event.user_id);
        heard(messageOf(event));
      }),
    ),
    live.on('user_joined', passed('entered')),
    live.on('user_left', passed('left')),
    live.on(
      'message_removed',
      here(({ id, cursor }) => setTimeline(messageRemoved(view().timeline, id, cursor))),
    ),
    live.on(
      'caught_up',
      here(({ cursor }) => {
        catchingUp = false;
        setTimeline(caughtUp(view().timeline, cursor));
        sayCameBack('whole');
      }),
    ),
    live.on(
      'room_changed',
      here(change => {
        update({ facts: factsOf(change) });
        sender.paceChanged();
      }),
    ),
    live.on(
      'room_closed',
      here(({ reason }) => leaveForGood(reason)),
    ),
    outboxes.onRemoved(clientId => update({ outbox: withdrawn(view().outbox, clientId) })),
  ];

  const watch = (only: boolean): void => {
    if (only === watching) return;
    watching = only;
    if (stops.length === 0) return;
    changingWay = inside;
    void enter();
  };
  const start = (): void => {
    if (stops.length > 0 || store.ended.aborted) return;
    stops = listen();
    void enter();
    // With every edge away, what was written can be read all the same.
    later(READ_WITHOUT_LIVE_MS, () => {
      if (!everIn && view().phase === 'entering') history.load();
    });
  };
  const stop = (): void => {
    if (store.ended.aborted) return;
    store.end();
    stops.forEach(each => each());
    live.leave(room);
  };

  return {
    start,
    watch,
    subscribe: store.subscribe,
    view,
    send: sender.write,
    retry: sender.retry,
    discard: sender.discard,
    loadOlder: history.loadOlder,
    retryHistory: history.load,
    trim: () => {
      const { timeline } = view();
      if (entriesOf(timeline).length > WORTH_TRIMMING) update({ timeline: trimmed(timeline, KEPT_IN_MEMORY) });
    },
    stop,
  };
}
