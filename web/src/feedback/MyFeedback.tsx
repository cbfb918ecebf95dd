import { useEffect, useMemo, useRef } from 'react';
import { usePaged } from '../http/usePaged';
import { useI18n } from '../i18n/i18n';
import { EmptyState } from '../ui/EmptyState';
import { LoadFailed } from '../ui/LoadFailed';
import { Loading } from '../ui/Loading';
import { LoadMore } from '../ui/LoadMore';
import { Page } from '../ui/Page';
import { isNew, type Answer, type Received } from './feedback';
import { listFeedback, markSeen } from './feedbackApi';
import { FeedbackCard } from './FeedbackCard';
import { useFeedbackNews } from './news';

/** All feedback that was released to a student, what was released last first. */
export function MyFeedback() {
  const { t } = useI18n();
  const { slices, state, error, more, loadMore, reload, change } = usePaged<Received>(listFeedback);
  const all = useMemo(() => slices.flatMap(({ items }) => items), [slices]);
  const news = useFeedbackNews();

  useSees(all, news.reload);
  useEffect(() => {
    if (news.feedback > 0) reload();
  }, [news.feedback, reload]);

  const answered = (id: string, answer: Answer): void =>
    change(each => (each.id === id ? { ...each, answers: [...each.answers, answer] } : each));

  return (
    <Page title={t('feedback.title')} lead={t('feedback.lead')}>
      {state === 'loading' && all.length === 0 && <Loading />}
      {state === 'failed' && <LoadFailed error={error} onRetry={reload} />}
      {state === 'ready' && all.length === 0 && (
        <EmptyState title={t('feedback.none')} help={t('feedback.none.help')} />
      )}
      <ul className="feedback-list">
        {all.map(feedback => (
          <li key={feedback.id} className="sheet sheet-padded">
            <FeedbackCard feedback={feedback} about onAnswered={answer => answered(feedback.id, answer)} />
          </li>
        ))}
      </ul>
      <LoadMore more={more} label={t('feedback.more')} failed={t('feedback.moreFailed')} onLoad={loadMore} />
    </Page>
  );
}

/** Notes what is shown as seen, once; it goes on to be marked as new until the page is opened again. */
function useSees(shown: readonly Received[], onSeen: () => void): void {
  const told = useRef(new Set<string>());
  useEffect(() => {
    const fresh = shown.filter(each => isNew(each) && !told.current.has(edition(each)));
    if (fresh.length === 0) return;
    fresh.forEach(each => told.current.add(edition(each)));
    markSeen(fresh.map(({ id }) => id)).then(onSeen, () => fresh.forEach(each => told.current.delete(edition(each))));
  }, [shown, onSeen]);
}

/** Released again, or answered, it is something new. */
const edition = ({ id, released_at, answers }: Received): string => `${id} ${released_at} ${answers.length}`;
