import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { useLoaded } from '../http/useLoaded';
import { useI18n } from '../i18n/i18n';
import { teaches } from '../session/account';
import { useMe } from '../session/session';
import { Dialog } from '../ui/Dialog';
import { BesideMessagesContext } from './besideMessages';
import { isNew, type Received } from './feedback';
import { feedbackIn, markSeen } from './feedbackApi';
import { FeedbackCard } from './FeedbackCard';
import { useFeedbackNews } from './news';
import './feedback.css';

/** Puts a student's feedback beside their messages in a room. */
export function RoomFeedback({ room, children }: { room: string; children: ReactNode }) {
  const { t } = useI18n();
  const student = !teaches(useMe());
  const news = useFeedbackNews();
  const load = useCallback(
    (signal: AbortSignal) => (student ? feedbackIn(room, signal) : Promise.resolve([])),
    [room, student],
  );
  const { value, reload } = useLoaded<readonly Received[]>(load);
  const [shown, setShown] = useState<string | null>(null);
  const on = useMemo(() => byMessage(value ?? []), [value]);
  const here = shown === null ? [] : (on.get(shown) ?? []);
  const fresh = here
    .filter(isNew)
    .map(({ id }) => id)
    .join(' ');

  useEffect(reload, [news.feedback, reload]);
  useEffect(() => {
    if (fresh !== '') markSeen(fresh.split(' ')).then(news.reload, () => undefined);
  }, [fresh, news.reload]);

  const beside = useMemo(() => ({ on, show: setShown }), [on]);
  return (
    <BesideMessagesContext value={beside}>
      {children}
      {here.length > 0 && (
        <Dialog title={t('feedback.beside.title')} onClose={() => setShown(null)}>
          <ul className="feedback-list">
            {here.map(feedback => (
              <li key={feedback.id}>
                <FeedbackCard feedback={feedback} about={false} onAnswered={reload} />
              </li>
            ))}
          </ul>
        </Dialog>
      )}
    </BesideMessagesContext>
  );
}

function byMessage(all: readonly Received[]): Map<string, Received[]> {
  const on = new Map<string, Received[]>();
  for (const feedback of all) {
    for (const { id } of feedback.messages) on.set(id, [...(on.get(id) ?? []), feedback]);
  }
  return on;
}
