import { createContext, use } from 'react';
import type { Language } from './catalogues';
import type { Dates } from './dates';
import type { List } from './lists';
import type { Translate } from './translate';

export interface I18n {
  readonly language: Language;
  readonly t: Translate;
  readonly dates: Dates;
  readonly list: List;
  /** Changes the language and remembers it on this computer. */
  readonly speak: (language: Language) => void;
}

export const I18nContext = createContext<I18n | null>(null);

export function useI18n(): I18n {
  const i18n = use(I18nContext);
  if (i18n === null) throw new Error('outside of I18nProvider');
  return i18n;
}
