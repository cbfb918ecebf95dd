import { useCallback, useMemo, type ReactNode } from 'react';
import { useLoaded } from '../http/useLoaded';
import { useLooksAgain } from '../rooms/useLooksAgain';
import { teaches } from '../session/account';
import { useMe } from '../session/session';
import { countOpenConcerns } from './concernsApi';
import { OpenConcernsContext } from './openConcerns';

const NONE: ReadonlyMap<string, number> = new Map();

/** Knows how many reports wait for whoever is signed in. Nobody pushes them, so it asks, and seldom. */
export function OpenConcernsProvider({ children }: { children: ReactNode }) {
  const decides = teaches(useMe());
  const { value, reload } = useLoaded(
    useCallback((signal: AbortSignal) => (decides ? countOpenConcerns(signal) : Promise.resolve(NONE)), [decides]),
  );
  useLooksAgain(reload);
  const open = useMemo(() => {
    const count = [...(value ?? NONE).values()].reduce((sum, each) => sum + each, 0);
    return { count, reload };
  }, [value, reload]);
  return <OpenConcernsContext value={open}>{children}</OpenConcernsContext>;
}
