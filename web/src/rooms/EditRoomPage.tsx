import { useCallback } from 'react';
import { useLoaded } from '../http/useLoaded';
import { useI18n } from '../i18n/i18n';
import { roomPath, transcriptPath } from '../routing/route';
import { BackLink } from '../ui/BackLink';
import { ButtonLink } from '../ui/ButtonLink';
import { Loading } from '../ui/Loading';
import { LoadFailed } from '../ui/LoadFailed';
import { Page } from '../ui/Page';
import { HoursForm } from './HoursForm';
import { RoomMembers } from './RoomMembers';
import { RoomNameAndPeople } from './RoomNameAndPeople';
import { RoomStateChoice } from './RoomStateChoice';
import { getRoom } from './roomsApi';
import { SlowModeChoice } from './SlowModeChoice';
import { useRooms } from './rooms';
import './rooms.css';

/** All that a teacher can change about a room. */
export function EditRoomPage({ id }: { id: string }) {
  const { t } = useI18n();
  const { reload: reloadRooms } = useRooms();
  const { value: room, error, reload } = useLoaded(useCallback((signal: AbortSignal) => getRoom(id, signal), [id]));
  const changed = useCallback(() => {
    reload();
    reloadRooms();
  }, [reload, reloadRooms]);

  if (room === null) {
    return (
      <Page title={t('edit.title')}>
        {error === null ? <Loading /> : <LoadFailed error={error} onRetry={reload} />}
      </Page>
    );
  }
  return (
    <Page
      title={t('edit.title')}
      above={<BackLink to={roomPath(id)}>{room.title}</BackLink>}
      actions={
        <ButtonLink icon="note" to={transcriptPath(id)}>
          {t('room.transcript')}
        </ButtonLink>
      }
    >
      <RoomNameAndPeople key={room.id} room={room} onChanged={changed} />
      <RoomStateChoice room={room} onChanged={changed} />
      <SlowModeChoice room={room} onChanged={changed} />
      <HoursForm key={JSON.stringify(room.hours)} room={room} onChanged={changed} />
      <RoomMembers room={room} onChanged={changed} />
    </Page>
  );
}
