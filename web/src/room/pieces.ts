export interface Piece {
  /** Where in the text it begins. */
  readonly at: number;
  readonly words: string;
  readonly link: boolean;
}

const ADDRESS = /https?:\/\/[^\s<>"'，。；：！？、）】》「」]+/giu;
const TRAILING = /[.,;:!?)\]}]+$/u;

/** Splits a text into plain words and web addresses; only http and https become links. */
export function pieces(text: string): Piece[] {
  const found: Piece[] = [];
  let done = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const address = match[0].replace(TRAILING, '');
    if (!isAddress(address)) continue;
    if (match.index > done) found.push({ at: done, words: text.slice(done, match.index), link: false });
    found.push({ at: match.index, words: address, link: true });
    done = match.index + address.length;
  }
  if (done < text.length) found.push({ at: done, words: text.slice(done), link: false });
  return found;
}

const isAddress = (text: string): boolean => URL.canParse(text);
