import { useState, type SyntheticEvent } from 'react';
import { problemText } from '../http/problem';
import { useI18n } from '../i18n/i18n';
import { Button } from '../ui/Button';
import { ErrorNote } from '../ui/ErrorNote';
import { useTell } from '../ui/toast';
import { HoursRow } from './HoursRow';
import { WEEKDAYS, type RoomDetail, type Span } from './room';
import { changeRoom } from './roomsApi';

const FIRST = { from: '08:00', until: '16:00' };

/** When students may write: a time from and until for each day of the week. Without any the room is always open. */
export function HoursForm({ room, onChanged }: { room: RoomDetail; onChanged: () => void }) {
  const { t } = useI18n();
  const tell = useTell();
  const [spans, setSpans] = useState<readonly Span[]>(room.hours?.spans ?? []);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const zone = room.hours?.zone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone;

  const put = (day: Span['day'], those: readonly Span[]): void =>
    setSpans([...spans.filter(span => span.day !== day), ...those]);
  const save = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      await changeRoom(room.id, { hours: { zone, spans } });
      tell(t('app.saved'));
      onChanged();
    } catch (failure) {
      setError(t(problemText(failure)));
    }
    setBusy(false);
  };
  const submitted = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (busy) return;
    if (spans.some(span => span.from === '' || span.until === '')) setError(t('pace.hours.missing'));
    else void save();
  };

  return (
    <form className="edit-section" onSubmit={submitted}>
      <h2>{t('pace.hours.title')}</h2>
      <p>{t('pace.hours.help', { zone })}</p>
      <ul className="hours sheet">
        {WEEKDAYS.map(day => (
          <HoursRow
            key={day}
            day={day}
            spans={spans.filter(span => span.day === day)}
            first={spans[0] ?? FIRST}
            onChange={those => put(day, those)}
          />
        ))}
      </ul>
      <ErrorNote text={error} />
      <div>
        <Button type="submit" look="main" busy={busy}>
          {t('pace.hours.save')}
        </Button>
      </div>
    </form>
  );
}
