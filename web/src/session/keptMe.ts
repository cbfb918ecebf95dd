import { kept } from '../ui/kept';
import type { Me } from './account';

const KEY = 'homeroom.me';

/** Who was signed in last: with the archive away one can still chat, for which the cookie is enough. */
export const keptMe = kept<Me>(KEY, value => typeof value === 'object' && value !== null && 'school' in value);

/** Whether nobody else has signed in on this computer since. Tabs share one cookie, so the last who did has it. */
export const isStillSignedIn = (account: string): boolean => (keptMe.read()?.id ?? account) === account;

/** Calls back when another tab has signed somebody in or out. */
export function onKeptMe(listener: (now: Me | null) => void): () => void {
  const stored = ({ key }: StorageEvent): void => {
    if (key === KEY || key === null) listener(keptMe.read());
  };
  window.addEventListener('storage', stored);
  return () => window.removeEventListener('storage', stored);
}
