import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { LiveContext } from '../live/liveContext';
import { RoomsContext, type MyRoom } from '../rooms/rooms';
import { archivedEntry } from '../testing/entries';
import { fakeApi } from '../testing/fakeApi';
import { FakeLive } from '../testing/fakeLive';
import { show } from '../testing/show';
import { person, SignedIn } from '../testing/SignedIn';
import { WatchPage } from './WatchPage';

const seen = vi.fn();
let live: FakeLive;
let number = 0;
let id = '';

const room = (more: Partial<MyRoom> = {}): MyRoom => ({
  id,
  title: 'Reading circle',
  state: 'open',
  role: 'teacher',
  member_count: 3,
  last_message_at: null,
  created_at: '2026-05-01T08:00:00Z',
  unread: false,
  seenUntil: '',
  ...more,
});

const open = async (...rooms: MyRoom[]): Promise<void> => {
  show(
    <SignedIn me={person('Teacher', 'teacher')}>
      <LiveContext value={live}>
        <RoomsContext value={{ value: rooms, error: null, reload: vi.fn(), seen }}>
          <WatchPage />
        </RoomsContext>
      </LiveContext>
    </SignedIn>,
  );
  await act(() => new Promise(resolve => setTimeout(resolve, 50)));
};

const letIn = (): Promise<void> =>
  act(async () => {
    live.entering.at(-1)?.answer({
      ok: true,
      room: id,
      title: 'Reading circle',
      state: 'open',
      role: 'teacher',
      muted: false,
      present: [{ id: 'amy', name: 'Amy', role: 'student' }],
      count: 1,
      cursor: 'c10',
    });
    await new Promise(resolve => setTimeout(resolve, 100));
  });

const card = () => within(screen.getByRole('region', { name: 'Reading circle' }));

beforeEach(() => {
  localStorage.clear();
  seen.mockReset();
  id = `watched-${++number}`;
  live = new FakeLive();
  fakeApi({
    'GET /concerns/counts': { body: { items: [{ room: id, open: 2 }] } },
    [`GET /rooms/${id}`]: {
      body: {
        id,
        title: 'Reading circle',
        members: ['amy', 'ben', 'chen'].map(name => ({ id: name, display_name: name, role: 'student', muted: false })),
        groups: [],
        overseers: [],
      },
    },
    [`GET /rooms/${id}/participation`]: { body: { items: [{ id: 'amy', messages: 2 }] } },
    [`GET /rooms/${id}/messages`]: { body: { items: [archivedEntry(10, 'amy')], before: null, complete: true } },
  });
});

describe('watching live', () => {
  it('looks in without entering, and shows what is new, reported and not said', async () => {
    await open(room());
    expect(live.entering.map(({ watching }) => watching)).toEqual([true]);
    await letIn();
    expect(card().getByText('text 10')).toBeTruthy();
    expect(card().getByText('1 new')).toBeTruthy();
    expect(card().getByText('2 reports')).toBeTruthy();
    expect(card().getByText('1 of 3 here')).toBeTruthy();
    expect(card().getByText('2 students have not written yet')).toBeTruthy();

    await act(async () => {
      live.says('new_message', {
        id: 'x',
        room: id,
        user_id: 'ben',
        username: 'ben',
        message: 'me too',
        sent_at: new Date().toISOString(),
        cursor: 'c11',
      });
      await new Promise(resolve => setTimeout(resolve, 60));
    });
    expect(card().getByText('me too')).toBeTruthy();
    expect(card().getByText('2 new')).toBeTruthy();
    expect(card().getByText('1 student has not written yet')).toBeTruthy();
  });

  it('marks a room as read up to its newest message', async () => {
    await open(room());
    await letIn();
    await userEvent.click(card().getByRole('button', { name: 'Mark as read' }));
    expect(seen).toHaveBeenCalledWith(id, archivedEntry(10).sent_at);
  });

  it('leaves out rooms that are closed or that one does not teach, and says so where none is left', async () => {
    await open(room({ state: 'closed' }), room({ id: 'other', role: 'student' }));
    expect(live.entering).toHaveLength(0);
    expect(screen.getByRole('heading', { name: 'There is no open room to watch' })).toBeTruthy();
  });

  it('watches the rooms that were chosen, and remembers them', async () => {
    await open(room(), room({ id: 'second', title: 'Second' }));
    await userEvent.click(screen.getByRole('button', { name: 'Choose rooms (2)' }));
    await userEvent.click(screen.getByRole('checkbox', { name: 'Second' }));
    await userEvent.click(screen.getByRole('button', { name: 'Watch these' }));
    expect(screen.queryByRole('region', { name: 'Second' })).toBeNull();
    expect(localStorage.getItem('homeroom.watched.teacher')).toBe(JSON.stringify([id]));
  });
});
