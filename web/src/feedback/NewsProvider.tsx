import { useEffect, useMemo, useRef, type ReactNode } from 'react';
import { useLoaded } from '../http/useLoaded';
import { useI18n } from '../i18n/i18n';
import { useLinkState } from '../live/liveContext';
import { useLooksAgain } from '../rooms/useLooksAgain';
import { useTell } from '../ui/toast';
import type { News } from './feedback';
import { getNews } from './feedbackApi';
import { NewsContext } from './news';

/** Knows of new feedback and new answers, and says so when there are more of them. Nobody pushes them, so it asks, and seldom. */
export function NewsProvider({ children }: { children: ReactNode }) {
  const { value, reload } = useLoaded(getNews);
  const link = useLinkState();

  useLooksAgain(reload);
  useEffect(() => {
    if (link === 'connected') reload();
  }, [link, reload]);
  useTold(value);

  const news = useMemo(
    () => ({ feedback: value?.feedback ?? 0, answers: value?.answers ?? 0, reload }),
    [value, reload],
  );
  return <NewsContext value={news}>{children}</NewsContext>;
}

/** Tells of what has come since the page was opened; what was there already shows by its number alone. */
function useTold(news: News | null): void {
  const { t } = useI18n();
  const tell = useTell();
  const before = useRef<News | null>(null);
  useEffect(() => {
    if (news === null) return;
    const known = before.current;
    before.current = news;
    if (known === null) return;
    if (news.feedback > known.feedback) tell(t('feedback.news'));
    else if (news.answers > known.answers) tell(t('feedback.newAnswers'));
  }, [news, tell, t]);
}
