import { useCallback, useEffect, useRef, useState } from 'react';

/** A stretch of a list, and where the next one begins: null where there is none. */
export interface Slice<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

export type LoadSlice<T, S extends Slice<T>> = (mark: string | null, signal: AbortSignal) => Promise<S>;

export interface Paged<T, S extends Slice<T>> {
  /** What is loaded, in the order in which it was. */
  readonly slices: readonly S[];
  /** Whether what is loaded is of another list, which is shown until the wanted one comes. */
  readonly stale: boolean;
  /** How the beginning of the list is. */
  readonly state: 'loading' | 'ready' | 'failed';
  readonly error: unknown;
  /** How the rest is: `idle`, there is more to load; `failed`, more could not be loaded, and what was loaded stays. */
  readonly more: 'none' | 'idle' | 'loading' | 'failed';
  readonly loadMore: () => void;
  /** Loads from the beginning; what is there stays until that comes. */
  readonly reload: () => void;
  readonly change: (how: (item: T) => T) => void;
}

interface Held<T, S extends Slice<T>> {
  readonly of: LoadSlice<T, S> | null;
  readonly slices: readonly S[];
}

/**
 * Loads a list slice by slice, from its beginning when the component appears and whenever `load` changes: give it a
 * stable function. A newer request ends an older one, so that slices of two lists are never mixed.
 */
export function usePaged<T, S extends Slice<T> = Slice<T>>(load: LoadSlice<T, S>): Paged<T, S> {
  const [held, setHeld] = useState<Held<T, S>>({ of: null, slices: [] });
  const [state, setState] = useState<Paged<T, S>['state']>('loading');
  const [moreState, setMoreState] = useState<'idle' | 'loading' | 'failed'>('idle');
  const [error, setError] = useState<unknown>(null);
  const [turn, setTurn] = useState(0);
  const request = useRef(new AbortController());

  useEffect(() => {
    const { signal } = begin(request);
    setState('loading');
    setMoreState('idle');
    load(null, signal).then(
      slice => {
        if (signal.aborted) return;
        setHeld({ of: load, slices: [slice] });
        setState('ready');
      },
      (failure: unknown) => {
        if (signal.aborted) return;
        setHeld(before => (before.of === load ? before : { of: load, slices: [] }));
        setError(failure);
        setState('failed');
      },
    );
    return () => endLast(request);
  }, [load, turn]);

  const mark = held.slices.at(-1)?.next ?? null;
  const mayLoadMore = held.of === load && state === 'ready' && mark !== null && moreState !== 'loading';
  const loadMore = useCallback(() => {
    if (!mayLoadMore) return;
    const { signal } = begin(request);
    setMoreState('loading');
    load(mark, signal).then(
      slice => {
        if (signal.aborted) return;
        setHeld(before => ({ of: load, slices: [...before.slices, slice] }));
        setMoreState('idle');
      },
      () => {
        if (!signal.aborted) setMoreState('failed');
      },
    );
  }, [load, mark, mayLoadMore]);

  return {
    slices: held.slices,
    stale: held.of !== load,
    state,
    error,
    more: mark === null ? 'none' : moreState,
    loadMore,
    reload: useCallback(() => setTurn(current => current + 1), []),
    change: useCallback(
      how =>
        setHeld(before => ({
          ...before,
          slices: before.slices.map(slice => ({ ...slice, items: slice.items.map(how) })),
        })),
      [],
    ),
  };
}

const endLast = (request: { current: AbortController }): void => request.current.abort();

function begin(request: { current: AbortController }): AbortController {
  endLast(request);
  request.current = new AbortController();
  return request.current;
}
