import { useEffect, useRef } from 'react';
import { useI18n } from '../i18n/i18n';
import { useSearch } from '../routing/location';
import { useTell } from '../ui/toast';
import type { Entry } from './entry';

/** So many pages at most are loaded for it: what is further back is not worth what it would cost. */
const MOST_PAGES = 10;

interface Wanting {
  readonly entries: readonly Entry[];
  /** Whether nothing is on its way, so that it can be said what there is. */
  readonly settled: boolean;
  readonly mayLoadOlder: boolean;
  readonly loadOlder: () => void;
  readonly show: (message: string) => void;
}

/** Goes to the message that the page's address names, such as one that feedback is about, and says so where it cannot. */
export function useWantedMessage({ entries, settled, mayLoadOlder, loadOlder, show }: Wanting): void {
  const { t } = useI18n();
  const tell = useTell();
  const wanted = new URLSearchParams(useSearch()).get('message');
  const done = useRef<string | null>(null);
  const pages = useRef(0);

  useEffect(() => {
    if (wanted === null || done.current === wanted) return;
    if (entries.some(({ id }) => id === wanted)) {
      done.current = wanted;
      show(wanted);
    } else if (settled && mayLoadOlder && pages.current < MOST_PAGES) {
      pages.current++;
      loadOlder();
    } else if (settled && entries.length > 0) {
      done.current = wanted;
      tell(t(mayLoadOlder ? 'room.farBack' : 'feedback.notKept'));
    }
  }, [wanted, entries, settled, mayLoadOlder, loadOlder, show, tell, t]);
}
