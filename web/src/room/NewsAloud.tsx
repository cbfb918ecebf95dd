import { useI18n } from '../i18n/i18n';
import type { Entry } from './entry';

const READ_OUT = 3;

/**
 * Reads what comes in to those who use a screen reader. The log itself is silent: what is loaded into it, scrolled into
 * it or drawn anew is nothing that has just been said.
 */
export function NewsAloud({ news }: { news: readonly Entry[] }) {
  const { t } = useI18n();
  return (
    <div className="visually-hidden" aria-live="polite" aria-relevant="additions">
      {news.length > READ_OUT ? (
        <p key={news[0]?.id}>{t('room.new', { count: news.length })}</p>
      ) : (
        news.map(({ id, username, text }) => <p key={id}>{t('message.aloud', { name: username, text: text ?? '' })}</p>)
      )}
    </div>
  );
}
