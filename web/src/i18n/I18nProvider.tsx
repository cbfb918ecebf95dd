import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { kept } from '../ui/kept';
import { LANGUAGES, type Language } from './catalogues';
import { datesOf } from './dates';
import { I18nContext, type I18n } from './i18n';
import { listOf } from './lists';
import { preferred } from './preferred';
import { translator } from './translate';

const chosen = kept<Language>('homeroom.language', value => LANGUAGES.some(({ code }) => code === value));

export function I18nProvider({ children, initial }: { children: ReactNode; initial?: Language }) {
  const [language, setLanguage] = useState<Language>(() => initial ?? chosen.read() ?? preferred(navigator.languages));

  const i18n = useMemo<I18n>(() => {
    const t = translator(language);
    const speak = (next: Language): void => {
      chosen.write(next);
      setLanguage(next);
    };
    return { language, t, dates: datesOf(language, t), list: listOf(language), speak };
  }, [language]);

  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  return <I18nContext value={i18n}>{children}</I18nContext>;
}
