import type { Language } from '../i18n/catalogues';
import type { Compared, Line } from './participation';

export type Column = 'name' | Compared | 'first_at' | 'last_at' | 'removed';

export interface Order {
  readonly column: Column;
  readonly down: boolean;
}

/** Those who are equal stand by name. Who has no such figure, such as a last message, stands behind all who have. */
export function sorted(lines: readonly Line[], { column, down }: Order, language: Language): readonly Line[] {
  const byName = new Intl.Collator(language);
  const names = (a: Line, b: Line): number => byName.compare(a.name, b.name);
  return lines.toSorted((a, b) => {
    if (column === 'name') return down ? names(b, a) : names(a, b);
    const [x, y] = [a[column], b[column]];
    if (x === y) return names(a, b);
    if (x === null || y === null) return x === null ? 1 : -1;
    return x < y === down ? 1 : -1;
  });
}
