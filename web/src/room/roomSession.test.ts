import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Problem } from '../http/problem';
import type { EnteredRoom, NewMessage } from '../live/protocol';
import { archivePage, liveMessage } from '../testing/entries';
import { FakeLive } from '../testing/fakeLive';
import type { ArchivePage } from './entry';
import { shownUnsent } from './outbox';
import { forgetUnsent, outboxStore } from './outboxStore';
import { createRoomSession, type RoomSession } from './roomSession';
import { entriesOf } from './timeline';

interface Where {
  through?: string;
  before?: string;
}

const ROOM = 'room';
const asked: Where[] = [];
let live: FakeLive;
let read: (where: Where) => Promise<ArchivePage>;
let session: RoomSession;

const createSession = (): RoomSession =>
  createRoomSession({
    room: ROOM,
    me: 'amy',
    live,
    archive: {
      read: where => {
        asked.push(where);
        return read(where);
      },
    },
    outboxes: outboxStore('amy', ROOM),
  });

const start = (): RoomSession => {
  const made = createSession();
  made.start();
  return made;
};

const settle = (ms = 0): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);

const enteredAt = (cursor: string, more: Partial<EnteredRoom> = {}): EnteredRoom => ({
  ok: true,
  room: ROOM,
  title: 'Reading circle',
  state: 'open',
  role: 'student',
  muted: false,
  present: [],
  count: 0,
  cursor,
  ...more,
});

const event = (number: number, by = 'ben', text?: string): NewMessage => {
  const { id, userId, username, text: words, sentAt, cursor } = liveMessage(number, by);
  return { id, room: ROOM, user_id: userId, username, message: text ?? words ?? '', sent_at: sentAt, cursor };
};

const enter = async (cursor = 'c10', more: Partial<EnteredRoom> = {}): Promise<void> => {
  live.entering.at(-1)?.answer(enteredAt(cursor, more));
  await settle();
};

const shown = (): string[] => {
  const { timeline, outbox } = session.view();
  const entries = entriesOf(timeline);
  const ids = new Set(entries.map(entry => entry.id));
  return [
    ...entries.map(entry => entry.text ?? '-'),
    ...shownUnsent(outbox, id => ids.has(id)).map(({ text }) => text),
  ];
};

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 4, 13, 8) });
  asked.length = 0;
  live = new FakeLive();
  read = () => Promise.resolve(archivePage([9, 10]));
  session = start();
});

afterEach(() => {
  session.stop();
  vi.useRealTimers();
});

describe('a stay in a room', () => {
  it('joins history up to the cursor of its entry and what comes live', async () => {
    await enter('c10');
    live.says('new_message', event(11));
    expect(asked).toEqual([{ through: 'c10' }]);
    expect(shown()).toEqual(['text 9', 'text 10', 'text 11']);
  });

  it('hears only its own room', async () => {
    await enter();
    live.says('new_message', { ...event(11), room: 'another' });
    expect(shown()).toEqual(['text 9', 'text 10']);
  });

  it('comes back with the cursor that it has seen last and reads nothing again', async () => {
    await enter();
    live.says('new_message', event(11));
    live.becomes('reconnecting');
    expect(session.view().phase).toBe('away');
    live.becomes('connected');
    expect(live.entering.at(-1)?.cursor).toBe('c11');
    await enter('c13', { resumed: true });
    live.says('new_message', event(12));
    live.says('new_message', event(13));
    expect(shown()).toEqual(['text 9', 'text 10', 'text 11', 'text 12', 'text 13']);
    expect(asked).toHaveLength(1);
    live.says('caught_up', { room: ROOM, cursor: 'c13' });
    expect(session.view().cameBack).toBe('whole');
  });

  it('does not skip missed events when the connection goes again in the midst of them', async () => {
    await enter();
    live.says('new_message', event(11));
    live.becomes('reconnecting');
    live.becomes('connected');
    await enter('c13', { resumed: true });
    live.becomes('reconnecting');
    live.becomes('connected');
    expect(live.entering.at(-1)?.cursor).toBe('c11');

    await enter('c13', { resumed: true });
    live.says('new_message', event(12));
    live.becomes('reconnecting');
    live.becomes('connected');
    expect(live.entering.at(-1)?.cursor).toBe('c12');
  });

  it('loads afresh what cannot come again', async () => {
    await enter();
    live.says('new_message', event(11));
    live.becomes('reconnecting');
    live.becomes('connected');
    read = () => Promise.resolve(archivePage([40, 41]));
    await enter('c41', { resumed: false });
    expect(asked.at(-1)).toEqual({ through: 'c41' });
    expect(shown()).toEqual(['text 40', 'text 41']);
    expect(session.view().cameBack).toBe('reloaded');
  });

  it('ignores the answer to an entry whose connection is gone', async () => {
    live.becomes('reconnecting');
    live.entering[0]?.answer(enteredAt('c10'));
    await settle();
    expect(session.view().phase).toBe('entering');
  });

  it('asks the archive again until it has come as far as the entry', async () => {
    read = () => Promise.resolve(archivePage([8], { complete: false }));
    await enter();
    expect(session.view().history).toBe('behind');
    read = () => Promise.resolve(archivePage([8, 9, 10]));
    await settle(1_100);
    expect(session.view().history).toBe('ready');
    expect(shown()).toEqual(['text 8', 'text 9', 'text 10']);
  });

  it('goes on chatting with the archive away, and reads the past when it is back', async () => {
    read = () => Promise.reject(new Problem(503, 'unavailable', ''));
    await enter();
    live.says('new_message', event(11));
    expect(session.view()).toMatchObject({ phase: 'in', history: 'failed' });
    expect(shown()).toEqual(['text 11']);
    read = () => Promise.resolve(archivePage([9, 10]));
    await settle(5_000);
    expect(shown()).toEqual(['text 9', 'text 10', 'text 11']);
  });

  it('shows what was written with every edge away', async () => {
    session.stop();
    live = new FakeLive();
    live.state = 'connecting';
    session = start();
    await settle(2_100);
    expect(asked.at(-1)).toEqual({});
    expect(shown()).toEqual(['text 9', 'text 10']);
  });

  it('reads further back once per page', async () => {
    await enter();
    read = () => Promise.resolve(archivePage([7, 8]));
    session.loadOlder();
    session.loadOlder();
    await settle();
    expect(asked.slice(1)).toEqual([{ before: 'c9' }]);
    expect(shown()).toEqual(['text 7', 'text 8', 'text 9', 'text 10']);
  });

  it('tries to enter again when the server could not just now', async () => {
    live.entering[0]?.answer({ ok: false, error: { code: 'unavailable', message: '', retryable: true } });
    await settle();
    expect(session.view().refusal).toBe('unavailable');
    await settle(700);
    expect(live.entering).toHaveLength(2);
  });

  it('is over when the room is not there, or closes', async () => {
    live.entering[0]?.answer({ ok: false, error: { code: 'unknown_room', message: '', retryable: false } });
    await settle();
    expect(session.view()).toMatchObject({ phase: 'gone', gone: 'unknown' });

    session.stop();
    session = start();
    await enter();
    live.says('room_closed', { room: ROOM, reason: 'removed' });
    expect(session.view()).toMatchObject({ phase: 'gone', gone: 'removed' });
    live.becomes('reconnecting');
    live.becomes('connected');
    expect(live.entering).toHaveLength(2);
  });

  it('leaves when it ends, and once', () => {
    session.stop();
    session.stop();
    expect(live.left).toEqual([ROOM]);
  });

  it('asks for nothing before it begins, and begins once', () => {
    const connection = new FakeLive();
    const made = createRoomSession({
      room: ROOM,
      me: 'amy',
      live: connection,
      archive: { read: () => Promise.reject(new Error('asked')) },
      outboxes: outboxStore('amy', ROOM),
    });
    expect(connection.entering).toHaveLength(0);
    made.start();
    made.start();
    expect(connection.entering).toHaveLength(1);
    made.stop();
  });

  it('takes ten thousand events that come again in at once, and looks at each of them once', async () => {
    await enter();
    live.becomes('reconnecting');
    live.becomes('connected');
    await enter('c10011', { resumed: true });
    const looked = vi.spyOn(Set.prototype, 'add');
    for (let number = 11; number <= 10_010; number++) live.says('new_message', event(number));
    expect(shown()).toHaveLength(10_002);
    expect(looked.mock.calls.length).toBeLessThan(50_000);
    expect(session.view().timeline.cursor).toBe('c10010');
  });
});

describe('a connection that goes on where the lost one ended', () => {
  it('keeps the place in the room, and asks for nothing again', async () => {
    await enter();
    session.send('one');
    live.becomes('reconnecting');
    live.sending[0]?.loseAnswer();
    await settle();
    live.says('new_message', event(11));
    live.becomes('connected', { recovered: true });
    await settle(1_000);

    expect(live.entering).toHaveLength(1);
    expect(asked).toHaveLength(1);
    expect(session.view()).toMatchObject({ phase: 'in', cameBack: 'whole' });
    expect(shown()).toEqual(['text 9', 'text 10', 'text 11', 'one']);
    expect(live.sending.map(({ text }) => text)).toEqual(['one', 'one']);
  });

  it('enters all the same where the answer to entering was lost with it', () => {
    live.becomes('reconnecting');
    live.becomes('connected', { recovered: true });
    expect(live.entering).toHaveLength(2);
  });

  it('enters all the same where it was lost in the midst of catching up', async () => {
    await enter();
    live.becomes('reconnecting');
    live.becomes('connected');
    await enter('c13', { resumed: true });
    live.says('new_message', event(11));
    live.becomes('reconnecting');
    live.becomes('connected', { recovered: true });
    expect(live.entering.at(-1)?.cursor).toBe('c11');

    await enter('c13', { resumed: true });
    live.says('caught_up', { room: ROOM, cursor: 'c13' });
    live.becomes('reconnecting');
    live.becomes('connected', { recovered: true });
    expect(live.entering).toHaveLength(3);
  });

  it('counts for the connection at whose time the room was entered, and for no later one', async () => {
    await enter();
    live.becomes('reconnecting');
    live.becomes('connected');
    live.becomes('reconnecting');
    live.becomes('connected', { recovered: true });
    expect(live.entering).toHaveLength(3);
  });
});

describe('a connection that is closed', () => {
  it('ends the stay: nothing is sent, nothing entered', async () => {
    await enter();
    session.send('one');
    session.send('two');
    live.becomes('closed');
    live.sending[0]?.answer({ ok: true, id: 'm11', cursor: 'c11', sent_at: '' });
    await settle(60_000);
    live.becomes('connected');
    await settle(60_000);
    expect(live.sending.map(({ text }) => text)).toEqual(['one']);
    expect(live.entering).toHaveLength(1);
    expect(
      outboxStore('amy', ROOM)
        .read()
        .map(({ text }) => text),
    ).toEqual(['two']);
  });

  it('brings nothing back that signing out has deleted', async () => {
    await enter();
    session.send('one');
    forgetUnsent('amy');
    live.becomes('closed');
    live.sending[0]?.loseAnswer();
    await settle(60_000);
    expect(localStorage.length).toBe(0);
  });
});

describe('what is written in a room', () => {
  it('is sent in order, one at a time, and shown once', async () => {
    await enter();
    session.send('one');
    session.send('two');
    expect(live.sending.map(({ text }) => text)).toEqual(['one']);
    expect(shown()).toEqual(['text 9', 'text 10', 'one', 'two']);

    live.says('new_message', event(11, 'amy', 'one'));
    expect(shown()).toEqual(['text 9', 'text 10', 'one', 'two']);
    live.sending[0]?.answer({ ok: true, id: 'm11', cursor: 'c11', sent_at: '' });
    await settle();
    expect(live.sending.map(({ text }) => text)).toEqual(['one', 'two']);
    expect(shown()).toEqual(['text 9', 'text 10', 'one', 'two']);
  });

  it('waits for the connection and goes out by itself', async () => {
    session.send('early');
    expect(live.sending).toEqual([]);
    await enter();
    expect(live.sending.map(({ text }) => text)).toEqual(['early']);
  });

  it('is sent again under the same id after a lost connection, and never shown twice', async () => {
    await enter();
    session.send('hello');
    live.becomes('reconnecting');
    live.sending[0]?.loseAnswer();
    await settle();
    live.becomes('connected');
    await enter('c10', { resumed: true });
    live.says('new_message', event(11, 'amy', 'hello'));
    await settle(2_000);
    expect(live.sending).toHaveLength(2);
    expect(live.sending[1]?.id).toBe(live.sending[0]?.id);
    expect(shown()).toEqual(['text 9', 'text 10', 'hello']);

    live.sending[1]?.answer({ ok: true, id: 'm11', cursor: 'c11', sent_at: '' });
    await settle();
    expect(shown()).toEqual(['text 9', 'text 10', 'hello']);
    expect(session.view().outbox).toEqual([]);
  });

  it('outlives the page, and is not shown beside its own copy in the history', async () => {
    await enter();
    session.send('hello');
    live.becomes('reconnecting');
    session.stop();

    live = new FakeLive();
    session = start();
    expect(shown()).toEqual(['hello']);
    const archived = { ...archivePage([11]).items[0], user_id: 'amy', message: 'hello' };
    read = () => Promise.resolve({ ...archivePage([]), items: [archived as ArchivePage['items'][number]] });
    await enter('c11');
    expect(shown()).toEqual(['hello']);
  });

  it('is tried again by itself where that may help', async () => {
    await enter();
    session.send('hello');
    live.sending[0]?.answer({ ok: false, error: { code: 'rate_limited', message: '', retryable: true } });
    await settle();
    expect(session.view().outbox[0]).toMatchObject({ state: 'waiting', refusal: 'rate_limited' });
    await settle(1_000);
    expect(live.sending).toHaveLength(2);
  });

  it('is sent when the wait of slow mode is over, and what follows waits in its turn', async () => {
    await enter('c10', { slow_mode: 30 });
    session.send('hello');
    live.sending[0]?.answer({ ok: false, error: { code: 'slow_mode', message: '', retryable: true, wait_ms: 20_000 } });
    await settle();
    expect(session.view().mayWriteAt).toBe(Date.now() + 20_000);
    await settle(19_000);
    expect(live.sending).toHaveLength(1);
    await settle(1_000);
    expect(live.sending.map(({ id }) => id)).toEqual([live.sending[0]?.id, live.sending[0]?.id]);

    live.says('new_message', event(11, 'amy', 'hello'));
    live.sending[1]?.answer({ ok: true, id: 'm11', cursor: 'c11', sent_at: '' });
    await settle();
    expect(session.view().mayWriteAt).toBe(Date.now() + 30_000);
    session.send('again');
    await settle(29_000);
    expect(live.sending).toHaveLength(2);
    await settle(1_000);
    expect(live.sending).toHaveLength(3);
  });

  it('need not wait any longer when slow mode ends', async () => {
    await enter('c10', { slow_mode: 300 });
    live.says('new_message', event(11, 'amy', 'from another page'));
    session.send('hello');
    await settle(1_000);
    expect(live.sending).toHaveLength(0);
    live.says('room_changed', { room: ROOM, title: '7b', state: 'open', role: 'student', muted: false });
    await settle();
    expect(live.sending).toHaveLength(1);
  });

  it('says why where it does not, and waits for a person', async () => {
    await enter();
    session.send('hello');
    live.sending[0]?.answer({ ok: false, error: { code: 'muted', message: '', retryable: false } });
    await settle(60_000);
    expect(session.view().outbox[0]).toMatchObject({ state: 'refused', refusal: 'muted' });
    expect(live.sending).toHaveLength(1);
    session.retry(session.view().outbox[0]?.clientId ?? '');
    expect(live.sending).toHaveLength(2);
  });

  it('is no more once deleted', async () => {
    session.send('hello');
    session.discard(session.view().outbox[0]?.clientId ?? '');
    await enter();
    expect(live.sending).toEqual([]);
    expect(outboxStore('amy', ROOM).read()).toEqual([]);
  });
});

describe('watching a room', () => {
  it('hears everything, and changes into being in it without losing anything', async () => {
    session.stop();
    session = createSession();
    session.watch(true);
    session.start();
    expect(live.entering.at(-1)).toMatchObject({ watching: true, cursor: null });
    await enter('c10', { role: 'teacher' });
    live.says('new_message', event(11));
    session.watch(false);
    expect(live.entering.at(-1)).toMatchObject({ watching: false, cursor: 'c11' });
    live.says('new_message', event(12));
    await enter('c12', { role: 'teacher', resumed: true });
    live.says('caught_up', { room: ROOM, cursor: 'c12' });
    live.says('new_message', event(13));
    expect(shown().slice(-3)).toEqual(['text 11', 'text 12', 'text 13']);
    expect(session.view()).toMatchObject({ phase: 'in', cameBack: null });
  });

  it('is asked for in the way that is wanted last, whatever is still on its way', () => {
    session.watch(true);
    expect(live.entering.map(({ watching }) => watching)).toEqual([false, true]);
    session.watch(true);
    expect(live.entering).toHaveLength(2);
  });
});
