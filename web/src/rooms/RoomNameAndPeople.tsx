import { useState, type SyntheticEvent } from 'react';
import { problemText } from '../http/problem';
import { useI18n } from '../i18n/i18n';
import { PeoplePicker } from '../people/PeoplePicker';
import type { Selection } from '../people/selection';
import { useMe } from '../session/session';
import { Button } from '../ui/Button';
import { ErrorNote } from '../ui/ErrorNote';
import { Field } from '../ui/Field';
import { useTell } from '../ui/toast';
import type { RoomDetail } from './room';
import { changeRoom } from './roomsApi';

export function RoomNameAndPeople({ room, onChanged }: { room: RoomDetail; onChanged: () => void }) {
  const { t } = useI18n();
  const tell = useTell();
  const me = useMe();
  const [title, setTitle] = useState(room.title);
  const [who, setWho] = useState<Selection>(() => chosenFor(room));
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const titleMissing = title.trim() === '';

  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    if (busy || titleMissing) return;
    setBusy(true);
    setError(null);
    try {
      await changeRoom(room.id, {
        title: title.trim(),
        members: who.people.map(person => person.id),
        groups: who.groups.map(group => group.id),
      });
      tell(t('app.saved'));
      onChanged();
    } catch (failure) {
      setError(t(problemText(failure)));
    }
    setBusy(false);
  };

  return (
    <form className="form edit-section" onSubmit={event => void submit(event)} noValidate>
      <Field
        label={t('edit.name')}
        error={titleMissing ? t('edit.missingTitle') : undefined}
        maxLength={120}
        required
        value={title}
        onChange={event => setTitle(event.target.value)}
      />
      <section className="edit-section" aria-label={t('edit.who')}>
        <h2>{t('edit.who')}</h2>
        <p>{t('edit.who.hint')}</p>
        <PeoplePicker selection={who} onChange={setWho} withGroups always={me.id} />
      </section>
      <ErrorNote text={error} />
      <div className="actions">
        <Button look="main" type="submit" busy={busy}>
          {t('app.save')}
        </Button>
      </div>
    </form>
  );
}

function chosenFor(room: RoomDetail): Selection {
  return {
    people: room.members
      .filter(member => member.direct === true)
      .map(({ id, display_name, username }) => ({ id, name: display_name, username: username ?? '' })),
    groups: room.groups.map(({ id, name }) => ({ id, name, size: null })),
  };
}
