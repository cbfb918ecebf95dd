import { useI18n } from '../i18n/i18n';
import { Button } from '../ui/Button';
import type { CommentChange } from './unsaved';

interface LostChangeProps {
  readonly change: CommentChange;
  readonly onEdit: () => void;
  readonly onDiscard: () => void;
}

/** What was written into a comment that somebody has deleted meanwhile: it can still become one of its own. */
export function LostChange({ change, onEdit, onDiscard }: LostChangeProps) {
  const { t } = useI18n();
  return (
    <article className="comment-card">
      <header className="mark-head">
        <span className="chip chip-locked">{t('mark.unsaved')}</span>
        <span>{t('marking.commentGone')}</span>
      </header>
      <p className="feedback-text from-people" dir="auto">
        {change.text}
      </p>
      <div className="actions comment-actions">
        <Button onClick={onEdit}>{t('mark.edit')}</Button>
        <Button look="quiet" onClick={onDiscard}>
          {t('mark.discard')}
        </Button>
      </div>
    </article>
  );
}
