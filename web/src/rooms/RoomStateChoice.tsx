import { useState } from 'react';
import { problemText } from '../http/problem';
import { useI18n } from '../i18n/i18n';
import type { RoomState } from '../live/protocol';
import { Confirm } from '../ui/Confirm';
import { ErrorNote } from '../ui/ErrorNote';
import { useTell } from '../ui/toast';
import type { RoomDetail } from './room';
import { changeRoom } from './roomsApi';

const STATES = ['open', 'locked', 'closed'] as const;
const DONE = { open: 'edit.opened', locked: 'edit.locked', closed: 'edit.closed' } as const;

/** Opens, locks or closes a room; each choice is in force at once. */
export function RoomStateChoice({ room, onChanged }: { room: RoomDetail; onChanged: () => void }) {
  const { t } = useI18n();
  const tell = useTell();
  const [closing, setClosing] = useState(false);
  const [error, setError] = useState<string | null>(null);

  const put = async (state: RoomState): Promise<void> => {
    await changeRoom(room.id, { state });
    tell(t(DONE[state]));
    onChanged();
  };
  const choose = (state: RoomState): void => {
    setError(null);
    if (state === 'closed') setClosing(true);
    else put(state).catch((failure: unknown) => setError(t(problemText(failure))));
  };

  return (
    <section className="edit-section">
      <fieldset className="state-choice">
        <legend>{t('edit.state')}</legend>
        {STATES.map(state => (
          <label key={state} className="check-row">
            <input type="radio" name="state" checked={room.state === state} onChange={() => choose(state)} />
            <span>
              <strong>{t(`edit.state.${state}`)}</strong>
              <small>{t(`edit.state.${state}.help`)}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <ErrorNote text={error} />
      {closing && (
        <Confirm
          title={t('edit.close.sure', { room: room.title })}
          help={t('edit.state.closed.help')}
          action={t('edit.close.do')}
          onConfirm={() => put('closed')}
          onClose={() => setClosing(false)}
        />
      )}
    </section>
  );
}
