import { useEffect, useState, type ReactNode } from 'react';
import { isStillSignedIn } from '../session/keptMe';
import { useMe, useSession } from '../session/session';
import { connect } from './connection';
import type { Live } from './live';
import { LiveContext } from './liveContext';

/** Keeps the connection open as long as one person is signed in; the next person's is another one. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const { refresh } = useSession();
  const account = useMe().id;
  const [live, setLive] = useState<Live | null>(null);

  useEffect(() => {
    const connection = connect({ isStillSignedIn: () => isStillSignedIn(account), askWhoIsSignedIn: refresh });
    setLive(connection);
    return () => connection.close();
  }, [refresh, account]);

  return live === null ? null : <LiveContext value={live}>{children}</LiveContext>;
}
