import { useEffect, useRef, useState, type SyntheticEvent } from 'react';
import { Problem, problemText } from '../http/problem';
import { LanguageChoice } from '../i18n/LanguageChoice';
import { useI18n } from '../i18n/i18n';
import type { Translate } from '../i18n/translate';
import { Button } from '../ui/Button';
import { ErrorNote } from '../ui/ErrorNote';
import { Field } from '../ui/Field';
import { IconButton } from '../ui/IconButton';
import { Logo } from '../ui/Logo';
import { Classroom } from './Classroom';
import { useSession } from './session';
import { useCountdown } from './useCountdown';
import './sign-in.css';

const SLOW_DOWN_SECONDS = 30;

export function SignInPage({ expired }: { expired: boolean }) {
  const { t } = useI18n();
  const { signIn } = useSession();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [shown, setShown] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const [wait, startWaiting] = useCountdown();
  const passwordInput = useRef<HTMLInputElement>(null);

  useEffect(() => {
    document.title = `${t('signin.title')} · Homeroom`;
  }, [t]);

  const submit = async (): Promise<void> => {
    if (username.trim() === '' || password === '') return setError(t('signin.missing'));
    setBusy(true);
    setError(null);
    try {
      await signIn(username.trim(), password);
    } catch (failure) {
      if (failure instanceof Problem && failure.status === 429) {
        startWaiting(failure.retryAfterSeconds ?? SLOW_DOWN_SECONDS);
      } else {
        setError(sentence(failure, t));
        passwordInput.current?.select();
      }
      setBusy(false);
    }
  };

  const submitted = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (!busy && wait === 0) void submit();
  };

  return (
    <div className="sign-in">
      <header className="sign-in-board">
        <div className="sign-in-brand">
          <Logo />
          <span>Homeroom</span>
        </div>
        <p className="sign-in-lead">{t('signin.lead')}</p>
        <Classroom />
      </header>
      <main id="main" className="sign-in-main">
        <form className="form sign-in-form" onSubmit={submitted} noValidate>
          <h1>{t('signin.title')}</h1>
          {expired && error === null && wait === 0 && <p className="sign-in-expired">{t('signin.expired')}</p>}
          <Field
            label={t('signin.username')}
            name="username"
            autoComplete="username"
            autoCapitalize="none"
            autoCorrect="off"
            spellCheck={false}
            autoFocus
            required
            value={username}
            onChange={event => setUsername(event.target.value)}
          />
          <Field
            label={t('signin.password')}
            name="password"
            type={shown ? 'text' : 'password'}
            autoComplete="current-password"
            required
            inputRef={passwordInput}
            value={password}
            onChange={event => setPassword(event.target.value)}
            after={
              <IconButton
                icon="eye"
                label={t(shown ? 'signin.hide' : 'signin.show')}
                aria-pressed={shown}
                onClick={() => setShown(!shown)}
              />
            }
          />
          <ErrorNote text={error} />
          <SlowDown seconds={wait} />
          <Button look="main" type="submit" busy={busy} disabled={wait > 0} className="sign-in-submit">
            {t(busy ? 'signin.busy' : 'signin.submit')}
          </Button>
          <p className="field-hint">{t('signin.forgot')}</p>
        </form>
        <LanguageChoice />
      </main>
    </div>
  );
}

/** Counts down in sight, and is read aloud once and not every second. */
function SlowDown({ seconds }: { seconds: number }) {
  const { t } = useI18n();
  const [announced, setAnnounced] = useState('');
  const waiting = seconds > 0;
  const text = waiting ? t('signin.slowDown', { count: seconds }) : '';

  useEffect(() => {
    setAnnounced(current => (waiting ? current || text : ''));
  }, [waiting, text]);

  return (
    <>
      <p role="alert" className="visually-hidden">
        {announced}
      </p>
      {waiting && (
        <p className="error-note" aria-hidden="true">
          {text}
        </p>
      )}
    </>
  );
}

function sentence(failure: unknown, t: Translate): string {
  return failure instanceof Problem && failure.status === 401 ? t('signin.wrong') : t(problemText(failure));
}
