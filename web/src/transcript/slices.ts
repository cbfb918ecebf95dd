import type { TranscriptEntry } from './entry';

/** Some entries that follow one another. */
export interface Slice {
  readonly entries: readonly TranscriptEntry[];
  /** From where on there is something older; null where there is nothing. */
  readonly before: string | null;
  /** From where on there is something newer; null where there was nothing. */
  readonly after: string | null;
}

/** So many slices are kept: enough for any screen, few enough for any computer. What is dropped is loaded again. */
const KEPT = 5;

export const withOlder = (slices: readonly Slice[], older: Slice): readonly Slice[] =>
  [older, ...slices].slice(0, KEPT);

export const withNewer = (slices: readonly Slice[], newer: Slice): readonly Slice[] => [...slices, newer].slice(-KEPT);
