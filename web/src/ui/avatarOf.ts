const COLOURS = 8;
const SHAPES = 4;

export interface AvatarLook {
  readonly initials: string;
  /** Index into colours that differ in lightness as well as in hue. */
  readonly colour: number;
  /** Colour alone never tells two people apart: the corner that is pointed does as well. */
  readonly shape: number;
}

/** How somebody looks everywhere in the pages: the same account always the same. */
export function avatarOf(id: string, name: string): AvatarLook {
  const hash = hashOf(id);
  return { initials: initialsOf(name), colour: hash % COLOURS, shape: Math.floor(hash / COLOURS) % SHAPES };
}

const CHINESE_NAME = /^\p{Script=Han}{2,4}$/u;

/** Two letters: of the first and the last word, or the given name of a Chinese name. */
export function initialsOf(name: string): string {
  const trimmed = name.trim();
  if (CHINESE_NAME.test(trimmed)) return Array.from(trimmed).slice(-2).join('');
  const words = trimmed.split(/[\s._-]+/u).filter(Boolean);
  const letters = words.length > 1 ? [words[0], words.at(-1)].map(firstLetter) : [firstLetter(words[0])];
  return letters.join('').toLocaleUpperCase();
}

const firstLetter = (word: string | undefined): string => Array.from(word ?? '?')[0] ?? '?';

function hashOf(text: string): number {
  let hash = 2166136261;
  for (const unit of text) {
    hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 16777619);
  }
  return (hash ^ (hash >>> 15)) >>> 0;
}
