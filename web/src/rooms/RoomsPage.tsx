import { useState } from 'react';
import { useI18n } from '../i18n/i18n';
import { teaches } from '../session/account';
import { useMe } from '../session/session';
import { ButtonLink } from '../ui/ButtonLink';
import { EmptyState } from '../ui/EmptyState';
import { Field } from '../ui/Field';
import { Loading } from '../ui/Loading';
import { LoadFailed } from '../ui/LoadFailed';
import { Page } from '../ui/Page';
import { RoomList } from './RoomList';
import { useRooms } from './rooms';
import './rooms.css';

const WORTH_SEARCHING = 8;

export function RoomsPage() {
  const { t } = useI18n();
  const me = useMe();
  const { value: rooms, error, reload } = useRooms();
  const [text, setText] = useState('');
  const teacher = teaches(me);

  const page = (children: React.ReactNode) => (
    <Page
      title={t('rooms.title')}
      actions={
        teacher && (
          <ButtonLink look="main" icon="plus" to="/rooms/new">
            {t('rooms.new')}
          </ButtonLink>
        )
      }
    >
      {children}
    </Page>
  );

  if (rooms === null) return page(error === null ? <Loading /> : <LoadFailed error={error} onRetry={reload} />);
  if (rooms.length === 0) {
    if (me.safeguarding_lead === true) return page(<NoRoomsOfLead />);
    const who = teacher ? 'teacher' : 'student';
    return page(<EmptyState title={t(`rooms.empty.${who}`)} help={t(`rooms.empty.${who}.help`)} />);
  }

  const found = rooms.filter(room => room.title.toLocaleLowerCase().includes(text.trim().toLocaleLowerCase()));
  const closed = found.filter(room => room.state === 'closed');
  const current = found.filter(room => room.state !== 'closed');
  return page(
    <div className="rooms">
      {rooms.length >= WORTH_SEARCHING && (
        <Field label={t('rooms.search')} type="search" value={text} onChange={event => setText(event.target.value)} />
      )}
      {found.length === 0 && <p className="rooms-none">{t('rooms.search.none')}</p>}
      {current.length > 0 && <RoomList rooms={current} />}
      {current.length === 0 && closed.length > 0 && <p className="rooms-none">{t('rooms.none')}</p>}
      {closed.length > 0 && (
        <details className="rooms-closed">
          <summary>
            {t('rooms.closed')} ({closed.length})
          </summary>
          <RoomList rooms={closed} />
        </details>
      )}
    </div>,
  );
}

/** Whoever looks after the whole school need not be in a room. */
function NoRoomsOfLead() {
  const { t } = useI18n();
  return (
    <EmptyState title={t('rooms.empty.lead')} help={t('rooms.empty.lead.help')}>
      <ButtonLink look="main" icon="flag" to="/concerns">
        {t('nav.concerns')}
      </ButtonLink>
      <ButtonLink icon="desks" to="/school">
        {t('nav.school')}
      </ButtonLink>
    </EmptyState>
  );
}
