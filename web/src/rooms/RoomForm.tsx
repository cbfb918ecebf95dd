import { useRef, useState, type ReactNode, type SyntheticEvent } from 'react';
import { problemText } from '../http/problem';
import { useI18n } from '../i18n/i18n';
import { PeoplePicker } from '../people/PeoplePicker';
import type { Selection } from '../people/selection';
import { useMe } from '../session/session';
import { Button } from '../ui/Button';
import { ErrorNote } from '../ui/ErrorNote';
import { Field } from '../ui/Field';

/** What a room is called and who is in it, as the API takes it. */
export interface RoomWish {
  readonly title: string;
  readonly members: readonly string[];
  readonly groups: readonly string[];
}

interface RoomFormProps {
  readonly title: string;
  readonly who: Selection;
  readonly hint?: string;
  readonly submitLabel: string;
  /** Does it; what it throws is told below the form, and the person tries again. */
  readonly onSubmit: (wish: RoomWish) => Promise<void>;
  /** Further actions beside the button. */
  readonly children?: ReactNode;
}

/** The form of a room, new or changed. */
export function RoomForm({ title: titleNow, who: whoNow, hint, submitLabel, onSubmit, children }: RoomFormProps) {
  const { t } = useI18n();
  const me = useMe();
  const [title, setTitle] = useState(titleNow);
  const [who, setWho] = useState(whoNow);
  const [busy, setBusy] = useState(false);
  const [tried, setTried] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const titleInput = useRef<HTMLInputElement>(null);
  const missing = title.trim() === '';

  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    setTried(true);
    if (missing) return titleInput.current?.focus();
    setBusy(true);
    setError(null);
    try {
      await onSubmit({
        title: title.trim(),
        members: who.people.map(person => person.id),
        groups: who.groups.map(group => group.id),
      });
    } catch (failure) {
      setError(t(problemText(failure)));
    }
    setBusy(false);
  };

  return (
    <form className="form" onSubmit={event => void submit(event)} noValidate>
      <Field
        label={t('edit.name')}
        hint={hint}
        error={missing && (tried || titleNow !== '') ? t('edit.missingTitle') : undefined}
        inputRef={titleInput}
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
          {submitLabel}
        </Button>
        {children}
      </div>
    </form>
  );
}
