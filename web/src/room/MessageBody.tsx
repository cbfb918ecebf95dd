import { memo, useState } from 'react';
import { useI18n } from '../i18n/i18n';
import { pieces } from './pieces';

const LONG_CHARACTERS = 900;
const LONG_LINES = 14;

/** What somebody wrote, word for word; addresses of pages become links, and very long ones are folded. */
export const MessageBody = memo(function MessageBody({ text }: { text: string }) {
  const { t } = useI18n();
  const long = text.length > LONG_CHARACTERS || text.split('\n').length > LONG_LINES;
  const [folded, setFolded] = useState(long);
  return (
    <>
      <p className={folded ? 'message-text message-text-folded from-people' : 'message-text from-people'} dir="auto">
        {pieces(text).map(({ at, link, words }) =>
          link ? (
            <a key={at} href={words} target="_blank" rel="noopener noreferrer nofollow">
              {words}
            </a>
          ) : (
            words
          ),
        )}
      </p>
      {folded && (
        <button type="button" className="message-unfold" onClick={() => setFolded(false)}>
          {t('app.more')}
        </button>
      )}
    </>
  );
});
