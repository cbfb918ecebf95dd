import { useRef, useState, type ReactNode, type SyntheticEvent } from 'react';
import { problemText } from '../http/problem';
import { useI18n } from '../i18n/i18n';
import { Button } from '../ui/Button';
import { ErrorNote } from '../ui/ErrorNote';
import { Field } from '../ui/Field';
import { PeoplePicker } from './PeoplePicker';
import type { Selection } from './selection';

interface PeopleFormProps {
  readonly name: string;
  readonly who: Selection;
  readonly texts: {
    readonly name: string;
    readonly nameHint?: string | undefined;
    readonly nameMissing: string;
    readonly who: string;
    readonly whoHint?: string;
    readonly submit: string;
  };
  readonly withGroups?: boolean;
  /** Somebody who belongs to it anyway. */
  readonly always?: string;
  /** Does it; what it throws is told below the form, and the person tries again. */
  readonly onSubmit: (name: string, who: Selection) => Promise<void>;
  /** Further actions beside the button. */
  readonly children?: ReactNode;
}

/** The form of something that has a name and people. */
export function PeopleForm({ name: nameNow, who: whoNow, texts, onSubmit, children, ...picker }: PeopleFormProps) {
  const { t } = useI18n();
  const [name, setName] = useState(nameNow);
  const [who, setWho] = useState(whoNow);
  const [busy, setBusy] = useState(false);
  const [tried, setTried] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const nameInput = useRef<HTMLInputElement>(null);
  const missing = name.trim() === '';

  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    setTried(true);
    if (missing) return nameInput.current?.focus();
    setBusy(true);
    setError(null);
    try {
      await onSubmit(name.trim(), who);
    } catch (failure) {
      setError(t(problemText(failure)));
    }
    setBusy(false);
  };

  return (
    <form className="form" onSubmit={event => void submit(event)} noValidate>
      <Field
        label={texts.name}
        hint={texts.nameHint}
        error={missing && (tried || nameNow !== '') ? texts.nameMissing : undefined}
        inputRef={nameInput}
        maxLength={120}
        required
        value={name}
        onChange={event => setName(event.target.value)}
      />
      <section className="edit-section" aria-label={texts.who}>
        <h2>{texts.who}</h2>
        {texts.whoHint !== undefined && <p>{texts.whoHint}</p>}
        <PeoplePicker selection={who} onChange={setWho} {...picker} />
      </section>
      <ErrorNote text={error} />
      <div className="actions">
        <Button look="main" type="submit" busy={busy}>
          {texts.submit}
        </Button>
        {children}
      </div>
    </form>
  );
}
