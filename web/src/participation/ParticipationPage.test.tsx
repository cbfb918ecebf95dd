import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeApi, problem, type AskedOfApi } from '../testing/fakeApi';
import { line } from '../testing/participation';
import { show } from '../testing/show';
import { ParticipantPage } from './ParticipantPage';
import { ParticipationPage } from './ParticipationPage';
import type { Line, Median, RoomParticipation } from './participation';

const AT = new Date(2026, 2, 9, 10);
const median: Median = { messages: 2, share: 0.25, words: 8, days_active: 1, replies: 0 };
let items: Line[];
let asked: AskedOfApi[];

const room = (more: Partial<RoomParticipation> = {}): RoomParticipation => ({
  counted: { from: null, to: null, step: 'day', reply_within_seconds: 300 },
  items,
  students: line('All', { messages: 8, words: 30 }),
  everybody: line('All', { messages: 9, words: 35 }),
  median,
  series: [{ at: new Date(2026, 2, 9).toISOString(), messages: 8, words: 30 }],
  complete: true,
  ...more,
});

beforeEach(() => {
  history.replaceState(null, '', '/rooms/room/participation');
  items = [
    line('Amy', { messages: 2, share: 0.25, words: 20, last_at: AT.toISOString() }),
    line('Ben', { messages: 6, share: 0.75, words: 10, member: false }),
    line('Chen'),
    line('Ms Moor', { role: 'teacher', share: null, messages: 1 }),
  ];
  asked = fakeApi({
    'GET /rooms/room': {
      body: {
        id: 'room',
        title: 'Reading circle',
        state: 'open',
        role: 'teacher',
        members: [],
        groups: [{ id: 'g', name: '7b' }],
      },
    },
    'GET /rooms/room/participation': query =>
      query.get('group') === 'gone' ? problem(404, 'group-not-found') : { body: room() },
    'GET /rooms/room/participation/amy': () => ({ body: { ...room(), person: items[0] } }),
    'GET /accounts/amy/participation': {
      body: {
        items: [
          { room: 'room', title: 'Reading circle', person: line('Amy'), median },
          { room: 'other', title: 'Maths', person: line('Amy', { messages: 4, share: 1 }), median },
        ],
        next: null,
      },
    },
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

const rowsByName = (): (string | undefined)[] =>
  within(screen.getByRole('table', { name: 'Who took part and how much' }))
    .getAllByRole('link', { name: /^(Amy|Ben|Chen|Ms Moor)/ })
    .map(link => link.textContent.replace(/^[A-Z]{1,2}(?=[A-Z])/, ''));

describe('taking part', () => {
  it('tells of each student, the silent ones too, and of teachers apart', async () => {
    show(<ParticipationPage id="room" />);
    await screen.findByText('2 of 3 students wrote something: 8 messages, 30 words.');
    const amy = screen.getByRole('row', { name: /^\w* ?Amy/ });
    expect(
      within(amy)
        .getAllByRole('cell')
        .slice(0, 3)
        .map(cell => cell.textContent),
    ).toEqual(['2', '25%', '20']);
    expect(screen.getByText('Ben (no longer in the room)')).toBeTruthy();
    expect(screen.getByRole('row', { name: /^Median/ }).textContent).toContain('25%');
    expect(screen.getByText('Teachers, who are not compared')).toBeTruthy();
    expect(screen.getByText(/at most 5 minutes after/)).toBeTruthy();
  });

  it('is put in the order of any figure, both ways', async () => {
    show(<ParticipationPage id="room" />);
    const table = await screen.findByRole('table', { name: 'Who took part and how much' });
    const words = within(table).getByRole('button', { name: /^Words/ });
    await userEvent.click(words);
    expect(rowsByName().slice(0, 3)).toEqual(['Amy', 'Ben (no longer in the room)', 'Chen']);
    expect(words.closest('th')?.getAttribute('aria-sort')).toBe('descending');
    await userEvent.click(words);
    expect(rowsByName()[0]).toBe('Chen');
    expect(words.closest('th')?.getAttribute('aria-sort')).toBe('ascending');
  });

  it('leads to the messages and the marking of each', async () => {
    history.replaceState(null, '', '/rooms/room/participation?from=2026-03-01&to=2026-03-31');
    show(<ParticipationPage id="room" />);
    const messages = await screen.findByRole('link', { name: 'Messages of Amy' });
    expect(messages.getAttribute('href')).toBe(
      '/rooms/room/transcript?account=amy&kind=message&from=2026-03-01&to=2026-03-31',
    );
    expect(screen.getByRole('link', { name: 'Marking of Amy' }).getAttribute('href')).toBe('/rooms/room/marking/amy');
    expect(screen.queryByRole('link', { name: 'Marking of Ms Moor' })).toBeNull();
  });

  it('asks for days where the reader is, the last one included, and offers the same as a file', async () => {
    history.replaceState(null, '', '/rooms/room/participation?from=2026-03-09&to=2026-03-09&group=g');
    show(<ParticipationPage id="room" />);
    const file = await screen.findByRole('link', { name: 'Export the figures as CSV' });
    await waitFor(() => expect(asked.some(({ path }) => path.includes('/participation?'))).toBe(true));
    const query = new URLSearchParams(asked.find(({ path }) => path.includes('/participation?'))?.path.split('?')[1]);
    expect(query.get('from')).toBe(new Date(2026, 2, 9).toISOString());
    expect(query.get('to')).toBe(new Date(2026, 2, 10).toISOString());
    expect(query.get('group')).toBe('g');
    expect(query.get('zone')).toBe(new Intl.DateTimeFormat().resolvedOptions().timeZone);
    const address = new URL(file.getAttribute('href') ?? '', 'http://x');
    expect(address.pathname).toBe('/api/rooms/room/participation.csv');
    expect(address.searchParams.get('from')).toBe(query.get('from'));
  });

  it('has a chart to walk along with the keys, and the same as a table', async () => {
    show(<ParticipationPage id="room" />);
    const chart = await screen.findByRole('slider', { name: /^Over time/ });
    chart.focus();
    await userEvent.keyboard('{End}');
    expect(chart.getAttribute('aria-valuetext')).toBe('Monday, March 9, 2026: 8 messages');
    expect(screen.getAllByText('Monday, March 9, 2026: 8 messages').length).toBeGreaterThan(0);
    await userEvent.click(screen.getByRole('radio', { name: 'Words' }));
    expect(chart.getAttribute('aria-valuetext')).toBe('Monday, March 9, 2026: 30 words');
    await userEvent.click(screen.getByText('Show as a table'));
    expect(screen.getByRole('rowheader', { name: 'Monday, March 9, 2026' })).toBeTruthy();
  });

  it('says where nobody is, where nobody wrote, and what went wrong', async () => {
    items = [];
    const { unmount } = show(<ParticipationPage id="room" />);
    expect(await screen.findByRole('heading', { name: 'No students in this room' })).toBeTruthy();
    unmount();
    history.replaceState(null, '', '/rooms/room/participation?group=gone');
    show(<ParticipationPage id="room" />);
    expect(await screen.findByRole('alert')).toBeTruthy();
  });
});

describe('how one takes part', () => {
  it('stands beside the median, and beside other rooms', async () => {
    show(<ParticipantPage id="room" person="amy" />);
    expect(await screen.findByRole('heading', { name: 'Amy' })).toBeTruthy();
    const share = screen.getByRole('row', { name: /^Share/ });
    expect(
      within(share)
        .getAllByRole('cell')
        .map(cell => cell.textContent),
    ).toEqual(['25%', '25%']);
    const other = await screen.findByRole('link', { name: 'Maths' });
    expect(other.getAttribute('href')).toBe('/rooms/other/participation/amy');
    expect(screen.queryByRole('link', { name: 'Reading circle' })).toBeNull();
  });
});
