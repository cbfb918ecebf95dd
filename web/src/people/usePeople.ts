import { useCallback, useMemo } from 'react';
import { usePaged, type Paged, type Slice } from '../http/usePaged';
import type { Role } from '../session/account';
import type { Person } from './people';
import { listPeople } from './peopleApi';

const PAGE_SIZE = 50;

interface People extends Pick<Paged<Person, Slice<Person>>, 'state' | 'error' | 'more' | 'loadMore' | 'reload'> {
  readonly people: readonly Person[];
}

/** The accounts that match, a page at a time. */
export function usePeople(q: string, role: Role | ''): People {
  const load = useCallback(
    (after: string | null, signal: AbortSignal) => listPeople({ q, role, after, limit: PAGE_SIZE }, signal),
    [q, role],
  );
  const { slices, state, error, more, loadMore, reload } = usePaged<Person>(load);
  const people = useMemo(() => slices.flatMap(({ items }) => items), [slices]);
  return { people, state, error, more, loadMore, reload };
}
