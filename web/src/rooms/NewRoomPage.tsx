import { useI18n } from '../i18n/i18n';
import { nobody } from '../people/selection';
import { goTo } from '../routing/location';
import { roomPath } from '../routing/route';
import { BackLink } from '../ui/BackLink';
import { ButtonLink } from '../ui/ButtonLink';
import { Page } from '../ui/Page';
import { useTell } from '../ui/toast';
import { RoomForm } from './RoomForm';
import { createRoom, type RoomDraft } from './roomsApi';
import { useRooms } from './rooms';

export function NewRoomPage() {
  const { t } = useI18n();
  const tell = useTell();
  const { reload } = useRooms();

  const create = async (draft: RoomDraft): Promise<void> => {
    const { id } = await createRoom(draft);
    reload();
    tell(t('edit.created', { room: draft.title }));
    goTo(roomPath(id));
  };

  return (
    <Page title={t('edit.new')} above={<BackLink to="/">{t('rooms.title')}</BackLink>}>
      <RoomForm title="" who={nobody} hint={t('edit.name.hint')} submitLabel={t('edit.create')} onSubmit={create}>
        <ButtonLink look="quiet" to="/">
          {t('app.cancel')}
        </ButtonLink>
      </RoomForm>
    </Page>
  );
}
