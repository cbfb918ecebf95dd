import type { Entry } from '../room/entry';

/** An entry as those see it who may read the transcript: with the text of what was removed, too. */
export interface TranscriptEntry extends Entry {
  /** Who took it away, and when. */
  readonly removal: { readonly by: string; readonly at: string } | null;
  /** Where the words stand that are looked for; null where none are. */
  readonly found: readonly { readonly start: number; readonly end: number }[] | null;
}
