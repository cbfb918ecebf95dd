import { useI18n } from '../i18n/i18n';
import type { Selection } from '../people/selection';
import { useTell } from '../ui/toast';
import type { RoomDetail } from './room';
import { RoomForm } from './RoomForm';
import { changeRoom, type RoomDraft } from './roomsApi';

export function RoomNameAndPeople({ room, onChanged }: { room: RoomDetail; onChanged: () => void }) {
  const { t } = useI18n();
  const tell = useTell();

  const change = async (draft: RoomDraft): Promise<void> => {
    await changeRoom(room.id, draft);
    tell(t('app.saved'));
    onChanged();
  };

  return <RoomForm title={room.title} who={chosenFor(room)} submitLabel={t('app.save')} onSubmit={change} />;
}

function chosenFor(room: RoomDetail): Selection {
  return {
    people: room.members
      .filter(member => member.direct === true)
      .map(({ id, display_name, username }) => ({ id, name: display_name, username: username ?? '' })),
    groups: room.groups.map(({ id, name }) => ({ id, name, size: null })),
  };
}
