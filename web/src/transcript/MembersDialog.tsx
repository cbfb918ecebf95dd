import { useCallback } from 'react';
import { useLoaded } from '../http/useLoaded';
import { useI18n } from '../i18n/i18n';
import { Avatar } from '../ui/Avatar';
import { Dialog } from '../ui/Dialog';
import { Loading } from '../ui/Loading';
import { LoadFailed } from '../ui/LoadFailed';
import { listMembersAt } from './transcriptApi';

interface MembersDialogProps {
  readonly room: string;
  readonly at: string;
  readonly onClose: () => void;
}

/** Who belonged to the room when something was written, and could read it. */
export function MembersDialog({ room, at, onClose }: MembersDialogProps) {
  const { t, dates } = useI18n();
  const load = useCallback((signal: AbortSignal) => listMembersAt(room, at, signal), [room, at]);
  const { value, error, reload } = useLoaded(load);
  return (
    <Dialog title={t('transcript.members.title')} onClose={onClose}>
      <p className="transcript-members-at">{dates.moment(new Date(at))}</p>
      {value === null && error === null && <Loading />}
      {value === null && error !== null && <LoadFailed error={error} onRetry={reload} />}
      {value?.length === 0 && <p>{t('transcript.members.none')}</p>}
      {value !== null && (
        <ul className="list transcript-members">
          {value.map(({ id, display_name, role }) => (
            <li key={id}>
              <Avatar id={id} name={display_name} size="s" />
              <span className="from-people">{display_name}</span>
              {role === 'teacher' && <span className="chip chip-board">{t('role.teacher')}</span>}
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}
