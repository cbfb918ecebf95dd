import type { Language } from './catalogues';

/** Several things as one part of a sentence: "Amy, Ben and Chen". */
export type List = (items: readonly string[]) => string;

/** English as schools outside of America write it, without a comma before the last: as our texts are written. */
const WRITTEN: Record<Language, string> = { en: 'en-GB', 'zh-CN': 'zh-CN' };

export function listOf(language: Language): List {
  const format = new Intl.ListFormat(WRITTEN[language], { type: 'conjunction' });
  return items => format.format(items);
}
