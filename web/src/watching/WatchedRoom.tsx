import { useCallback, useId, useMemo } from 'react';
import { useLoaded } from '../http/useLoaded';
import { useI18n } from '../i18n/i18n';
import { MessageBody } from '../room/MessageBody';
import type { Entry } from '../room/entry';
import { entriesOf } from '../room/timeline';
import { usePresenceKnown } from '../room/usePresenceKnown';
import { useRoomSession } from '../room/useRoomSession';
import type { RoomMember } from '../rooms/room';
import { getRoom } from '../rooms/roomsApi';
import { useRooms, type MyRoom } from '../rooms/rooms';
import { useLooksAgain } from '../rooms/useLooksAgain';
import { Link } from '../routing/Link';
import { roomPath, transcriptPath, watchPath } from '../routing/route';
import { useMe } from '../session/session';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { StateChip } from '../ui/StateChip';
import { beginOf, silentSince, unreadIn, type SpanName } from './spoken';
import { writersSince } from './watchApi';

interface WatchedRoomProps {
  readonly room: MyRoom;
  readonly span: SpanName;
  /** How many reports and flagged messages wait to be decided. */
  readonly concerns: number;
}

const SHOWN = 5;
const MOST_COUNTED = 99;

/** One room at a glance: its last messages, what is new, and who has said nothing. */
export function WatchedRoom({ room, span, concerns }: WatchedRoomProps) {
  const { t } = useI18n();
  const me = useMe().id;
  const heading = useId();
  const { seen } = useRooms();
  const [view] = useRoomSession(room.id, true);
  const known = usePresenceKnown(view.phase);
  const entries = useMemo(() => entriesOf(view.timeline), [view.timeline]);
  const messages = useMemo(() => entries.filter(({ kind }) => kind === 'message'), [entries]);
  const unread = unreadIn(messages, room.seenUntil, me);
  const newest = messages.at(-1)?.sentAt;
  const silent = useSilent(room.id, span, entries);

  return (
    <section
      className={unread > 0 ? 'watched-room watched-room-new sheet' : 'watched-room sheet'}
      aria-labelledby={heading}
    >
      <header>
        <h2 id={heading} className="from-people">
          <Link to={watchPath(room.id)}>{view.facts?.title ?? room.title}</Link>
        </h2>
        <StateChip state={view.facts?.state ?? room.state} />
        {unread > 0 && (
          <span className="chip chip-new">
            {t('watch.unread', { count: Math.min(unread, MOST_COUNTED) })}
            {unread > MOST_COUNTED && '+'}
          </span>
        )}
        {concerns > 0 && (
          <Link to="/concerns" className="chip chip-warn">
            <Icon name="flag" />
            {t('watch.concerns', { count: concerns })}
          </Link>
        )}
        <span className="watched-here" title={t('room.people')}>
          <Icon name="people" />
          {known ? t('watch.here', { here: view.here, members: room.member_count }) : '–'}
        </span>
      </header>
      {messages.length === 0 ? (
        <p className="watched-none">{t(view.history === 'loading' ? 'app.loading' : 'room.empty')}</p>
      ) : (
        <ol className="watched-messages">
          {messages.slice(-SHOWN).map(message => (
            <Line key={message.id} message={message} isNew={message.userId !== me && message.sentAt > room.seenUntil} />
          ))}
        </ol>
      )}
      <Silent students={silent} />
      <footer className="actions">
        <Link to={roomPath(room.id)} className="button button-plain">
          {t('watch.enter')}
        </Link>
        <Link to={transcriptPath(room.id)} className="button button-quiet">
          {t('room.transcript')}
        </Link>
        {unread > 0 && newest !== undefined && (
          <Button look="quiet" icon="check" onClick={() => seen(room.id, newest)}>
            {t('watch.markRead')}
          </Button>
        )}
      </footer>
    </section>
  );
}

function Line({ message, isNew }: { message: Entry; isNew: boolean }) {
  const { t, dates } = useI18n();
  return (
    <li className={isNew ? 'watched-message watched-message-new' : 'watched-message'}>
      <b className="from-people">{message.username}</b>{' '}
      <time dateTime={message.sentAt}>{dates.time(new Date(message.sentAt))}</time>
      <div>
        {message.removed || message.text === null ? <em>{t('room.removed')}</em> : <MessageBody text={message.text} />}
      </div>
    </li>
  );
}

/** Null while that is not known. */
function Silent({ students }: { students: readonly RoomMember[] | null }) {
  const { t, list } = useI18n();
  if (students === null) return null;
  if (students.length === 0) return <p className="watched-silent">{t('watch.allSpoke')}</p>;
  return (
    <details className="watched-silent">
      <summary>{t('watch.silent', { count: students.length })}</summary>
      <p className="from-people">{list(students.map(student => student.display_name))}</p>
    </details>
  );
}

function useSilent(room: string, span: SpanName, entries: readonly Entry[]): readonly RoomMember[] | null {
  const { language } = useI18n();
  const { value, reload } = useLoaded(
    useCallback(
      async (signal: AbortSignal) => {
        const begin = beginOf(span, new Date());
        const [detail, writers] = await Promise.all([getRoom(room, signal), writersSince(room, begin, signal)]);
        return { begin, members: detail.members, writers };
      },
      [room, span],
    ),
  );
  useLooksAgain(reload);
  return useMemo(
    () =>
      value === null
        ? null
        : silentSince(value.begin, value.members, value.writers, entries, new Intl.Collator(language)),
    [value, entries, language],
  );
}
