import { useState, type KeyboardEvent } from 'react';
import { problemText } from '../http/problem';
import { useI18n } from '../i18n/i18n';
import { Button } from '../ui/Button';
import { ErrorNote } from '../ui/ErrorNote';
import { TextArea } from '../ui/TextArea';
import { LONGEST_TEXT, type Answer } from './feedback';
import { answerFeedback } from './feedbackApi';

interface ThreadProps {
  readonly feedback: string;
  readonly answers: readonly Answer[];
  /** Why nothing can be answered; null where it can. */
  readonly closed: string | null;
  readonly onAnswered: (answer: Answer) => void;
}

/** What was said to feedback, and where one says something to it. */
export function Thread({ feedback, answers, closed, onAnswered }: ThreadProps) {
  const { t, dates } = useI18n();
  const [writing, setWriting] = useState(false);
  return (
    <div className="thread">
      {answers.length > 0 && (
        <ol aria-label={t('feedback.answers')}>
          {answers.map(answer => (
            <li key={answer.id} className={answer.from_student ? 'thread-answer' : 'thread-answer thread-teacher'}>
              <p className="thread-head">
                <strong className="from-people">{answer.by?.name ?? t('feedback.somebody')}</strong>
                <time dateTime={answer.written_at} title={dates.moment(new Date(answer.written_at))}>
                  {dates.ago(new Date(answer.written_at))}
                </time>
              </p>
              <p className="thread-text from-people" dir="auto">
                {answer.text}
              </p>
            </li>
          ))}
        </ol>
      )}
      {closed !== null && <p className="field-hint">{closed}</p>}
      {closed === null && !writing && (
        <Button look="quiet" icon="send" onClick={() => setWriting(true)}>
          {t('feedback.answer')}
        </Button>
      )}
      {closed === null && writing && (
        <AnswerForm
          feedback={feedback}
          onClose={() => setWriting(false)}
          onAnswered={answer => {
            setWriting(false);
            onAnswered(answer);
          }}
        />
      )}
    </div>
  );
}

interface AnswerFormProps {
  readonly feedback: string;
  readonly onClose: () => void;
  readonly onAnswered: (answer: Answer) => void;
}

function AnswerForm({ feedback, onClose, onAnswered }: AnswerFormProps) {
  const { t } = useI18n();
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  const send = async (): Promise<void> => {
    if (busy || text.trim() === '') return;
    setBusy(true);
    setError(null);
    try {
      onAnswered(await answerFeedback(feedback, text.trim()));
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send();
    if (event.key !== 'Escape' || text !== '') return;
    event.preventDefault();
    event.stopPropagation();
    onClose();
  };

  return (
    <div className="answer-form" onKeyDown={onKeyDown}>
      <TextArea
        label={t('feedback.answer.label')}
        hint={t('feedback.ctrlEnter')}
        autoFocus
        maxLength={LONGEST_TEXT}
        value={text}
        onChange={event => setText(event.target.value)}
      />
      <ErrorNote text={error === null ? null : t(problemText(error))} />
      <div className="actions">
        <Button look="main" busy={busy} disabled={text.trim() === ''} onClick={() => void send()}>
          {t('feedback.answer.send')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('app.cancel')}
        </Button>
      </div>
    </div>
  );
}
