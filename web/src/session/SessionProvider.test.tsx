import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as Outboxes from '../room/outbox';
import { countUnsent, outboxStore } from '../room/outboxStore';
import { fakeApi, problem, type AskedOfApi } from '../testing/fakeApi';
import { show } from '../testing/show';
import { person } from '../testing/SignedIn';
import type { Me } from './account';
import { AccountMenu } from './AccountMenu';
import { useSession } from './session';
import { SessionProvider } from './SessionProvider';

const amy = person('Amy');
const ben = person('Ben');

let me: () => ReturnType<typeof problem>;
let logout: () => ReturnType<typeof problem>;
let asked: AskedOfApi[];

function Who() {
  const { session } = useSession();
  return (
    <>
      <p>{session.state === 'signedIn' ? session.me.display_name : session.state}</p>
      {session.state === 'signedIn' && <AccountMenu />}
    </>
  );
}

const showSession = () =>
  show(
    <SessionProvider>
      <Who />
    </SessionProvider>,
  );

/** What another tab has written to this computer's storage. */
const anotherTabKeeps = (kept: Me | null): void => {
  if (kept === null) localStorage.removeItem('homeroom.me');
  else localStorage.setItem('homeroom.me', JSON.stringify(kept));
  act(() => {
    window.dispatchEvent(new StorageEvent('storage', { key: 'homeroom.me' }));
  });
};

const signOut = async (): Promise<void> => {
  await userEvent.click(await screen.findByRole('button', { name: /Account and appearance/ }));
  await userEvent.click(screen.getByRole('button', { name: 'Sign out' }));
};

beforeEach(() => {
  me = () => ({ body: amy });
  logout = () => ({ status: 204 });
  asked = fakeApi({ 'GET /session': () => me(), 'POST /logout': () => logout() });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('the session', () => {
  it('knows who is signed in, also while the archive is away', async () => {
    const { unmount } = showSession();
    expect(await screen.findByText('Amy', { selector: 'p' })).toBeTruthy();
    unmount();
    me = () => problem(503, 'archive-unavailable');
    showSession();
    expect(await screen.findByText('Amy', { selector: 'p' })).toBeTruthy();
  });

  it('says that nobody can be reached where it knows of nobody', async () => {
    me = () => problem(503, 'archive-unavailable');
    showSession();
    expect(await screen.findByText('unreachable')).toBeTruthy();
  });

  it('goes over to whoever signs in in another tab, also while the archive is away', async () => {
    showSession();
    await screen.findByText('Amy', { selector: 'p' });
    me = () => problem(503, 'archive-unavailable');
    anotherTabKeeps(ben);
    expect(await screen.findByText('Ben', { selector: 'p' })).toBeTruthy();
  });

  it('ends with the signing out in another tab', async () => {
    showSession();
    await screen.findByText('Amy', { selector: 'p' });
    me = () => ({ status: 204 });
    anotherTabKeeps(null);
    expect(await screen.findByText('signedOut')).toBeTruthy();
  });

  it('begins with the signing in in another tab', async () => {
    me = () => ({ status: 204 });
    showSession();
    await screen.findByText('signedOut');
    me = () => ({ body: ben });
    anotherTabKeeps(ben);
    expect(await screen.findByText('Ben', { selector: 'p' })).toBeTruthy();
  });
});

describe('signing out', () => {
  it('deletes what was not sent, once asked, and forgets the person', async () => {
    outboxStore('amy', 'room').write([], Outboxes.written([], 'a', 'unsent', 1));
    showSession();
    await signOut();
    expect(screen.getByText('1 message has not been sent')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Delete and sign out' }));
    expect(await screen.findByText('signedOut')).toBeTruthy();
    expect(countUnsent('amy')).toBe(0);
    expect(localStorage.getItem('homeroom.me')).toBeNull();
  });

  it('says that it failed, and does nothing else', async () => {
    logout = () => problem(503, 'archive-unavailable');
    showSession();
    await signOut();
    expect(
      await screen.findByText('You are still signed in. Something does not answer at the moment. Try again shortly.'),
    ).toBeTruthy();
    expect(screen.getByText('Amy', { selector: 'p' })).toBeTruthy();
    logout = () => ({ status: 204 });
    await userEvent.click(screen.getByRole('button', { name: 'Sign out' }));
    expect(await screen.findByText('signedOut')).toBeTruthy();
  });

  it('is done where the server says that nobody is signed in', async () => {
    logout = () => problem(401, 'not-signed-in');
    showSession();
    await signOut();
    expect(await screen.findByText('signedOut')).toBeTruthy();
    await waitFor(() => expect(asked.at(-1)?.path).toBe('/logout'));
  });
});
