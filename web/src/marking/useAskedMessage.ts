import { useEffect, useRef } from 'react';
import type { Paged, Slice } from '../http/usePaged';
import type { ArchivedEntry } from '../room/entry';
import { useSearch } from '../routing/location';

/** Who comes from a message far back need not wait for all that was written since. */
const MOST_SLICES = 30;

/** The message that the page's address asks to comment on, such as one of the transcript; null where it asks for none. */
export const useAskedMessage = (): string | null => new URLSearchParams(useSearch()).get('message');

/** Brings the message that was asked for into sight, however far back it stands. */
export function useShowsAsked(asked: string | null, written: Paged<ArchivedEntry, Slice<ArchivedEntry>>): void {
  const { slices, more, loadMore } = written;
  const shown = useRef<string | null>(null);
  useEffect(() => {
    if (asked === null || shown.current === asked || slices.length === 0) return;
    if (slices.some(({ items }) => items.some(({ id }) => id === asked))) {
      shown.current = asked;
      document.getElementById(`choose-${asked}`)?.scrollIntoView({ block: 'center' });
    } else if (more === 'idle' && slices.length < MOST_SLICES) {
      loadMore();
    }
  }, [asked, slices, more, loadMore]);
}
