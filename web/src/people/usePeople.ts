import { useCallback, useEffect, useState } from 'react';
import type { Role } from '../session/account';
import type { Person } from './people';
import { listPeople } from './peopleApi';

const PAGE_SIZE = 50;

interface People {
  readonly people: readonly Person[];
  readonly more: boolean;
  readonly state: 'loading' | 'ready' | 'failed';
  readonly error: unknown;
  readonly loadMore: () => void;
  readonly reload: () => void;
}

/** The accounts that match, a page at a time. */
export function usePeople(q: string, role: Role | ''): People {
  const [people, setPeople] = useState<readonly Person[]>([]);
  const [next, setNext] = useState<string | null>(null);
  const [state, setState] = useState<People['state']>('loading');
  const [error, setError] = useState<unknown>(null);
  const [turn, setTurn] = useState(0);

  const load = useCallback(
    (after: string | null, signal?: AbortSignal) => {
      setState('loading');
      listPeople({ q, role, after, limit: PAGE_SIZE }, signal).then(
        page => {
          if (signal?.aborted) return;
          setPeople(before => (after === null ? page.items : [...before, ...page.items]));
          setNext(page.next ?? null);
          setState('ready');
        },
        (failure: unknown) => {
          if (signal?.aborted) return;
          setError(failure);
          setState('failed');
        },
      );
    },
    [q, role],
  );

  useEffect(() => {
    const abort = new AbortController();
    load(null, abort.signal);
    return () => abort.abort();
  }, [load, turn]);

  return {
    people,
    more: next !== null,
    state,
    error,
    loadMore: () => load(next),
    reload: () => setTurn(current => current + 1),
  };
}
