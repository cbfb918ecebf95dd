import { useCallback, useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import { anchorOf, entryIn, restore, type ScrollAnchor } from '../ui/scrollAnchor';
import type { Transcript } from './useTranscript';

const NEAR_PX = 900;

interface EndlessScroll {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly onScroll: () => void;
}

/**
 * Loads more at whichever end comes near. What is in sight keeps its place, whatever is put in or taken out above. Where the
 * transcript is opened, the wanted entry comes into sight, or else the newest.
 */
export function useEndlessScroll(transcript: Transcript): EndlessScroll {
  const { entries, at, opening, older, newer, loadOlder, loadNewer } = transcript;
  const scroller = useRef<HTMLDivElement>(null);
  const anchor = useRef<ScrollAnchor | null>(null);
  const shown = useRef<unknown>(null);

  const extend = useCallback(() => {
    const element = scroller.current;
    if (element === null || element.clientHeight === 0) return;
    const below = element.scrollHeight - element.scrollTop - element.clientHeight;
    if (element.scrollTop < NEAR_PX && older === 'idle') loadOlder();
    else if (below < NEAR_PX && newer === 'idle') loadNewer();
  }, [older, newer, loadOlder, loadNewer]);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    if (shown.current === opening) {
      if (anchor.current !== null) restore(element, anchor.current);
    } else {
      shown.current = opening;
      const wanted = at === null ? null : entryIn(element, at);
      if (wanted === null) element.scrollTop = element.scrollHeight;
      else wanted.scrollIntoView({ block: 'center' });
    }
    anchor.current = anchorOf(element);
  }, [entries, opening, at]);

  // Not only scrolling brings an end into sight: a page may not fill the view.
  useEffect(extend, [extend, entries]);

  const onScroll = useCallback(() => {
    if (scroller.current === null) return;
    anchor.current = anchorOf(scroller.current);
    extend();
  }, [extend]);

  return { scroller, onScroll };
}
