import { useEffect, useState } from 'react';
import type { Entry } from './entry';

/** Names the window after the room, with how many messages have come in while nobody looked. */
export function useRoomTitle(title: string, news: readonly Entry[]): void {
  const [unseen, setUnseen] = useState(0);

  useEffect(() => {
    if (document.hidden) setUnseen(count => count + news.length);
  }, [news]);
  useEffect(() => {
    const changed = (): void => {
      if (!document.hidden) setUnseen(0);
    };
    document.addEventListener('visibilitychange', changed);
    return () => document.removeEventListener('visibilitychange', changed);
  }, []);
  useEffect(() => {
    if (title !== '') document.title = unseen > 0 ? `(${unseen}) ${title} · Homeroom` : `${title} · Homeroom`;
  }, [title, unseen]);
}
