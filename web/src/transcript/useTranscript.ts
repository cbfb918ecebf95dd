import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { TranscriptEntry } from './entry';
import type { TranscriptFilter } from './filter';
import { withNewer, withOlder, type Slice } from './slices';
import { readTranscript, type Place, type TranscriptPart } from './transcriptApi';

/** How it is with what is beyond an end: `idle`, there is more to load; `failed`, it could not be loaded. */
export type Beyond = 'none' | 'idle' | 'loading' | 'failed';

export interface Transcript {
  readonly state: 'loading' | 'ready' | 'failed';
  readonly error: unknown;
  /** Whether what is shown is what was wanted before. */
  readonly stale: boolean;
  /** Some that follow one another, oldest first. */
  readonly entries: readonly TranscriptEntry[];
  /** The entry that was asked for, or the first one behind. */
  readonly at: string | null;
  /** Another one each time that the transcript is opened at a place. */
  readonly opening: unknown;
  readonly total: number | null;
  readonly older: Beyond;
  readonly newer: Beyond;
  readonly loadOlder: () => void;
  /** Also where there was nothing newer: there may be by now. */
  readonly loadNewer: () => void;
  readonly reload: () => void;
  /** Shows a removal before the archive has it. */
  readonly markRemoved: (id: string, by: string) => void;
}

type Load = (place: Place, signal: AbortSignal) => Promise<TranscriptPart>;

interface Held {
  readonly of: Load | null;
  readonly slices: readonly Slice[];
  readonly opening: TranscriptPart | null;
}

const NOTHING: Held = { of: null, slices: [], opening: null };

/**
 * A stretch of a room's entries that pass a filter: around a place or the newest, and from there in both directions on demand.
 *
 * @param place keep it the same as long as it is the same place
 */
export function useTranscript(room: string, filter: TranscriptFilter, place: Place): Transcript {
  const { account, group, from, fromTime, to, toTime, text, kind, only } = filter;
  const load = useCallback<Load>(
    (where, signal) =>
      readTranscript(
        room,
        { account, group, from, fromTime, to, toTime, text, kind, only },
        where === START ? place : where,
        signal,
      ),
    [room, account, group, from, fromTime, to, toTime, text, kind, only, place],
  );
  const [held, setHeld] = useState<Held>(NOTHING);
  const [state, setState] = useState<Transcript['state']>('loading');
  const [error, setError] = useState<unknown>(null);
  const [beyond, setBeyond] = useState<{ older: Beyond; newer: Beyond }>({ older: 'idle', newer: 'idle' });
  const [turn, setTurn] = useState(0);
  const request = useRef(new AbortController());

  useEffect(() => {
    const signal = newSignal(request);
    setState('loading');
    load(START, signal).then(
      part => {
        if (signal.aborted) return;
        setHeld({ of: load, slices: [part], opening: part });
        setBeyond({ older: 'idle', newer: 'idle' });
        setState('ready');
      },
      (failure: unknown) => {
        if (signal.aborted) return;
        setHeld(before => (before.of === load ? before : { ...NOTHING, of: load }));
        setError(failure);
        setState('failed');
      },
    );
    return () => endLast(request);
  }, [load, turn]);

  const { slices } = held;
  const before = slices[0]?.before ?? null;
  const after = slices.at(-1)?.after ?? null;
  const last = slices.at(-1)?.entries.at(-1)?.cursor ?? null;
  const mayLoad = held.of === load && state === 'ready' && beyond.older !== 'loading' && beyond.newer !== 'loading';

  const loadBeyond = useCallback(
    (end: 'older' | 'newer', where: Place) => {
      if (!mayLoad) return;
      const signal = newSignal(request);
      setBeyond(now => ({ ...now, [end]: 'loading' }));
      load(where, signal).then(
        part => {
          if (signal.aborted) return;
          const join = end === 'older' ? withOlder : withNewer;
          setHeld(now => (part.entries.length === 0 ? ended(now, end) : { ...now, slices: join(now.slices, part) }));
          setBeyond({ older: 'idle', newer: 'idle' });
        },
        () => {
          if (!signal.aborted) setBeyond(now => ({ ...now, [end]: 'failed' }));
        },
      );
    },
    [load, mayLoad],
  );

  return {
    state,
    error,
    stale: held.of !== load,
    entries: useMemo(() => slices.flatMap(({ entries }) => entries), [slices]),
    at: held.opening?.at ?? null,
    opening: held.opening,
    total: held.opening?.total ?? null,
    older: before === null ? 'none' : beyond.older,
    newer: after === null && beyond.newer === 'idle' ? 'none' : beyond.newer,
    loadOlder: useCallback(() => {
      if (before !== null) loadBeyond('older', { before });
    }, [before, loadBeyond]),
    loadNewer: useCallback(() => {
      if (last !== null) loadBeyond('newer', { after: last });
    }, [last, loadBeyond]),
    reload: useCallback(() => setTurn(current => current + 1), []),
    markRemoved: useCallback((id, by) => {
      const removal = { by, at: new Date().toISOString() };
      const mark = (entry: TranscriptEntry) => (entry.id === id ? { ...entry, removed: true, removal } : entry);
      setHeld(now => ({
        ...now,
        slices: now.slices.map(slice => ({ ...slice, entries: slice.entries.map(mark) })),
      }));
    }, []),
  };
}

/** Stands for where the transcript is opened. */
const START: Place = {};

/** There was nothing more at that end after all. */
function ended(held: Held, end: 'older' | 'newer'): Held {
  const cut = (slice: Slice, index: number): Slice => {
    if (end === 'older') return index === 0 ? { ...slice, before: null } : slice;
    return index === held.slices.length - 1 ? { ...slice, after: null } : slice;
  };
  return { ...held, slices: held.slices.map(cut) };
}

const endLast = (request: { current: AbortController }): void => request.current.abort();

function newSignal(request: { current: AbortController }): AbortSignal {
  endLast(request);
  request.current = new AbortController();
  return request.current.signal;
}
