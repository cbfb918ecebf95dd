export interface Part {
  readonly at: number;
  readonly part: string;
  readonly hit: boolean;
}

/** Splits a text where it holds what was looked for, as the server looks for it: the words as a whole, in any case. */
export function highlights(text: string, words: string): Part[] {
  const wanted = words.trim();
  if (wanted === '') return [{ at: 0, part: text, hit: false }];
  const parts: Part[] = [];
  let done = 0;
  for (const match of text.matchAll(new RegExp(escaped(wanted), 'giu'))) {
    if (match.index > done) parts.push({ at: done, part: text.slice(done, match.index), hit: false });
    parts.push({ at: match.index, part: match[0], hit: true });
    done = match.index + match[0].length;
  }
  if (done < text.length) parts.push({ at: done, part: text.slice(done), hit: false });
  return parts;
}

const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
