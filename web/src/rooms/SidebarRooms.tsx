import { useI18n } from '../i18n/i18n';
import { Link } from '../routing/Link';
import { roomPath } from '../routing/route';
import { Icon } from '../ui/Icon';
import { useRooms } from './rooms';
import './rooms.css';

const MOST = 30;

/** The rooms that are open, one press away from the one that is shown. */
export function SidebarRooms({ current }: { current: string }) {
  const { t } = useI18n();
  const { value: rooms } = useRooms();
  const open = (rooms ?? []).filter(room => room.state !== 'closed' || room.id === current).slice(0, MOST);
  return (
    <ul className="sidebar-rooms">
      {open.map(room => (
        <li key={room.id}>
          <Link to={roomPath(room.id)} aria-current={room.id === current ? 'page' : undefined}>
            <span className="sidebar-room-title from-people">{room.title}</span>
            {room.state !== 'open' && <Icon name="lock" />}
            {room.unread && room.id !== current && (
              <span className="unread">
                <span className="visually-hidden">{t('rooms.unread')}</span>
              </span>
            )}
          </Link>
        </li>
      ))}
    </ul>
  );
}
