import { useState } from 'react';
import { problemText } from '../http/problem';
import { useI18n } from '../i18n/i18n';
import type { RoomState } from '../live/protocol';
import { changeRoom } from '../rooms/roomsApi';
import { Link } from '../routing/Link';
import { markingPath, roomSettingsPath, transcriptPath } from '../routing/route';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { Icon } from '../ui/Icon';
import { IconButton } from '../ui/IconButton';
import { useTell } from '../ui/toast';

/** What teachers do with a room, each with its word: beside its name, or behind one button where there is little room. */
export function TeacherTools({ id, state }: { id: string; state: RoomState }) {
  const { t } = useI18n();
  const [open, setOpen] = useState(false);
  return (
    <>
      <div className="room-tools" role="group" aria-label={t('room.tools')}>
        <Tools id={id} state={state} />
      </div>
      <IconButton
        className="room-tools-open"
        icon="more"
        label={t('room.tools')}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      />
      {open && (
        <Dialog title={t('room.tools')} onClose={() => setOpen(false)}>
          <div className="room-tools-menu">
            <Tools id={id} state={state} />
          </div>
        </Dialog>
      )}
    </>
  );
}

function Tools({ id, state }: { id: string; state: RoomState }) {
  const { t } = useI18n();
  const tell = useTell();
  const [busy, setBusy] = useState(false);
  const locked = state === 'locked';

  const toggle = async (): Promise<void> => {
    setBusy(true);
    try {
      await changeRoom(id, { state: locked ? 'open' : 'locked' });
      tell(t(locked ? 'edit.opened' : 'edit.locked'));
    } catch (error) {
      tell(t(problemText(error)));
    }
    setBusy(false);
  };

  return (
    <>
      <Button className="tool" look="quiet" icon={locked ? 'unlock' : 'lock'} busy={busy} onClick={() => void toggle()}>
        {t(locked ? 'edit.unlock' : 'edit.lock')}
      </Button>
      <Link to={transcriptPath(id)} className="button button-quiet tool">
        <Icon name="note" />
        {t('room.transcript')}
      </Link>
      <Link to={markingPath(id)} className="button button-quiet tool">
        <Icon name="pen" />
        {t('marking.title')}
      </Link>
      <Link to={roomSettingsPath(id)} className="button button-quiet tool">
        <Icon name="gear" />
        {t('room.settings')}
      </Link>
    </>
  );
}
