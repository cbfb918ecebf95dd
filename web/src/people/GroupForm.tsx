import { useRef, useState, type SyntheticEvent, type ReactNode } from 'react';
import { problemText } from '../http/problem';
import { useI18n } from '../i18n/i18n';
import { Button } from '../ui/Button';
import { ErrorNote } from '../ui/ErrorNote';
import { Field } from '../ui/Field';
import type { GroupDraft } from './peopleApi';
import { PeoplePicker } from './PeoplePicker';
import type { Selection } from './selection';

interface GroupFormProps {
  readonly name: string;
  readonly people: Selection;
  readonly action: string;
  readonly onSubmit: (draft: GroupDraft) => Promise<void>;
  readonly children?: ReactNode;
}

export function GroupForm({ name: initialName, people: initialPeople, action, onSubmit, children }: GroupFormProps) {
  const { t } = useI18n();
  const [name, setName] = useState(initialName);
  const [people, setPeople] = useState(initialPeople);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const nameInput = useRef<HTMLInputElement>(null);
  const nameMissing = name.trim() === '';

  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    setTried(true);
    if (nameMissing) return nameInput.current?.focus();
    setBusy(true);
    setError(null);
    try {
      await onSubmit({ name: name.trim(), members: people.people.map(person => person.id) });
    } catch (failure) {
      setError(t(problemText(failure)));
    }
    setBusy(false);
  };

  return (
    <form className="form" onSubmit={event => void submit(event)} noValidate>
      <Field
        label={t('groups.name')}
        hint={t('groups.name.hint')}
        error={tried && nameMissing ? t('groups.missingName') : undefined}
        inputRef={nameInput}
        maxLength={120}
        required
        value={name}
        onChange={event => setName(event.target.value)}
      />
      <section className="edit-section" aria-label={t('groups.who')}>
        <h2>{t('groups.who')}</h2>
        <PeoplePicker selection={people} onChange={setPeople} />
      </section>
      <ErrorNote text={error} />
      <div className="actions">
        <Button look="main" type="submit" busy={busy}>
          {action}
        </Button>
        {children}
      </div>
    </form>
  );
}
