import { useState } from 'react';
import { useI18n } from '../i18n/i18n';
import type { MyRoom } from '../rooms/rooms';
import { Dialog } from '../ui/Dialog';
import { DialogActions } from '../ui/DialogActions';
import { MOST } from './choice';

interface ChoiceDialogProps {
  readonly rooms: readonly MyRoom[];
  readonly chosen: readonly string[];
  readonly onChoose: (rooms: readonly string[]) => void;
  readonly onClose: () => void;
}

/** Which rooms are on the page. */
export function ChoiceDialog({ rooms, chosen, onChoose, onClose }: ChoiceDialogProps) {
  const { t } = useI18n();
  const [ids, setIds] = useState(() => new Set(chosen));
  const full = ids.size >= MOST;

  const toggle = (id: string, wanted: boolean): void => {
    const next = new Set(ids);
    if (wanted) next.add(id);
    else next.delete(id);
    setIds(next);
  };
  return (
    <Dialog title={t('watch.choose.title')} onClose={onClose}>
      <form
        className="form"
        onSubmit={event => {
          event.preventDefault();
          onChoose([...ids]);
        }}
      >
        <fieldset className="watch-choice">
          <legend>{t('watch.choose.help', { count: MOST })}</legend>
          {rooms.map(room => (
            <label key={room.id} className="check-row">
              <input
                type="checkbox"
                checked={ids.has(room.id)}
                disabled={full && !ids.has(room.id)}
                onChange={event => toggle(room.id, event.target.checked)}
              />
              <span className="from-people">{room.title}</span>
            </label>
          ))}
        </fieldset>
        <DialogActions action={t('watch.choose.do')} disabled={ids.size === 0} onClose={onClose} />
      </form>
    </Dialog>
  );
}
