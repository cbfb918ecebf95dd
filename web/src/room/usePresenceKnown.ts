import { useEffect, useState } from 'react';
import { NOT_WORTH_A_WORD_MS } from '../live/useSettledLink';
import type { RoomView } from './roomView';

/** Whether we know who is here: not before we are in, and not while we are away, but for a blink of an eye. */
export function usePresenceKnown(phase: RoomView['phase']): boolean {
  const [known, setKnown] = useState(phase === 'in');
  useEffect(() => {
    if (phase !== 'away') return setKnown(phase === 'in');
    const timer = setTimeout(() => setKnown(false), NOT_WORTH_A_WORD_MS);
    return () => clearTimeout(timer);
  }, [phase]);
  return known;
}
