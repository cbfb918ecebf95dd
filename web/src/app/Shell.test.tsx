import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LiveContext } from '../live/liveContext';
import type { Me } from '../session/account';
import { fakeApi } from '../testing/fakeApi';
import { FakeLive } from '../testing/fakeLive';
import { show } from '../testing/show';
import { person, SignedIn } from '../testing/SignedIn';
import { Shell } from './Shell';

let counts: { room: string; open: number }[];
let asked: ReturnType<typeof fakeApi>;

const teacher = person('Teacher', 'teacher');
const lead: Me = { ...teacher, safeguarding_lead: true };
const showAs = (me: Me) =>
  show(
    <SignedIn me={me}>
      <LiveContext value={new FakeLive()}>
        <Shell />
      </LiveContext>
    </SignedIn>,
  );
const places = () => within(screen.getByRole('navigation'));

beforeEach(() => {
  counts = [
    { room: 'r1', open: 2 },
    { room: 'r2', open: 1 },
  ];
  asked = fakeApi({
    'GET /rooms': { body: { items: [], next: null } },
    'GET /feedback/news': { body: { feedback: 0, answers: 0 } },
    'GET /concerns': { body: { items: [], next: null } },
    'GET /concerns/counts': () => ({ body: { items: counts } }),
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('open reports', () => {
  it('are counted where the way to them is, in the navigation and beside the name', async () => {
    showAs(teacher);
    expect(await places().findByRole('link', { name: 'Reports 3 open reports' })).toBeTruthy();
    const beside = screen.getByRole('link', { name: '3 open reports' });
    expect(beside.getAttribute('href')).toBe('/concerns');
  });

  it('are no business of students', async () => {
    showAs(person('Amy'));
    await screen.findByText('No rooms yet');
    expect(asked.some(({ path }) => path.startsWith('/concerns'))).toBe(false);
  });

  it('show no number where there are none', async () => {
    counts = [];
    showAs(teacher);
    await screen.findByText('Make your first room');
    expect(places().getByRole('link', { name: 'Reports' })).toBeTruthy();
  });
});

describe('a safeguarding lead without rooms', () => {
  it('begins with the reports, and may go to the rooms all the same', async () => {
    showAs(lead);
    expect(await screen.findByRole('heading', { name: 'Reports' })).toBeTruthy();
    expect(location.pathname).toBe('/concerns');
    await userEvent.click(places().getByRole('link', { name: 'My rooms' }));
    expect(await screen.findByText('You are in no room yourself')).toBeTruthy();
    await waitFor(() => expect(location.pathname).toBe('/'));
  });
});
