import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { api, onSignedOut } from '../http/api';
import { Problem } from '../http/problem';
import { kept } from '../ui/kept';
import type { Me } from './account';
import { SessionContext, type Session } from './session';

export function SessionProvider({ children }: { children: ReactNode }) {
  const [session, setSession] = useState<Session>({ state: 'loading' });

  const refresh = useCallback(() => {
    api<Me>('GET', '/me').then(
      me => {
        keptMe.write(me);
        setSession({ state: 'signedIn', me });
      },
      (error: unknown) => setSession(current => afterFailure(current, error)),
    );
  }, []);

  useEffect(refresh, [refresh]);
  useEffect(() => {
    if (session.state !== 'unreachable') return undefined;
    const timer = setInterval(refresh, ASK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [session.state, refresh]);
  useEffect(() => onSignedOut(() => setSession(current => afterFailure(current, signedOut))), []);

  const value = useMemo(
    () => ({
      session,
      refresh,
      signIn: async (username: string, password: string) => {
        await api('POST', '/login', { username, password });
        const me = await api<Me>('GET', '/me');
        keptMe.write(me);
        setSession({ state: 'signedIn', me });
      },
      signOut: async () => {
        await api('POST', '/logout');
        keptMe.forget();
        setSession({ state: 'signedOut', expired: false });
      },
    }),
    [session, refresh],
  );

  return <SessionContext value={value}>{children}</SessionContext>;
}

const ASK_AGAIN_MS = 3_000;

/** Who was signed in last: with the archive away one can still chat, for which the cookie is enough. */
const keptMe = kept<Me>('homeroom.me', value => typeof value === 'object' && value !== null && 'school' in value);

const signedOut = new Problem(401, 'not-signed-in', '');

function afterFailure(current: Session, error: unknown): Session {
  if (error instanceof Problem && error.status === 401) {
    keptMe.forget();
    return { state: 'signedOut', expired: current.state === 'signedIn' || expiredBefore(current) };
  }
  if (current.state !== 'loading') return current;
  const me = keptMe.read();
  return me === null ? { state: 'unreachable' } : { state: 'signedIn', me };
}

const expiredBefore = (session: Session): boolean => session.state === 'signedOut' && session.expired;
