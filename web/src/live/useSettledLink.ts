import { useEffect, useState } from 'react';
import type { LinkState } from './live';
import { useLinkState } from './liveContext';

/** What is over sooner is not told. */
export const NOT_WORTH_A_WORD_MS = 1_500;

/** How the connection is; that it is being made only after a while, since a blink of an eye is not worth a word. */
export function useSettledLink(): LinkState {
  const state = useLinkState();
  const [settled, setSettled] = useState<LinkState>('connected');
  useEffect(() => {
    if (state === 'connected' || state === 'offline' || state === 'closed') return setSettled(state);
    const timer = setTimeout(() => setSettled(state), NOT_WORTH_A_WORD_MS);
    return () => clearTimeout(timer);
  }, [state]);
  return settled;
}
