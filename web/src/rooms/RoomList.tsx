import { useI18n } from '../i18n/i18n';
import { Link } from '../routing/Link';
import { participationPath, roomPath, transcriptPath } from '../routing/route';
import { Icon } from '../ui/Icon';
import { StateChip } from '../ui/StateChip';
import type { MyRoom } from './rooms';
import { RoomSign } from './RoomSign';

/** Rooms, each with its last sign of life. A closed room leads its teacher to the transcript. */
export function RoomList({ rooms }: { rooms: readonly MyRoom[] }) {
  return (
    <ul className="list sheet">
      {rooms.map(room => (
        <RoomItem key={room.id} room={room} />
      ))}
    </ul>
  );
}

function RoomItem({ room }: { room: MyRoom }) {
  const { t, dates } = useI18n();
  const closed = room.state === 'closed';
  const last =
    room.last_message_at === null
      ? t('rooms.never')
      : t('rooms.last', { when: dates.ago(new Date(room.last_message_at)) });
  return (
    <li className="room-line">
      <Link
        className="list-row room-item"
        to={closed && room.role !== 'student' ? transcriptPath(room.id) : roomPath(room.id)}
      >
        <RoomSign id={room.id} title={room.title} />
        <span className="list-main">
          <span className="list-title from-people">{room.title}</span>
          <span className="list-note room-note">
            <StateChip state={room.state} />
            <span>
              {last} · {t('rooms.members', { count: room.member_count })}
            </span>
          </span>
        </span>
        {room.unread && !closed && (
          <span className="unread">
            <span className="visually-hidden">{t('rooms.unread')}</span>
          </span>
        )}
        <Icon name="chevron" />
      </Link>
      {room.role !== 'student' && (
        <Link
          className="button button-quiet tool"
          to={participationPath(room.id)}
          aria-label={t('participation.ofRoom', { room: room.title })}
        >
          <Icon name="chart" />
          {t('participation.title')}
        </Link>
      )}
    </li>
  );
}
