import { useState, type SyntheticEvent } from 'react';
import { api } from '../http/api';
import { Problem, problemText } from '../http/problem';
import { useI18n } from '../i18n/i18n';
import { Dialog } from '../ui/Dialog';
import { DialogActions } from '../ui/DialogActions';
import { ErrorNote } from '../ui/ErrorNote';
import { Field } from '../ui/Field';
import { useTell } from '../ui/toast';

export function PasswordDialog({ onClose }: { onClose: () => void }) {
  const { t } = useI18n();
  const tell = useTell();
  const [current, setCurrent] = useState('');
  const [fresh, setFresh] = useState('');
  const [again, setAgain] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);

  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    if (fresh !== again) return setError(t('password.differ'));
    setBusy(true);
    setError(null);
    try {
      await api('POST', '/me/password', { current, new: fresh });
      tell(t('password.changed'));
      onClose();
    } catch (failure) {
      setError(failure instanceof Problem ? passwordProblem(failure) : t(problemText(failure)));
      setBusy(false);
    }
  };
  const passwordProblem = (problem: Problem): string => {
    if (problem.slug === 'wrong-password') return t('password.wrong');
    if (problem.status === 429) return t('signin.slowDown', { count: problem.retryAfterSeconds ?? 30 });
    return problem.status === 400 ? t('password.invalid') : t(problemText(problem));
  };

  return (
    <Dialog title={t('me.password')} onClose={onClose}>
      <form className="form" onSubmit={event => void submit(event)}>
        <Field
          label={t('password.current')}
          type="password"
          autoComplete="current-password"
          required
          value={current}
          onChange={event => setCurrent(event.target.value)}
        />
        <Field
          label={t('password.new')}
          hint={t('password.hint')}
          type="password"
          autoComplete="new-password"
          required
          value={fresh}
          onChange={event => setFresh(event.target.value)}
        />
        <Field
          label={t('password.repeat')}
          type="password"
          autoComplete="new-password"
          required
          value={again}
          onChange={event => setAgain(event.target.value)}
        />
        <ErrorNote text={error} />
        <DialogActions action={t('me.password')} busy={busy} onClose={onClose} />
      </form>
    </Dialog>
  );
}
