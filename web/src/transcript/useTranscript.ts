import { useCallback, useEffect, useState } from 'react';
import { fromArchive, type Entry } from '../room/entry';
import type { TranscriptFilter } from './filter';
import { readTranscript } from './transcriptApi';

export interface Transcript {
  readonly entries: readonly Entry[];
  readonly total: number | null;
  readonly hasEarlier: boolean;
  readonly state: 'loading' | 'ready' | 'failed';
  readonly error: unknown;
  readonly loadEarlier: () => void;
  readonly reload: () => void;
  /** Shows a removal before the archive has it. */
  readonly markRemoved: (id: string) => void;
}

/** A room's entries that pass a filter: the newest page first, earlier ones on demand. */
export function useTranscript(room: string, filter: TranscriptFilter): Transcript {
  const [entries, setEntries] = useState<readonly Entry[]>([]);
  const [before, setBefore] = useState<string | null>(null);
  const [total, setTotal] = useState<number | null>(null);
  const [state, setState] = useState<Transcript['state']>('loading');
  const [error, setError] = useState<unknown>(null);
  const [turn, setTurn] = useState(0);
  const { account, from, to, text, kind } = filter;

  const load = useCallback(
    (where: string | null, signal?: AbortSignal) => {
      setState('loading');
      readTranscript(room, { account, from, to, text, kind }, where, signal).then(
        page => {
          if (signal?.aborted) return;
          const items = page.items.map(fromArchive);
          setEntries(known => (where === null ? items : [...items, ...known]));
          setBefore(page.before);
          if (where === null) setTotal(page.total ?? null);
          setState('ready');
        },
        (failure: unknown) => {
          if (signal?.aborted) return;
          setError(failure);
          setState('failed');
        },
      );
    },
    [room, account, from, to, text, kind],
  );

  useEffect(() => {
    const abort = new AbortController();
    load(null, abort.signal);
    return () => abort.abort();
  }, [load, turn]);

  return {
    entries,
    total,
    hasEarlier: before !== null,
    state,
    error,
    loadEarlier: () => load(before),
    reload: () => setTurn(current => current + 1),
    markRemoved: id =>
      setEntries(known => known.map(entry => (entry.id === id ? { ...entry, text: null, removed: true } : entry))),
  };
}
