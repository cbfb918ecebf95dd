import { useState, type SyntheticEvent } from 'react';
import { Problem, problemText } from '../http/problem';
import { useLoaded } from '../http/useLoaded';
import { useI18n } from '../i18n/i18n';
import type { PlainKey } from '../i18n/translate';
import { Button } from '../ui/Button';
import { EmptyState } from '../ui/EmptyState';
import { ErrorNote } from '../ui/ErrorNote';
import { Field } from '../ui/Field';
import { IconButton } from '../ui/IconButton';
import { Loading } from '../ui/Loading';
import { LoadFailed } from '../ui/LoadFailed';
import { Page } from '../ui/Page';
import { useTell } from '../ui/toast';
import { addFlaggedWord, listFlaggedWords, removeFlaggedWord, type FlaggedWord } from './concernsApi';
import { NoLeadNote } from './NoLeadNote';
import './concerns.css';

const LONGEST_WORD = 100;

/** Refusals for which there are better words than for others of their status. */
const sentences: Partial<Record<string, PlainKey>> = {
  'known-word': 'words.known',
  'too-many-words': 'words.tooMany',
  'invalid-request': 'words.wordless',
};

/** The words that the school flags, for its admins. */
export function FlaggedWordsPage() {
  const { t, dates } = useI18n();
  const tell = useTell();
  const { value, error, reload } = useLoaded(listFlaggedWords);
  const [text, setText] = useState('');
  const [lookBack, setLookBack] = useState(true);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);

  const attempt = async (what: () => Promise<unknown>, said: string): Promise<void> => {
    setBusy(true);
    setRefusal(null);
    try {
      await what();
      tell(said);
      reload();
    } catch (failure) {
      const slug = failure instanceof Problem ? failure.slug : '';
      setRefusal(t(sentences[slug] ?? problemText(failure)));
    }
    setBusy(false);
  };
  const add = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    if (busy || text.trim() === '') return;
    const word = text.trim();
    await attempt(
      async () => {
        await addFlaggedWord({ text: word, look_back: lookBack });
        setText('');
      },
      t('words.added', { word }),
    );
  };
  /** Taken off by mistake, it is added again as it was written. */
  const remove = (word: FlaggedWord): Promise<void> =>
    attempt(() => removeFlaggedWord(word.id), t('words.removed', { word: word.text }));

  return (
    <Page title={t('words.title')} lead={t('words.lead')}>
      <NoLeadNote />
      {value === null && (error === null ? <Loading /> : <LoadFailed error={error} onRetry={reload} />)}
      {value !== null && (
        <>
          <form className="form words-form" onSubmit={event => void add(event)} noValidate>
            <Field
              label={t('words.word')}
              hint={t('words.hint')}
              maxLength={LONGEST_WORD}
              autoComplete="off"
              value={text}
              onChange={event => setText(event.target.value)}
            />
            <label className="check-row">
              <input type="checkbox" checked={lookBack} onChange={event => setLookBack(event.target.checked)} />
              <span>
                <strong>{t('words.lookBack', { count: value.look_back_days })}</strong>
              </span>
            </label>
            <ErrorNote text={refusal} />
            <div className="actions">
              <Button look="main" type="submit" icon="plus" busy={busy}>
                {t('words.add')}
              </Button>
            </div>
          </form>
          {value.items.length === 0 && <EmptyState title={t('words.none')} help={t('words.none.help')} />}
          {value.items.length > 0 && (
            <ul className="list sheet">
              {value.items.map(word => (
                <li key={word.id} className="list-row">
                  <span className="list-main">
                    <span className="list-title from-people">{word.text}</span>
                    <span className="list-note from-people">
                      {t('words.by', { name: word.added_by, time: dates.moment(new Date(word.added_at)) })}
                    </span>
                  </span>
                  {word.looking_back && <span className="chip">{t('words.lookingBack')}</span>}
                  <IconButton
                    icon="trash"
                    label={t('words.remove', { word: word.text })}
                    onClick={() => void remove(word)}
                  />
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </Page>
  );
}
