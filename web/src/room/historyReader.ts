import { Problem } from '../http/problem';
import type { Archive } from './archive';
import { backoffMs } from './backoff';
import type { ArchivePage } from './entry';
import type { Echo } from './outbox';
import type { RoomStore } from './roomStore';
import { historyLoaded, olderLoaded } from './timeline';

export interface HistoryReader {
  /** Reads up to the seam, again and again until the archive has come that far. A newer call replaces an older one. */
  readonly load: () => void;
  readonly loadOlder: () => void;
}

const BEHIND_MS = 1_000;
/** The archive needs longer to come back than a connection, and chat goes on without it. */
const PATIENCE = 2;

/** Reads a room's past from the archive into its timeline. With the archive away it waits, and says so. */
export function createHistoryReader(
  archive: Archive,
  store: RoomStore,
  noticeOwn: (userId: string, echo: Echo) => void,
): HistoryReader {
  let turn = 0;

  const load = (failures = 0): void => {
    const thisTurn = ++turn;
    const isCurrent = (): boolean => thisTurn === turn && !store.ended.aborted;
    const again = (ms: number, nextFailures: number): void =>
      store.later(ms, () => {
        if (isCurrent()) load(nextFailures);
      });
    const arrived = (page: ArchivePage): void => {
      for (const item of page.items) {
        noticeOwn(item.user_id, { id: item.id, clientId: null, text: item.message ?? '', sentAt: item.sent_at });
      }
      store.update({ history: page.complete ? 'ready' : 'behind' });
      store.setTimeline(historyLoaded(store.view().timeline, page));
      if (!page.complete) again(BEHIND_MS, 0);
    };
    const failed = (error: unknown): void => {
      store.update({ history: 'failed' });
      if (!(error instanceof Problem) || error.passing) again(backoffMs(failures + PATIENCE), failures + 1);
    };

    const { history, timeline } = store.view();
    if (history !== 'behind') store.update({ history: 'loading' });
    archive.read(timeline.seam === null ? {} : { through: timeline.seam }, store.ended).then(
      page => isCurrent() && arrived(page),
      (error: unknown) => isCurrent() && failed(error),
    );
  };

  const loadOlder = (): void => {
    const { timeline, older } = store.view();
    const { before } = timeline;
    if (typeof before !== 'string' || older === 'loading') return;
    store.update({ older: 'loading' });
    archive.read({ before }, store.ended).then(
      page => {
        store.update({ older: 'idle' });
        const now = store.view().timeline;
        if (now.before === before) store.setTimeline(olderLoaded(now, page));
      },
      () => store.update({ older: 'failed' }),
    );
  };

  return { load: () => load(), loadOlder };
}
