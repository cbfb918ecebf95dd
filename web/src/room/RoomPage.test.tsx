import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LiveContext } from '../live/liveContext';
import type { EnteredRoom, NewMessage, RoomRole } from '../live/protocol';
import { RoomsContext, type Rooms } from '../rooms/rooms';
import { archivedEntry } from '../testing/entries';
import { fakeApi, problem, type AskedOfApi } from '../testing/fakeApi';
import { FakeLive } from '../testing/fakeLive';
import { show } from '../testing/show';
import { person, SignedIn } from '../testing/SignedIn';
import { RoomPage } from './RoomPage';

const nothing = (): void => undefined;
const rooms: Rooms = { value: [], error: null, reload: nothing, seen: nothing };

let live: FakeLive;
let asked: AskedOfApi[];
let number = 0;
let room = '';

const entered = (more: Partial<EnteredRoom> = {}): EnteredRoom => ({
  ok: true,
  room,
  title: 'Reading circle',
  state: 'open',
  role: 'student',
  muted: false,
  present: [
    { id: 'amy', name: 'Amy', role: 'student' },
    { id: 'ben', name: 'Ben', role: 'student' },
  ],
  count: 2,
  cursor: 'c10',
  ...more,
});

const newMessage = (message: string, by = 'ben'): NewMessage => ({
  id: `live-${++number}`,
  room,
  user_id: by,
  username: by,
  message,
  sent_at: new Date().toISOString(),
  cursor: `live-c${number}`,
});

const enter = async (role: RoomRole = 'student', more: Partial<EnteredRoom> = {}): Promise<void> => {
  show(
    <SignedIn me={person('Amy')}>
      <LiveContext value={live}>
        <RoomsContext value={rooms}>
          <RoomPage id={room} />
        </RoomsContext>
      </LiveContext>
    </SignedIn>,
  );
  await act(async () => {
    live.entering[0]?.answer(entered({ role, ...more }));
    await new Promise(resolve => setTimeout(resolve, 100));
  });
};

const says = (...messages: NewMessage[]): Promise<void> =>
  act(async () => {
    messages.forEach(message => live.says('new_message', message));
    await new Promise(resolve => setTimeout(resolve, 60));
  });

const aloud = (): (string | null)[] =>
  [...document.querySelectorAll('.room [aria-live=polite] p')].map(({ textContent }) => textContent);

const log = () => within(screen.getByRole('log', { name: 'Messages in Reading circle' }));

beforeEach(() => {
  room = `room-${++number}`;
  live = new FakeLive();
  asked = fakeApi({
    [`GET /rooms/${room}/messages`]: {
      body: { items: [archivedEntry(9), archivedEntry(10)], before: null, complete: true },
    },
    [`GET /rooms/${room}`]: problem(503, 'archive-unavailable'),
    [`DELETE /rooms/${room}/messages/m9`]: { status: 204 },
    [`PUT /rooms/${room}/messages/m9/report`]: { body: { reason: 'bullying', note: 'again' } },
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('a link to a message of a room', () => {
  it('brings it into sight, however far back it stands', async () => {
    history.replaceState(null, '', '/?message=m3');
    let pages = 0;
    asked = fakeApi({
      [`GET /rooms/${room}/messages`]: query => {
        pages++;
        return query.has('before')
          ? { body: { items: [archivedEntry(3), archivedEntry(4)], before: null, complete: true } }
          : { body: { items: [archivedEntry(9), archivedEntry(10)], before: 'c9', complete: true } };
      },
      [`GET /rooms/${room}`]: problem(503, 'archive-unavailable'),
    });
    await enter();
    await log().findByText('text 3');
    await waitFor(() => expect(document.activeElement?.getAttribute('data-entry')).toBe('m3'));
    expect(pages).toBe(2);
  });

  it('says where the message is not kept any more', async () => {
    history.replaceState(null, '', '/?message=m1');
    await enter();
    expect(await screen.findByText('This message is no longer kept.')).toBeTruthy();
  });
});

describe('the page of a room', () => {
  it('shows what was written and what comes in', async () => {
    await enter();
    await says(newMessage('just now'));
    expect(log().getByText('text 9')).toBeTruthy();
    expect(log().getByText('just now')).toBeTruthy();
    await waitFor(() => expect(document.title).toBe('Reading circle · Homeroom'));
  });

  it('reads to screen readers what comes in from others, and nothing else', async () => {
    await enter();
    expect(screen.getByRole('log').getAttribute('aria-live')).toBe('off');
    expect(aloud()).toEqual([]);
    await says(newMessage('my own', 'amy'));
    expect(aloud()).toEqual([]);
    await says(newMessage('one'));
    expect(aloud()).toEqual(['ben: one']);
    const repeated = document.querySelector('[aria-live=polite] p');
    await says(newMessage('one'));
    expect(aloud()).toEqual(['ben: one']);
    expect(document.querySelector('[aria-live=polite] p')).not.toBe(repeated);
    await says(newMessage('a'), newMessage('b'), newMessage('c'), newMessage('d'));
    expect(aloud()).toEqual(['4 new messages']);
  });

  it('counts in the title what has come in while nobody looked', async () => {
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    await enter();
    await says(newMessage('my own', 'amy'));
    await says(newMessage('one'), newMessage('two'));
    await says(newMessage('three'));
    await waitFor(() => expect(document.title).toBe('(3) Reading circle · Homeroom'));
    hidden.mockReturnValue(false);
    act(() => {
      document.dispatchEvent(new Event('visibilitychange'));
    });
    await waitFor(() => expect(document.title).toBe('Reading circle · Homeroom'));
  });

  it('takes a report of a message of somebody else, and says that it was received', async () => {
    await enter();
    const message = log().getByText('text 9').closest('article') ?? document.body;
    await userEvent.click(within(message).getByRole('button', { name: 'Report the message of ben' }));
    await userEvent.click(screen.getByRole('button', { name: 'Report' }));
    expect(screen.getByText('Choose what is wrong.')).toBeTruthy();
    await userEvent.click(screen.getByLabelText('Bullying or insults'));
    await userEvent.type(screen.getByLabelText(/What should they know/), ' again ');
    await userEvent.click(screen.getByRole('button', { name: 'Report' }));
    expect(await screen.findByText(/Your report has been received/)).toBeTruthy();
    expect(asked.find(({ method }) => method === 'PUT')?.body).toEqual({ reason: 'bullying', note: 'again' });
  });

  it('offers no report of what one has written oneself', async () => {
    await enter();
    await says(newMessage('my own', 'amy'));
    const message = log().getByText('my own').closest('article') ?? document.body;
    expect(within(message).queryByRole('button', { name: /Report/ })).toBeNull();
  });

  it('does not bid somebody say hello who cannot write', async () => {
    fakeApi({ [`GET /rooms/${room}/messages`]: { body: { items: [], before: null, complete: true } } });
    await enter('student', { state: 'locked' });
    expect(await screen.findByText('Nobody has written yet')).toBeTruthy();
    expect(screen.queryByText(/Say hello/)).toBeNull();
  });

  it('tells at the end of the log how much has come in, and not how much one has scrolled past', async () => {
    await enter();
    const place = screen.getByRole('log');
    vi.spyOn(place, 'scrollHeight', 'get').mockReturnValue(5_000);
    fireEvent.scroll(place);
    expect(await screen.findByRole('button', { name: 'To the newest message' })).toBeTruthy();
    await says(newMessage('one'), newMessage('my own', 'amy'));
    expect(await screen.findByRole('button', { name: '1 new message' })).toBeTruthy();
  });

  it('shows markup as what it is: text', async () => {
    await enter();
    await says(newMessage('<img src=x onerror=alert(1)><b>bold</b>'));
    expect(log().getByText('<img src=x onerror=alert(1)><b>bold</b>')).toBeTruthy();
    expect(document.querySelector('.log img')).toBeNull();
  });

  it('shows what is written at once, and once', async () => {
    await enter();
    await userEvent.type(screen.getByRole('textbox', { name: 'Message to Reading circle' }), 'hello{Enter}');
    expect(await log().findByText('hello')).toBeTruthy();
    await says(newMessage('hello', 'amy'));
    expect(log().getAllByText('hello')).toHaveLength(1);
  });

  it('says why a message was not sent, and sends it again when asked to', async () => {
    await enter();
    await userEvent.type(screen.getByRole('textbox', { name: 'Message to Reading circle' }), 'hello{Enter}');
    live.sending[0]?.answer({ ok: false, error: { code: 'muted', message: '', retryable: false } });
    expect(await screen.findByText('Not sent. A teacher has muted you.')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Send again' }));
    await waitFor(() => expect(live.sending).toHaveLength(2));
  });

  it('lets only teachers remove a message, after asking', async () => {
    await enter('teacher');
    const message = log().getByText('text 9').closest('article') ?? document.body;
    await userEvent.click(within(message).getByRole('button', { name: 'Remove the message of ben' }));
    await userEvent.click(screen.getByRole('button', { name: 'Remove' }));
    await waitFor(() => expect(asked.at(-1)).toMatchObject({ method: 'DELETE', path: `/rooms/${room}/messages/m9` }));
  });

  it('gives students nothing to remove messages with', async () => {
    await enter();
    expect(screen.queryByRole('button', { name: /Remove the message/ })).toBeNull();
  });

  it('tells when the connection is lost', async () => {
    await enter();
    act(() => live.becomes('offline'));
    expect(await screen.findByText('This computer is offline. What you write is kept and sent later.')).toBeTruthy();
  });

  it('explains itself and leads back when one is put out', async () => {
    await enter();
    await act(async () => {
      live.says('room_closed', { room, reason: 'removed' });
      await new Promise(resolve => setTimeout(resolve, 60));
    });
    expect(screen.getByRole('heading', { name: 'You are no longer in this room' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'To my rooms' }).getAttribute('href')).toBe('/');
  });
});

describe('the people beside a room', () => {
  it('are not said to be here, nor away, while that is not known', async () => {
    await enter();
    fireEvent.click(screen.getByRole('button', { name: '2 people here' }));
    expect(screen.getByRole('list', { name: 'Here now' })).toBeTruthy();
    vi.useFakeTimers();
    act(() => live.becomes('reconnecting'));
    act(() => {
      vi.advanceTimersByTime(1_000);
    });
    expect(screen.getByRole('list', { name: 'Here now' })).toBeTruthy();
    act(() => {
      vi.advanceTimersByTime(1_000);
    });
    vi.useRealTimers();
    expect(screen.queryByRole('list', { name: 'Here now' })).toBeNull();
    expect(within(screen.getByRole('list', { name: 'Last seen here' })).getByText('Ben')).toBeTruthy();
  });
});
