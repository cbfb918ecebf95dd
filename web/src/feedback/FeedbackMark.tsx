import { useI18n } from '../i18n/i18n';
import { Icon } from '../ui/Icon';
import { useBesideMessages } from './besideMessages';
import { isNew } from './feedback';

/** Stands beside a message that my teachers have said something about, and shows it. */
export function FeedbackMark({ message }: { message: string }) {
  const { t } = useI18n();
  const { on, show } = useBesideMessages();
  const feedback = on.get(message);
  if (feedback === undefined) return null;
  const look = feedback.some(isNew) ? 'feedback-mark feedback-mark-new' : 'feedback-mark';
  return (
    <button type="button" className={look} aria-haspopup="dialog" onClick={() => show(message)}>
      <Icon name="comment" />
      <span className="visually-hidden">{t('feedback.beside', { count: feedback.length })}</span>
      <span aria-hidden="true">{feedback.length}</span>
    </button>
  );
}
