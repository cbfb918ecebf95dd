import { useState, type SyntheticEvent } from 'react';
import { problemText } from '../http/problem';
import { useI18n } from '../i18n/i18n';
import { PeoplePicker } from '../people/PeoplePicker';
import { nobody, type Selection } from '../people/selection';
import { goTo } from '../routing/location';
import { roomPath } from '../routing/route';
import { useMe } from '../session/session';
import { BackLink } from '../ui/BackLink';
import { Button } from '../ui/Button';
import { ButtonLink } from '../ui/ButtonLink';
import { ErrorNote } from '../ui/ErrorNote';
import { Field } from '../ui/Field';
import { Page } from '../ui/Page';
import { useTell } from '../ui/toast';
import { createRoom } from './roomsApi';
import { useRooms } from './rooms';

export function NewRoomPage() {
  const { t } = useI18n();
  const tell = useTell();
  const me = useMe();
  const { reload } = useRooms();
  const [title, setTitle] = useState('');
  const [who, setWho] = useState<Selection>(nobody);
  const [busy, setBusy] = useState(false);
  const [titleMissing, setTitleMissing] = useState(false);
  const [error, setError] = useState<string | null>(null);

  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    setTitleMissing(title.trim() === '');
    if (title.trim() === '') return;
    setBusy(true);
    setError(null);
    try {
      const { id } = await createRoom({
        title: title.trim(),
        members: who.people.map(person => person.id),
        groups: who.groups.map(group => group.id),
      });
      reload();
      tell(t('edit.created', { room: title.trim() }));
      goTo(roomPath(id));
    } catch (failure) {
      setError(t(problemText(failure)));
      setBusy(false);
    }
  };

  return (
    <Page title={t('edit.new')} above={<BackLink to="/">{t('rooms.title')}</BackLink>}>
      <form className="form" onSubmit={event => void submit(event)} noValidate>
        <Field
          label={t('edit.name')}
          hint={t('edit.name.hint')}
          error={titleMissing && title.trim() === '' ? t('edit.missingTitle') : undefined}
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
            {t('edit.create')}
          </Button>
          <ButtonLink look="quiet" to="/">
            {t('app.cancel')}
          </ButtonLink>
        </div>
      </form>
    </Page>
  );
}
