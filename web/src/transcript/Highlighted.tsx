import { highlights } from './highlights';

/** A text in which the words that were looked for are marked. */
export function Highlighted({ text, words }: { text: string; words: string }) {
  return highlights(text, words).map(({ at, part, hit }) => (hit ? <mark key={at}>{part}</mark> : part));
}
