import { useState } from 'react';
import { Problem } from '../http/problem';

/** Saving something that others may change too. */
export interface Saving<T> {
  readonly busy: boolean;
  readonly error: unknown;
  /** What somebody else has made of it meanwhile, until the person decides; `value` is null where it is gone. */
  readonly theirs: { readonly value: T | null } | null;
  /** Resolves to what was saved, or to null where nothing was. */
  readonly save: <S>(how: () => Promise<S>) => Promise<S | null>;
  readonly decided: () => void;
}

/** @param current asks for what there is now, when it has turned out that somebody else was faster */
export function useSaving<T>(current: () => Promise<T | null>): Saving<T> {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [theirs, setTheirs] = useState<Saving<T>['theirs']>(null);

  const save = async <S>(how: () => Promise<S>): Promise<S | null> => {
    if (busy) return null;
    setBusy(true);
    setError(null);
    try {
      const saved = await how();
      setTheirs(null);
      return saved;
    } catch (failure) {
      if (!tellsOfTheirs(failure)) setError(failure);
      else await current().then(value => setTheirs({ value }), setError);
      return null;
    } finally {
      setBusy(false);
    }
  };

  return { busy, error, theirs, save, decided: () => setTheirs(null) };
}

/** Somebody has changed it, or has deleted it. */
const tellsOfTheirs = (failure: unknown): boolean =>
  failure instanceof Problem && (failure.slug === 'changed-meanwhile' || failure.slug === 'feedback-not-found');
