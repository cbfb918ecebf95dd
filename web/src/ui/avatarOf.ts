const COLOURS = 8;
const SHAPES = 4;

export interface AvatarLook {
  readonly initials: string;
  /** Index into colours that differ in lightness as well as in hue. */
  readonly colour: number;
  /** Colour alone never tells two people apart: the corner that is pointed does as well. */
  readonly shape: number;
}

export type AvatarFigure = Pick<AvatarLook, 'colour' | 'shape'>;

/** How somebody looks in the pages, the same account always the same; among others who look alike, as they are told apart. */
export function avatarOf(id: string, name: string, among?: ReadonlyMap<string, AvatarFigure>): AvatarLook {
  return { initials: initialsOf(name), ...(among?.get(id) ?? figureOf(id)) };
}

function figureOf(id: string): AvatarFigure {
  const hash = hashOf(id);
  return { colour: hash % COLOURS, shape: Math.floor(hash / COLOURS) % SHAPES };
}

/**
 * Figures of people who are seen together, which differ as far as there are different ones: whoever would look like somebody
 * else takes the colour, and then the shape, that the fewest have.
 */
export function figuresOf(ids: readonly string[]): ReadonlyMap<string, AvatarFigure> {
  const figures = new Map<string, AvatarFigure>();
  const colours = new Array<number>(COLOURS).fill(0);
  const looks = new Array<number>(COLOURS * SHAPES).fill(0);
  for (const id of ids.toSorted()) {
    const own = figureOf(id);
    const colour = rarest(colours, own.colour, 0, COLOURS);
    const shape = rarest(looks, own.shape, colour * SHAPES, SHAPES);
    figures.set(id, { colour, shape });
    colours[colour] = (colours[colour] ?? 0) + 1;
    looks[colour * SHAPES + shape] = (looks[colour * SHAPES + shape] ?? 0) + 1;
  }
  return figures;
}

/** Of so many counts from `first` on, the place of the smallest; `own` where it is one of those, else the next one behind it. */
function rarest(counts: readonly number[], own: number, first: number, length: number): number {
  const places = Array.from({ length }, (_, step) => (own + step) % length);
  const count = (place: number): number => counts[first + place] ?? 0;
  return places.reduce((best, place) => (count(place) < count(best) ? place : best), own);
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
