import { useEffect, useState } from 'react';

/** How many seconds are left until then, counted down; 0 when it is past. */
export function useCountdown(until: number): number {
  const [now, setNow] = useState(() => Date.now());
  const left = Math.max(0, Math.ceil((until - now) / 1_000));
  useEffect(() => {
    const started = Date.now();
    setNow(started);
    if (until <= started) return;
    const ticking = setInterval(() => {
      setNow(Date.now());
      if (Date.now() >= until) clearInterval(ticking);
    }, 250);
    return () => clearInterval(ticking);
  }, [until]);
  return left;
}
