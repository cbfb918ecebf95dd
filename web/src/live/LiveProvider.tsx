import { useEffect, useState, type ReactNode } from 'react';
import { useSession } from '../session/session';
import { connect } from './connection';
import type { Live } from './live';
import { LiveContext } from './liveContext';

/** Keeps the connection open as long as somebody is signed in. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const { refresh } = useSession();
  const [live, setLive] = useState<Live | null>(null);

  useEffect(() => {
    const connection = connect(refresh);
    setLive(connection);
    return () => connection.close();
  }, [refresh]);

  return live === null ? null : <LiveContext value={live}>{children}</LiveContext>;
}
