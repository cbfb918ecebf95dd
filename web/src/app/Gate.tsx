import { useEffect } from 'react';
import { LiveProvider } from '../live/LiveProvider';
import { goTo, usePath, useSearch } from '../routing/location';
import { routeOf } from '../routing/route';
import { useSession } from '../session/session';
import { SignInPage } from '../session/SignInPage';
import { Loading } from '../ui/Loading';
import { LoadFailed } from '../ui/LoadFailed';
import { Problem } from '../http/problem';
import { Shell } from './Shell';
import { wantedPage } from './wantedPage';

/** Lets in whoever is signed in, and everybody else to the sign-in page and back where they wanted to go. */
export function Gate() {
  const { session, refresh } = useSession();
  const path = usePath();
  const search = useSearch();
  const atSignIn = routeOf(path).page === 'signin';

  useEffect(() => {
    if (session.state === 'signedOut' && !atSignIn) {
      const next = path === '/' ? '' : `?next=${encodeURIComponent(path + location.search)}`;
      goTo(`/signin${next}`, { replace: true });
    }
    if (session.state === 'signedIn' && atSignIn) goTo(wantedPage(search), { replace: true });
  }, [session.state, atSignIn, path, search]);

  switch (session.state) {
    case 'loading':
      return <Loading />;
    case 'unreachable':
      return (
        <main id="main" className="page">
          <LoadFailed wholePage error={new Problem(0, 'unreachable', '')} onRetry={refresh} />
        </main>
      );
    case 'signedOut':
      return <SignInPage expired={session.expired} />;
    case 'signedIn':
      return atSignIn ? (
        <Loading />
      ) : (
        <LiveProvider key={session.me.id}>
          <Shell />
        </LiveProvider>
      );
  }
}
