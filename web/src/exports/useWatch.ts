import { useEffect } from 'react';

const EVERY_MS = 1_500;

/** Looks again and again, as long as there is something to wait for and somebody to see it. */
export function useWatch(waiting: boolean, look: () => void): void {
  useEffect(() => {
    if (!waiting) return undefined;
    const timer = setInterval(() => {
      if (!document.hidden) look();
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [waiting, look]);
}
