import { useI18n } from '../i18n/i18n';
import { Link } from '../routing/Link';
import { roomMessagePath } from '../routing/route';
import type { MarkedMessage } from './feedback';

interface QuotedMessagesProps {
  readonly messages: readonly MarkedMessage[];
  /** The room in which they lead to their places; null where whoever reads is not in it. */
  readonly room?: string | null;
}

/** What a comment is about. */
export function QuotedMessages({ messages, room = null }: QuotedMessagesProps) {
  const { t, dates } = useI18n();
  if (messages.length === 0) return null;
  return (
    <ul className="quotes">
      {messages.map(({ id, sent_at, message }) => (
        <li key={id}>
          {sent_at !== null && (
            <time dateTime={sent_at} title={dates.moment(new Date(sent_at))}>
              {`${dates.day(new Date(sent_at))}, ${dates.time(new Date(sent_at))}`}
            </time>
          )}
          {message === null ? (
            <em>{t(sent_at === null ? 'feedback.notKept' : 'room.removed')}</em>
          ) : (
            <q className="from-people" dir="auto">
              {room === null ? message : <Link to={roomMessagePath(room, id)}>{message}</Link>}
            </q>
          )}
        </li>
      ))}
    </ul>
  );
}
