import { useState, type SyntheticEvent } from 'react';
import { Problem, problemText } from '../http/problem';
import { useI18n } from '../i18n/i18n';
import type { PlainKey } from '../i18n/translate';
import type { Role } from '../session/account';
import { Dialog } from '../ui/Dialog';
import { DialogActions } from '../ui/DialogActions';
import { ErrorNote } from '../ui/ErrorNote';
import { Field } from '../ui/Field';
import { SelectField } from '../ui/SelectField';
import { useTell } from '../ui/toast';
import type { Person } from './people';
import { addPerson, changePerson } from './peopleApi';

interface AccountDialogProps {
  /** Whom to change; null for somebody new. */
  readonly person: Person | null;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

const INVALID = {
  display_name: 'accounts.name.invalid',
  username: 'accounts.username.invalid',
  password: 'accounts.password.invalid',
} as const;

/** Refusals for which there are better words than for others of their status. */
const sentences: Partial<Record<string, PlainKey>> = {
  'last-admin': 'accounts.lastAdmin',
};

const ROLES: readonly Role[] = ['student', 'teacher', 'admin'];

export function AccountDialog({ person, onClose, onSaved }: AccountDialogProps) {
  const { t } = useI18n();
  const tell = useTell();
  const [name, setName] = useState(person?.display_name ?? '');
  const [username, setUsername] = useState(person?.username ?? '');
  const [role, setRole] = useState<Role>(person?.role ?? 'student');
  const [password, setPassword] = useState('');
  const [active, setActive] = useState(person?.active ?? true);
  const [lead, setLead] = useState(person?.safeguarding_lead ?? false);
  const [busy, setBusy] = useState(false);
  const [tried, setTried] = useState(false);
  const [error, setError] = useState<unknown>(null);

  const slug = error instanceof Problem ? error.slug : '';
  const refusedFields = new Set(error instanceof Problem ? error.errors.map(({ field }) => field) : []);
  const errorOf = (field: keyof typeof INVALID, value: string, required = true): string | undefined => {
    if (tried && required && value.trim() === '') return t('accounts.required');
    if (field === 'username' && slug === 'username-taken') return t('accounts.taken');
    return refusedFields.has(field) ? t(INVALID[field]) : undefined;
  };
  const leads = lead && role !== 'student';
  const complete = name.trim() !== '' && (person !== null || (username.trim() !== '' && password !== ''));

  const save = async (): Promise<void> => {
    if (person === null) {
      await addPerson({
        username: username.trim(),
        display_name: name.trim(),
        role,
        password,
        ...(leads && { safeguarding_lead: true }),
      });
      return tell(t('accounts.created', { name: name.trim() }));
    }
    await changePerson(person.id, {
      ...(name.trim() !== person.display_name && { display_name: name.trim() }),
      ...(role !== person.role && { role }),
      ...(active !== person.active && { active }),
      ...(leads !== (person.safeguarding_lead ?? false) && { safeguarding_lead: leads }),
      ...(password !== '' && { password }),
    });
    return tell(t('app.saved'));
  };
  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (busy || !complete) return;
    setBusy(true);
    setError(null);
    try {
      await save();
      onSaved();
      onClose();
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  };

  return (
    <Dialog title={t(person === null ? 'accounts.new' : 'accounts.edit')} onClose={onClose}>
      <form className="form" onSubmit={event => void submit(event)} noValidate autoComplete="off">
        <Field
          label={t('accounts.name')}
          error={errorOf('display_name', name)}
          maxLength={80}
          value={name}
          onChange={event => setName(event.target.value)}
        />
        {person === null && (
          <Field
            label={t('accounts.username')}
            hint={t('accounts.username.hint')}
            error={errorOf('username', username)}
            autoCapitalize="none"
            spellCheck={false}
            maxLength={64}
            value={username}
            onChange={event => setUsername(event.target.value)}
          />
        )}
        <SelectField
          label={t('accounts.role')}
          value={role}
          options={ROLES.map(value => ({ value, label: t(`role.${value}`) }))}
          onChange={setRole}
        />
        <Field
          label={t(person === null ? 'accounts.password' : 'accounts.reset')}
          hint={t('accounts.password.hint')}
          error={errorOf('password', password, person === null)}
          autoComplete="new-password"
          spellCheck={false}
          value={password}
          onChange={event => setPassword(event.target.value)}
        />
        {role !== 'student' && (
          <label className="check-row">
            <input type="checkbox" checked={lead} onChange={event => setLead(event.target.checked)} />
            <span>
              <strong>{t('accounts.lead.give')}</strong>
              <small>{t('accounts.lead.help')}</small>
            </span>
          </label>
        )}
        {person !== null && (
          <label className="check-row">
            <input type="checkbox" checked={active} onChange={event => setActive(event.target.checked)} />
            <span>
              <strong>{t('accounts.active')}</strong>
              <small>{t('accounts.active.help')}</small>
            </span>
          </label>
        )}
        <ErrorNote
          text={error === null || slug === 'username-taken' ? null : t(sentences[slug] ?? problemText(error))}
        />
        <DialogActions action={t(person === null ? 'accounts.create' : 'app.save')} busy={busy} onClose={onClose} />
      </form>
    </Dialog>
  );
}
