import { useEffect } from 'react';

const EVERY_MS = 60_000;
/** Spread, so that a class that opened the page together does not ask together for ever. */
const JITTER = 0.5;
/** Somebody who goes to and fro between two windows does not ask each time. */
const NOT_WITHIN_MS = 10_000;

/**
 * Looks again when somebody comes back to the page, and now and then while they look at it; hidden, it asks nobody.
 *
 * @param everyMs how often at most, and half as often again at least
 */
export function useLooksAgain(look: () => void, everyMs = EVERY_MS): void {
  useEffect(() => {
    let last = Date.now();
    let timer: ReturnType<typeof setTimeout>;

    const lookLater = (): void => {
      clearTimeout(timer);
      if (!document.hidden) timer = setTimeout(lookNow, everyMs * (1 + Math.random() * JITTER));
    };
    const lookNow = (): void => {
      last = Date.now();
      look();
      lookLater();
    };
    const cameOrWent = (): void => {
      if (!document.hidden && Date.now() - last >= NOT_WITHIN_MS) lookNow();
      else lookLater();
    };

    lookLater();
    document.addEventListener('visibilitychange', cameOrWent);
    window.addEventListener('focus', cameOrWent);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', cameOrWent);
      window.removeEventListener('focus', cameOrWent);
    };
  }, [look, everyMs]);
}
