import type { ReactNode } from 'react';
import type { Me, Role } from '../session/account';
import { SessionContext } from '../session/session';

const nothing = (): undefined => undefined;

/** Somebody whose id and username is their name in small letters. */
export const person = (name: string, role: Role = 'student'): Me => ({
  id: name.toLowerCase(),
  username: name.toLowerCase(),
  display_name: name,
  role,
  school: { id: 's', name: 'School' },
});

/** What somebody sees who is signed in. */
export function SignedIn({ me, children }: { me: Me; children: ReactNode }) {
  const session = {
    session: { state: 'signedIn' as const, me },
    signIn: () => Promise.resolve(),
    signOut: () => Promise.resolve(),
    refresh: nothing,
  };
  return <SessionContext value={session}>{children}</SessionContext>;
}
