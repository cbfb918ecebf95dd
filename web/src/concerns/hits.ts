import type { Concern } from './concern';

/** Whether a message came up for this word alone: nobody reported it, and it holds nothing else that is flagged. */
export const isOnlyHitOf = (word: string, { words, reports }: Concern): boolean =>
  reports.length === 0 && words.length === 1 && words[0] === word;

/** The word of which there are several open hits in the room of this one, so that they can be decided together; else null. */
export function wordToClose(concern: Concern, all: readonly Concern[]): string | null {
  const [word] = concern.words;
  if (word === undefined || concern.state !== 'open' || !isOnlyHitOf(word, concern)) return null;
  const same = all.filter(one => one.state === 'open' && one.room === concern.room && isOnlyHitOf(word, one));
  return same.length > 1 ? word : null;
}
