import { createContext, use } from 'react';
import type { Me } from './account';

export type Session =
  | { readonly state: 'loading' }
  | { readonly state: 'unreachable' }
  | { readonly state: 'signedOut'; readonly expired: boolean }
  | { readonly state: 'signedIn'; readonly me: Me };

export interface SessionActions {
  readonly signIn: (username: string, password: string) => Promise<void>;
  readonly signOut: () => Promise<void>;
  /** Asks the server again who is signed in. */
  readonly refresh: () => void;
}

export const SessionContext = createContext<(SessionActions & { readonly session: Session }) | null>(null);

export function useSession(): SessionActions & { readonly session: Session } {
  const session = use(SessionContext);
  if (session === null) throw new Error('outside of SessionProvider');
  return session;
}

/** Who is signed in, for components that are only shown to somebody who is. */
export function useMe(): Me {
  const { session } = useSession();
  if (session.state !== 'signedIn') throw new Error('nobody is signed in');
  return session.me;
}
