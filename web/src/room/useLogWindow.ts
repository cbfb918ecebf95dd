import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { anchorOf, entryIn, restore, type ScrollAnchor } from '../ui/scrollAnchor';
import type { Entry } from './entry';

/** How many entries are in the document at most: enough for any screen, few enough for any computer. */
const DRAWN = 200;
const STEP = 60;
const NEAR_PX = 700;
const AT_BOTTOM_PX = 48;

interface LogWindow {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly content: RefObject<HTMLDivElement | null>;
  /** The entries to draw are those from `start` to before `end`. */
  readonly start: number;
  readonly end: number;
  /** Whether the newest entry is in sight and stays so. */
  readonly pinned: boolean;
  readonly onScroll: () => void;
  readonly toNewest: () => void;
  /** Brings one of the entries into sight, with the focus on it. */
  readonly show: (id: string) => void;
}

/**
 * Shows a stretch of a log of any length and moves it as one scrolls. Pinned to the bottom it follows what is new.
 * Otherwise it stands still: whatever is put in above or below, the entry at the top of the view keeps its place.
 */
export function useLogWindow(entries: readonly Entry[], mayLoadOlder: boolean, loadOlder: () => void): LogWindow {
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const anchor = useRef<ScrollAnchor | null>(null);
  const wanted = useRef<string | null>(null);
  /** The last entry that is drawn while not pinned. */
  const [last, setLast] = useState<string | null>(null);
  const pinned = last === null;
  const lastIndex = pinned ? -1 : entries.findLastIndex(entry => entry.id === last);
  const end = lastIndex === -1 ? entries.length : lastIndex + 1;
  const start = Math.max(0, end - DRAWN);

  const endAt = useCallback((index: number) => setLast(entries[index - 1]?.id ?? null), [entries]);

  /** Draws more at whichever end comes into sight. */
  const extend = useCallback(() => {
    const element = scroller.current;
    if (element === null) return;
    if (element.scrollTop < NEAR_PX) {
      if (start > 0 && !pinned) endAt(Math.max(DRAWN, end - STEP));
      else if (start === 0 && mayLoadOlder) loadOlder();
    } else if (below(element) < NEAR_PX && end < entries.length) {
      endAt(Math.min(entries.length, end + STEP));
    }
  }, [entries, start, end, pinned, mayLoadOlder, loadOlder, endAt]);

  const onScroll = useCallback(() => {
    const element = scroller.current;
    if (element === null) return;
    anchor.current = anchorOf(element);
    if (below(element) < AT_BOTTOM_PX && end === entries.length) setLast(null);
    else if (pinned) endAt(entries.length);
    else extend();
  }, [entries, end, pinned, endAt, extend]);

  const toNewest = useCallback(() => {
    setLast(null);
    if (scroller.current !== null) scroller.current.scrollTop = scroller.current.scrollHeight;
  }, []);

  const show = useCallback(
    (id: string) => {
      const index = entries.findIndex(entry => entry.id === id);
      if (index === -1) return;
      wanted.current = id;
      endAt(Math.min(entries.length, index + DRAWN / 2));
    },
    [entries, endAt],
  );

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const found = wanted.current === null ? null : entryIn(element, wanted.current);
    if (found !== null) {
      wanted.current = null;
      found.scrollIntoView({ block: 'center' });
      found.focus({ preventScroll: true });
      anchor.current = anchorOf(element);
    } else if (pinned) element.scrollTop = element.scrollHeight;
    else if (anchor.current !== null) restore(element, anchor.current);
  });

  // Not only scrolling brings an end into sight: pages arrive, and one that does not fill the view cannot be scrolled.
  useEffect(extend, [extend]);

  useEffect(() => {
    // The keyboard of a phone, larger letters, a turned screen: who reads the newest goes on reading it.
    if (scroller.current === null || content.current === null) return undefined;
    const observer = new ResizeObserver(() => {
      if (pinned && scroller.current !== null) scroller.current.scrollTop = scroller.current.scrollHeight;
    });
    observer.observe(scroller.current);
    observer.observe(content.current);
    return () => observer.disconnect();
  }, [pinned]);

  return { scroller, content, start, end, pinned, onScroll, toNewest, show };
}

const below = (element: HTMLElement): number => element.scrollHeight - element.scrollTop - element.clientHeight;
