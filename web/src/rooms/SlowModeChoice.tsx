import { useState } from 'react';
import { problemText } from '../http/problem';
import { useI18n } from '../i18n/i18n';
import { ErrorNote } from '../ui/ErrorNote';
import { SelectField } from '../ui/SelectField';
import { useTell } from '../ui/toast';
import type { RoomDetail } from './room';
import { changeRoom } from './roomsApi';

const SECONDS = [0, 5, 10, 30, 60, 300];

/** How long students wait from one message to the next; each choice is in force at once. */
export function SlowModeChoice({ room, onChanged }: { room: RoomDetail; onChanged: () => void }) {
  const { t } = useI18n();
  const tell = useTell();
  const [error, setError] = useState<string | null>(null);
  const choices = SECONDS.includes(room.slow_mode) ? SECONDS : [...SECONDS, room.slow_mode].toSorted((a, b) => a - b);
  const label = (seconds: number): string =>
    seconds === 0 ? t('pace.slow.none') : t('pace.slow.choice', { count: seconds });

  const choose = async (seconds: number): Promise<void> => {
    setError(null);
    try {
      await changeRoom(room.id, { slow_mode: seconds });
      tell(t('app.saved'));
      onChanged();
    } catch (failure) {
      setError(t(problemText(failure)));
    }
  };

  return (
    <section className="edit-section">
      <h2>{t('pace.slow.title')}</h2>
      <p>{t('pace.slow.help')}</p>
      <SelectField
        label={t('pace.slow.label')}
        value={String(room.slow_mode)}
        options={choices.map(seconds => ({ value: String(seconds), label: label(seconds) }))}
        onChange={value => void choose(Number(value))}
      />
      <ErrorNote text={error} />
    </section>
  );
}
