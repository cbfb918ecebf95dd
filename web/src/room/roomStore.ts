import type { Entry } from './entry';
import * as Outboxes from './outbox';
import type { Outbox } from './outbox';
import type { OutboxStore } from './outboxStore';
import type { RoomView } from './roomView';
import { throttled } from './throttled';
import type { Timeline } from './timeline';
import { emptyTimeline, entriesOf, received } from './timeline';

/** Holds what a room's page shows and tells whoever draws it, at most every few milliseconds. */
export interface RoomStore {
  readonly view: () => RoomView;
  readonly subscribe: (listener: () => void) => () => void;
  readonly update: (change: Partial<RoomView>) => void;
  /**
   * Takes a live event in. Whoever looks at the view sees it; as long as nobody does, events are only collected, so that
   * ten thousand that come again after a lost connection are not ten thousand copies of a growing list.
   */
  readonly hear: (entry: Entry) => void;
  /** The outbox alone, without taking events in. */
  readonly outbox: () => Outbox;
  /** Also keeps the outbox on this computer. */
  readonly setOutbox: (outbox: Outbox) => void;
  /** Also lets go of unsent messages that have arrived. */
  readonly setTimeline: (timeline: Timeline) => void;
  /** Does something later, unless the stay has ended by then. */
  readonly later: (ms: number, action: () => void) => void;
  /** Aborted when the stay ends. */
  readonly ended: AbortSignal;
  readonly end: () => void;
}

const DRAW_MS = 40;

export function createRoomStore(kept: OutboxStore): RoomStore {
  const abort = new AbortController();
  const listeners = new Set<() => void>();
  const draw = throttled(DRAW_MS, () => listeners.forEach(listener => listener()));
  let view: RoomView = {
    phase: 'entering',
    gone: null,
    refusal: null,
    facts: null,
    present: [],
    here: 0,
    timeline: emptyTimeline,
    outbox: kept.read(),
    mayWriteAt: 0,
    history: 'loading',
    older: 'idle',
    cameBack: null,
  };

  let collected: Entry[] = [];

  const update = (change: Partial<RoomView>): void => {
    view = { ...view, ...change };
    draw();
  };
  const settled = (): RoomView => {
    if (collected.length > 0) {
      const those = collected;
      collected = [];
      setTimeline(received(view.timeline, those));
    }
    return view;
  };
  const setOutbox = (outbox: Outbox): void => {
    if (outbox === view.outbox) return;
    kept.write(view.outbox, outbox);
    update({ outbox });
  };
  const setTimeline = (timeline: Timeline): void => {
    update({ timeline });
    if (view.outbox.length === 0) return;
    const onLog = new Set(entriesOf(timeline).map(entry => entry.id));
    setOutbox(Outboxes.arrived(view.outbox, id => onLog.has(id)));
  };

  return {
    view: settled,
    outbox: () => view.outbox,
    hear: entry => {
      collected.push(entry);
      draw();
    },
    subscribe: listener => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    update,
    setOutbox,
    setTimeline,
    later: (ms, action) => {
      const timer = setTimeout(() => {
        if (!abort.signal.aborted) action();
      }, ms);
      abort.signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
    },
    ended: abort.signal,
    end: () => abort.abort(),
  };
}
