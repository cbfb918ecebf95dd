import { useCallback, useMemo } from 'react';
import { usePaged, type Paged } from '../http/usePaged';
import type { Question } from './question';
import { searchMessages, type Hit, type HitPage } from './searchApi';

interface Hits extends Pick<Paged<Hit, HitPage>, 'stale' | 'state' | 'error' | 'more' | 'loadMore' | 'reload'> {
  readonly hits: readonly Hit[];
}

const nothing: HitPage = { items: [], next: null };

/** What is found, the newest first, a page at a time; nothing where nothing is searched for. */
export function useHits({ q, room, account, from, to }: Question): Hits {
  const load = useCallback(
    (after: string | null, signal: AbortSignal) =>
      q === '' ? Promise.resolve(nothing) : searchMessages({ q, room, account, from, to }, after, signal),
    [q, room, account, from, to],
  );
  const { slices, stale, state, error, more, loadMore, reload } = usePaged<Hit, HitPage>(load);
  const hits = useMemo(() => slices.flatMap(({ items }) => items), [slices]);
  return { hits, stale, state, error, more, loadMore, reload };
}
