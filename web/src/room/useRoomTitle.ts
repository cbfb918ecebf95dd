import { useEffect, useRef, useState } from 'react';

/** Names the window after the room, with how much has come in while nobody looked. */
export function useRoomTitle(title: string, liveEntries: number): void {
  const [hidden, setHidden] = useState(() => document.hidden);
  const seen = useRef(liveEntries);

  useEffect(() => {
    const changed = (): void => setHidden(document.hidden);
    document.addEventListener('visibilitychange', changed);
    return () => document.removeEventListener('visibilitychange', changed);
  }, []);
  useEffect(() => {
    if (!hidden) seen.current = liveEntries;
    if (title === '') return;
    const unseen = Math.max(0, liveEntries - seen.current);
    document.title = unseen > 0 ? `(${unseen}) ${title} · Homeroom` : `${title} · Homeroom`;
  }, [title, liveEntries, hidden]);
}
