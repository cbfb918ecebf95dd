import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeApi, type AskedOfApi, type problem } from '../testing/fakeApi';
import { show } from '../testing/show';
import { person, SignedIn } from '../testing/SignedIn';
import { SearchPage } from './SearchPage';

type Answer = ReturnType<typeof problem>;

let found: (query: URLSearchParams) => Answer;
let asked: AskedOfApi[];

const hit = {
  id: 'm1',
  room: 'r1',
  room_title: 'Reading circle',
  user_id: 'amy',
  username: 'Amy',
  removed: false,
  sent_at: '2026-03-02T08:00:00.000Z',
  cursor: 'c1',
  snippet: {
    pieces: [
      { text: 'a ', found: false },
      { text: 'fox', found: true },
    ],
    begins: true,
    ends: true,
  },
};
const invalid = (field: string, message: string): Answer => ({
  status: 400,
  body: { type: '/problems/invalid-request', status: 400, detail: 'not allowed', errors: [{ field, message }] },
});
const showPage = () =>
  show(
    <SignedIn me={person('Me', 'teacher')}>
      <SearchPage />
    </SignedIn>,
  );
const lastSearch = (): URLSearchParams =>
  new URLSearchParams(asked.findLast(({ path }) => path.startsWith('/search'))?.path.replace(/^[^?]*/, ''));

beforeEach(() => {
  found = () => ({ body: { items: [hit], next: null } });
  asked = fakeApi({
    'GET /search': query => found(query),
    'GET /rooms': { body: { items: [{ id: 'r1', title: 'Reading circle', created_at: '' }], next: null } },
    'GET /accounts': {
      body: { items: [{ id: 'amy', username: 'amy', display_name: 'Amy', role: 'student', active: true }], next: null },
    },
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('a search', () => {
  it('leads from each message to its place in the transcript', async () => {
    history.replaceState(null, '', '/search?q=fox');
    showPage();
    const message = await screen.findByRole('link', { name: 'a fox' });
    expect(message.getAttribute('href')).toBe('/rooms/r1/transcript?message=m1');
    expect(screen.getByText('Reading circle', { selector: 'p' })).toBeTruthy();
  });

  it('is narrowed down to a room, a person and days, which stand in the address', async () => {
    history.replaceState(null, '', '/search?q=fox');
    showPage();
    await userEvent.selectOptions(await screen.findByLabelText('Room'), 'Reading circle');
    fireEvent.change(screen.getByLabelText('From'), { target: { value: '2026-03-01' } });
    fireEvent.change(screen.getByLabelText('To'), { target: { value: '2026-03-02' } });
    await userEvent.type(screen.getByRole('combobox', { name: 'Written by' }), 'Amy');
    await userEvent.click(await screen.findByRole('option', { name: /Amy/ }));
    await waitFor(() => expect(location.search).toBe('?q=fox&room=r1&account=amy&from=2026-03-01&to=2026-03-02'));
    await waitFor(() => expect(lastSearch().get('account')).toBe('amy'));
    expect(lastSearch().get('room')).toBe('r1');
    expect(lastSearch().get('from')).toBe(new Date(2026, 2, 1).toISOString());
    expect(lastSearch().get('to')).toBe(new Date(2026, 2, 3).toISOString());
  });

  it('shows of whom it is where it was opened by a link', async () => {
    history.replaceState(null, '', '/search?q=fox&account=amy');
    showPage();
    expect(await screen.findByRole('button', { name: 'Remove Amy' })).toBeTruthy();
  });

  it('says that it is too long', async () => {
    history.replaceState(null, '', `/search?q=${'x'.repeat(201)}`);
    found = () => invalid('q', 'must have 1 to 200 characters');
    showPage();
    expect(await screen.findByText('Search for 200 characters at most')).toBeTruthy();
  });

  it('says that it has no word', async () => {
    history.replaceState(null, '', '/search?q=...');
    found = () => invalid('q', 'has no word to search for');
    showPage();
    expect(await screen.findByText('There is no word in that')).toBeTruthy();
  });

  it('says what else the server refuses in its words', async () => {
    history.replaceState(null, '', '/search?q=fox&room=7');
    found = () => invalid('room', 'must be a UUID');
    showPage();
    expect(await screen.findByText('room must be a UUID')).toBeTruthy();
  });
});
