import { Segmented } from '../ui/Segmented';
import { LANGUAGES } from './catalogues';
import { useI18n } from './i18n';

const OPTIONS = LANGUAGES.map(({ code, name }) => ({ value: code, label: name, lang: code }));

export function LanguageChoice() {
  const { t, language, speak } = useI18n();
  return <Segmented label={t('me.language')} value={language} options={OPTIONS} onChange={speak} />;
}
