import { catalogues, type Language, type MessageKey } from './catalogues';
import type { en } from './en';
import type { PlaceholderOf } from './message';

export type Values<K extends MessageKey> = Record<PlaceholderOf<(typeof en)[K]>, string | number>;

/** The keys of the texts that stand by themselves, without values. */
export type PlainKey = {
  [K in MessageKey]: [PlaceholderOf<(typeof en)[K]>] extends [never] ? K : never;
}[MessageKey];

/** Says a text of the catalogue; the compiler knows which values each text needs. */
export type Translate = <K extends MessageKey>(
  key: K,
  ...values: [PlaceholderOf<(typeof en)[K]>] extends [never] ? [] : [Values<K>]
) => string;

const PLACEHOLDER = /\{(\w+)\}/g;

export function translator(language: Language): Translate {
  const catalogue = catalogues[language];
  const plural = new Intl.PluralRules(language);
  const number = new Intl.NumberFormat(language);
  const written = (value: string | number | undefined): string =>
    typeof value === 'number' ? number.format(value) : (value ?? '');

  return (key, ...rest) => {
    const values: Partial<Record<string, string | number>> = rest[0] ?? {};
    const message = catalogue[key];
    const form = plural.select(Number(values['count'])) === 'one' ? 'one' : 'other';
    const text = typeof message === 'string' ? message : message[form];
    return text.replace(PLACEHOLDER, (_, name: string) => written(values[name]));
  };
}
