import { useEffect, useRef, useState } from 'react';
import type { Entry } from './entry';

const NONE: readonly Entry[] = [];

/**
 * The messages of others that came in live since the last time some did. What was there when the page appeared is no
 * news, neither is what comes from the archive; and what is forgotten or moved does not come anew.
 */
export function useNews(live: readonly Entry[], me: string): readonly Entry[] {
  const known = useRef<WeakSet<Entry> | null>(null);
  const [news, setNews] = useState(NONE);

  useEffect(() => {
    const before = known.current;
    known.current = new WeakSet(live);
    if (before === null) return;
    const fresh = live.filter(entry => !before.has(entry) && isNews(entry, me));
    if (fresh.length > 0) setNews(fresh);
  }, [live, me]);

  return news;
}

const isNews = (entry: Entry, me: string): boolean =>
  entry.kind === 'message' && entry.userId !== me && !entry.removed && entry.text !== null;
