import { useState } from 'react';
import { QuotedMessages } from '../feedback/QuotedMessages';
import { TagChips } from '../feedback/TagChips';
import { Thread } from '../feedback/Thread';
import { useI18n } from '../i18n/i18n';
import { Button } from '../ui/Button';
import { Confirm } from '../ui/Confirm';
import type { Mark } from './marking';
import { StateMark } from './StateMark';
import { useMarkActions } from './useMarkActions';

interface CommentCardProps {
  readonly room: string;
  readonly comment: Mark;
  readonly mayChange: boolean;
  /** Whether it says what it is about: not beneath the message itself. */
  readonly quoting: boolean;
  /** Whether a change of it has been written and not saved. */
  readonly unsaved: boolean;
  readonly onEdit: (comment: Mark) => void;
  readonly onChanged: () => void;
}

/** A comment as teachers see it, with what can be done with it. */
export function CommentCard({ room, comment, mayChange, quoting, unsaved, onEdit, onChanged }: CommentCardProps) {
  const { t } = useI18n();
  const [removing, setRemoving] = useState(false);
  const { busy, release, withdraw, remove } = useMarkActions(room, onChanged);
  const { text, tags, messages, state, by, released, answers } = comment;
  return (
    <article className="comment-card">
      <header className="mark-head">
        <StateMark mark={comment} />
        {unsaved && <span className="chip chip-locked">{t('mark.unsaved')}</span>}
        <span className="comment-by from-people">{by?.name ?? t('feedback.somebody')}</span>
        {!quoting && messages.length > 1 && <span>{t('marking.onMessages', { count: messages.length })}</span>}
      </header>
      {quoting && <QuotedMessages messages={messages} />}
      <TagChips tags={tags} />
      {text !== '' && (
        <p className="feedback-text from-people" dir="auto">
          {text}
        </p>
      )}
      <div className="actions comment-actions">
        {state !== 'released' && (
          <Button icon="send" busy={busy} onClick={() => void release(comment)}>
            {t('mark.release')}
          </Button>
        )}
        {mayChange && (
          <Button look="quiet" onClick={() => onEdit(comment)}>
            {t('mark.edit')}
          </Button>
        )}
        {released !== null && (
          <Button look="quiet" busy={busy} onClick={() => void withdraw(comment)}>
            {t('mark.withdraw')}
          </Button>
        )}
        <Button look="quiet" icon="trash" onClick={() => setRemoving(true)}>
          {t('mark.delete')}
        </Button>
      </div>
      {answers.length > 0 && (
        <Thread
          feedback={comment.id}
          answers={answers}
          closed={released === null ? t('marking.hidden') : null}
          onAnswered={onChanged}
        />
      )}
      {removing && (
        <Confirm
          title={t('mark.delete.comment')}
          help={t('mark.delete.help')}
          action={t('mark.delete')}
          onConfirm={() => remove(comment)}
          onClose={() => setRemoving(false)}
        />
      )}
    </article>
  );
}
