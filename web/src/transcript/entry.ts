import type { ConcernState } from '../concerns/concern';
import type { Entry } from '../room/entry';

/** An entry as those see it who may read the transcript: with the text of what was removed, too. */
export interface TranscriptEntry extends Entry {
  /** Who took it away, and when. */
  readonly removal: { readonly by: string; readonly at: string } | null;
  /** Where the words stand that are looked for; null where none are. */
  readonly found: readonly Stretch[] | null;
  /** That it was reported or holds flagged words, for those who may know. */
  readonly concern: {
    readonly id: string;
    readonly state: ConcernState;
    readonly reported: boolean;
    readonly flagged: boolean;
    /** Where the flagged words stand. */
    readonly found: readonly Stretch[];
  } | null;
  /** How many comments are about it. */
  readonly comments: number;
}

/** Some of the characters of a text. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}
