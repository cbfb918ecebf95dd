import { useCallback, useEffect, useMemo, useState } from 'react';
import { useI18n } from '../i18n/i18n';
import { ReportDialog } from '../concerns/ReportDialog';
import { removeMessage } from '../rooms/roomsApi';
import { useRooms } from '../rooms/rooms';
import { Button } from '../ui/Button';
import { Confirm } from '../ui/Confirm';
import { Icon } from '../ui/Icon';
import { moveBetweenEntries } from '../ui/moveBetweenEntries';
import { useTell } from '../ui/toast';
import type { Entry } from './entry';
import { silenced } from './silenced';
import { LogRow } from './LogRow';
import { shownUnsent } from './outbox';
import { RoomStart } from './RoomStart';
import type { RoomSession } from './roomSession';
import type { RoomView } from './roomView';
import { rowsOf } from './rows';
import { entriesOf } from './timeline';
import { UnsentMessage } from './UnsentMessage';
import { useLogWindow } from './useLogWindow';
import { useWantedMessage } from './useWantedMessage';

interface MessageLogProps {
  readonly room: string;
  readonly title: string;
  readonly me: string;
  readonly teaches: boolean;
  readonly view: RoomView;
  readonly session: RoomSession;
  /** Whether what is written has to wait for the connection. */
  readonly away: boolean;
  /** Grows with each message written here, which brings the newest into sight. */
  readonly sentCount: number;
}

export function MessageLog({ room, title, me, teaches, view, session, away, sentCount }: MessageLogProps) {
  const { t } = useI18n();
  const { timeline, facts } = view;
  const mayWrite = facts !== null && silenced({ ...facts, teaches }) === null;
  const entries = useMemo(() => entriesOf(timeline), [timeline]);
  const mayLoadOlder = typeof timeline.before === 'string' && view.older !== 'failed' && view.history !== 'loading';
  const { scroller, content, start, end, pinned, onScroll, toNewest, show } = useLogWindow(
    entries,
    mayLoadOlder,
    session.loadOlder,
  );
  const rows = useMemo(() => {
    const gapAt = timeline.gap ? timeline.older.length - start : null;
    return rowsOf(entries.slice(start, end), gapAt, me);
  }, [entries, start, end, timeline.gap, timeline.older.length, me]);
  const unsent = useMemo(() => {
    const ids = new Set(entries.map(entry => entry.id));
    return shownUnsent(view.outbox, id => ids.has(id));
  }, [entries, view.outbox]);
  const below = useUnseenBelow(entries, pinned, me);
  const [removing, setRemoving] = useState<Entry | null>(null);
  const [reporting, setReporting] = useState<Entry | null>(null);
  const newest = entries.at(-1)?.sentAt;

  useEffect(toNewest, [sentCount, toNewest]);
  useEffect(() => {
    if (pinned) session.trim();
  }, [pinned, entries.length, session]);
  useWantedMessage({
    entries,
    settled: view.history === 'ready' && view.older === 'idle',
    mayLoadOlder,
    loadOlder: session.loadOlder,
    show,
  });
  useSeen(room, pinned ? newest : undefined);

  return (
    <div className="log-place">
      <div
        ref={scroller}
        className="log"
        role="log"
        aria-label={t('room.log', { room: title })}
        aria-live="off"
        aria-busy={view.history === 'loading' || view.older === 'loading'}
        tabIndex={0}
        onScroll={onScroll}
        onKeyDown={moveBetweenEntries}
      >
        <div ref={content} className="log-content">
          {start === 0 && (
            <RoomStart title={title} teaches={teaches} view={view} mayWrite={mayWrite} onRetry={session.loadOlder} />
          )}
          {rows.map(row => (
            <LogRow
              key={row.key}
              row={row}
              me={me}
              history={view.history}
              mayRemove={teaches}
              onRemove={setRemoving}
              onReport={setReporting}
              onRetryHistory={session.retryHistory}
            />
          ))}
          {end === entries.length &&
            unsent.map(message => (
              <UnsentMessage
                key={message.clientId}
                unsent={message}
                away={away}
                onRetry={session.retry}
                onDiscard={session.discard}
              />
            ))}
        </div>
      </div>
      {!pinned && (
        <Button className="to-newest" onClick={toNewest}>
          <Icon name="down" />
          {below > 0 ? t('room.new', { count: below }) : t('room.toNewest')}
        </Button>
      )}
      {reporting !== null && (
        <ReportDialog
          room={room}
          message={reporting.id}
          author={reporting.username}
          onClose={() => setReporting(null)}
        />
      )}
      {removing !== null && <RemoveDialog room={room} entry={removing} onClose={() => setRemoving(null)} />}
    </div>
  );
}

function RemoveDialog({ room, entry, onClose }: { room: string; entry: Entry; onClose: () => void }) {
  const { t } = useI18n();
  const tell = useTell();
  const remove = useCallback(async () => {
    await removeMessage(room, entry.id);
    tell(t('message.removed'));
  }, [room, entry.id, tell, t]);
  return (
    <Confirm
      title={t('message.remove')}
      help={t('message.remove.help', { name: entry.username })}
      action={t('message.remove.do')}
      onConfirm={remove}
      onClose={onClose}
    />
  );
}

/** How many messages of others have come in since the newest was out of sight. */
function useUnseenBelow(entries: readonly Entry[], pinned: boolean, me: string): number {
  const [seen, setSeen] = useState<string | undefined>(undefined);
  const newest = entries.at(-1)?.id;
  useEffect(() => {
    if (pinned) setSeen(newest);
  }, [pinned, newest]);
  const last = pinned ? -1 : entries.findLastIndex(entry => entry.id === seen);
  if (last === -1) return 0;
  return entries.slice(last + 1).filter(entry => entry.kind === 'message' && entry.userId !== me).length;
}

/** Notes that the room has been read up to its newest entry, as long as somebody looks at the page. */
function useSeen(room: string, until: string | undefined): void {
  const { seen } = useRooms();
  useEffect(() => {
    if (until === undefined) return undefined;
    const note = (): void => {
      if (document.visibilityState === 'visible') seen(room, until);
    };
    note();
    document.addEventListener('visibilitychange', note);
    return () => document.removeEventListener('visibilitychange', note);
  }, [room, until, seen]);
}
