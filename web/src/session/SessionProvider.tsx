import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { api, onSignedOut } from '../http/api';
import { Problem } from '../http/problem';
import type { Me } from './account';
import { keptMe, onKeptMe } from './keptMe';
import { SessionContext, type Session } from './session';

export function SessionProvider({ children }: { children: ReactNode }) {
  const [session, setSession] = useState<Session>({ state: 'loading' });

  const refresh = useCallback(() => {
    // Nobody signed in is no error here: what a first visit asks leaves none in the browser's console.
    api<Me | undefined>('GET', '/session').then(
      me => {
        if (me === undefined) return setSession(current => afterFailure(current, signedOut));
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
  useEffect(
    () =>
      onKeptMe(now => {
        setSession(current => (isSomebodyElse(current, now) ? { state: 'signedIn', me: now } : current));
        refresh();
      }),
    [refresh],
  );

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
        await api('POST', '/logout').catch((error: unknown) => {
          if (!isSignedOut(error)) throw error;
        });
        keptMe.forget();
        setSession({ state: 'signedOut', expired: false });
      },
    }),
    [session, refresh],
  );

  return <SessionContext value={value}>{children}</SessionContext>;
}

const ASK_AGAIN_MS = 3_000;

const signedOut = new Problem(401, 'not-signed-in', '');

function afterFailure(current: Session, error: unknown): Session {
  if (isSignedOut(error)) {
    keptMe.forget();
    return { state: 'signedOut', expired: current.state === 'signedIn' || expiredBefore(current) };
  }
  if (current.state !== 'loading') return current;
  const me = keptMe.read();
  return me === null ? { state: 'unreachable' } : { state: 'signedIn', me };
}

const expiredBefore = (session: Session): boolean => session.state === 'signedOut' && session.expired;

const isSignedOut = (error: unknown): boolean => error instanceof Problem && error.status === 401;

/** Another tab has signed in as somebody else: the cookie is theirs now, also in this tab. */
const isSomebodyElse = (current: Session, now: Me | null): now is Me =>
  current.state === 'signedIn' && now !== null && now.id !== current.me.id;
