import { useCallback, useEffect, useState } from 'react';

export interface Loaded<T> {
  readonly value: T | null;
  readonly error: unknown;
  /** Loads again; what is there stays until the new value comes. */
  readonly reload: () => void;
  /** Puts a value that is known already, such as the answer to a change. */
  readonly put: (value: T) => void;
}

/** Loads something when the component appears and whenever `load` changes: give it a stable function. */
export function useLoaded<T>(load: (signal: AbortSignal) => Promise<T>): Loaded<T> {
  const [value, setValue] = useState<T | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [turn, setTurn] = useState(0);

  useEffect(() => {
    const abort = new AbortController();
    load(abort.signal).then(
      loaded => {
        if (abort.signal.aborted) return;
        setValue(loaded);
        setError(null);
      },
      (failure: unknown) => {
        if (!abort.signal.aborted) setError(failure);
      },
    );
    return () => abort.abort();
  }, [load, turn]);

  const reload = useCallback(() => setTurn(current => current + 1), []);
  return { value, error, reload, put: setValue };
}
