const STEPS_MS = [500, 1_000, 2_000, 4_000, 8_000, 15_000];
const JITTER = 0.5;

/** How long to wait after the n-th failure, counted from 0. Spread, so that a class does not come back as one. */
export function backoffMs(failures: number, random: () => number = Math.random): number {
  const step = STEPS_MS[Math.min(failures, STEPS_MS.length - 1)] ?? 0;
  return step * (1 - JITTER / 2 + JITTER * random());
}
