import { useCallback, useMemo } from 'react';
import { usePaged, type Paged, type Slice } from '../http/usePaged';
import { fromArchive, type Entry } from '../room/entry';
import type { TranscriptFilter } from './filter';
import { readTranscript } from './transcriptApi';

interface Stretch extends Slice<Entry> {
  /** How many entries the transcript has in all; null where it was not counted. */
  readonly total: number | null;
}

export interface Transcript extends Pick<Paged<Entry, Stretch>, 'state' | 'error' | 'stale' | 'reload'> {
  /** Oldest first. */
  readonly entries: readonly Entry[];
  readonly total: number | null;
  /** How it is with what was before. */
  readonly earlier: Paged<Entry, Stretch>['more'];
  readonly loadEarlier: () => void;
  /** Shows a removal before the archive has it. */
  readonly markRemoved: (id: string) => void;
}

/** A room's entries that pass a filter: the newest first, earlier ones on demand. */
export function useTranscript(room: string, filter: TranscriptFilter): Transcript {
  const { account, from, to, text, kind } = filter;
  const load = useCallback(
    async (before: string | null, signal: AbortSignal): Promise<Stretch> => {
      const page = await readTranscript(room, { account, from, to, text, kind }, before, signal);
      return { items: page.items.map(fromArchive), next: page.before, total: page.total ?? null };
    },
    [room, account, from, to, text, kind],
  );
  const { slices, more, loadMore, change, ...rest } = usePaged<Entry, Stretch>(load);
  const entries = useMemo(() => slices.toReversed().flatMap(({ items }) => items), [slices]);
  return {
    ...rest,
    entries,
    total: slices[0]?.total ?? null,
    earlier: more,
    loadEarlier: loadMore,
    markRemoved: id => change(entry => (entry.id === id ? { ...entry, text: null, removed: true } : entry)),
  };
}
