import { useCallback, useState } from 'react';
import { useLoaded } from '../http/useLoaded';
import { useI18n } from '../i18n/i18n';
import { Link } from '../routing/Link';
import { transcriptPath } from '../routing/route';
import { EmptyState } from '../ui/EmptyState';
import { Field } from '../ui/Field';
import { Icon } from '../ui/Icon';
import { Loading } from '../ui/Loading';
import { LoadFailed } from '../ui/LoadFailed';
import { Page } from '../ui/Page';
import { StateChip } from '../ui/StateChip';
import { RoomSign } from './RoomSign';
import { listRooms } from './roomsApi';
import './rooms.css';

/** Every room of the school, for its admins. */
export function SchoolPage() {
  const { t, dates } = useI18n();
  const [text, setText] = useState('');
  const {
    value: rooms,
    error,
    reload,
  } = useLoaded(useCallback((signal: AbortSignal) => listRooms('school', signal), []));
  const found = rooms?.filter(room => room.title.toLocaleLowerCase().includes(text.trim().toLocaleLowerCase()));

  return (
    <Page title={t('school.title')} lead={t('school.lead')}>
      {found === undefined && (error === null ? <Loading /> : <LoadFailed error={error} onRetry={reload} />)}
      {rooms?.length === 0 && <EmptyState title={t('school.empty')} />}
      {found !== undefined && rooms?.length !== 0 && (
        <div className="rooms">
          <Field label={t('rooms.search')} type="search" value={text} onChange={event => setText(event.target.value)} />
          {found.length === 0 && <p className="rooms-none">{t('rooms.search.none')}</p>}
          <ul className="list sheet">
            {found.map(room => (
              <li key={room.id}>
                <Link className="list-row room-item" to={transcriptPath(room.id)}>
                  <RoomSign id={room.id} title={room.title} />
                  <span className="list-main">
                    <span className="list-title from-people">{room.title}</span>
                    <span className="list-note room-note">
                      <StateChip state={room.state} />
                      {room.last_message_at === null
                        ? t('rooms.never')
                        : t('rooms.last', { when: dates.ago(new Date(room.last_message_at)) })}
                      {room.guest !== true && ` · ${t('rooms.members', { count: room.member_count })}`}
                    </span>
                  </span>
                  {room.guest === true && <span className="chip chip-board">{t('school.guest')}</span>}
                  <Icon name="chevron" />
                </Link>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Page>
  );
}
