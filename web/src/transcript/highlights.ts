export interface Part {
  readonly at: number;
  readonly part: string;
  readonly hit: boolean;
}

/** Splits a text at the words that were looked for, whatever their case. */
export function highlights(text: string, words: string): Part[] {
  const wanted = words.split(/\s+/u).filter(Boolean).map(escaped);
  if (wanted.length === 0) return [{ at: 0, part: text, hit: false }];
  const parts: Part[] = [];
  let done = 0;
  for (const match of text.matchAll(new RegExp(wanted.join('|'), 'giu'))) {
    if (match.index > done) parts.push({ at: done, part: text.slice(done, match.index), hit: false });
    parts.push({ at: match.index, part: match[0], hit: true });
    done = match.index + match[0].length;
  }
  if (done < text.length) parts.push({ at: done, part: text.slice(done), hit: false });
  return parts;
}

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
