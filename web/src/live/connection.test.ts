import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Connection } from './connection';
import { connect } from './connection';

type Handler = (...values: unknown[]) => void;

/** The client's socket, as far as a connection uses it; the test is the network. */
class FakeSocket {
  connected = false;
  active = true;
  recovered = false;
  connects = 0;
  readonly emitted: unknown[][] = [];
  readonly io = {
    opts: {} as { query?: object },
    engine: {
      writeBuffer: [] as string[],
      close: () => {
        if (!this.hangs && this.io.engine.writeBuffer.length === 0) this.loses('forced close');
      },
      on: (_: 'packet', listener: () => void) => (this.hears = listener),
    },
    on: (_: 'open', listener: () => void) => (this.opens = listener),
  };
  hangs = false;
  hears: () => void = () => undefined;
  private opens: () => void = () => undefined;
  private refuse: (error: Error) => void = () => undefined;
  private readonly handlers = new Map<string, Set<Handler>>();

  constructor(readonly options: { auth: (goOn: (data: object) => void) => void }) {}

  on(event: string, handler: Handler): this {
    this.handlers.set(event, (this.handlers.get(event) ?? new Set()).add(handler));
    return this;
  }
  off(event: string, handler: Handler): this {
    this.handlers.get(event)?.delete(handler);
    return this;
  }
  says(event: string, ...values: unknown[]): void {
    this.handlers.get(event)?.forEach(handler => handler(...values));
  }
  emit(...values: unknown[]): this {
    this.emitted.push(values.filter(value => typeof value !== 'function'));
    return this;
  }
  timeout(): { emitWithAck: (...values: unknown[]) => Promise<unknown> } {
    return {
      emitWithAck: (...values) => {
        this.emit(...values);
        return new Promise((_, reject) => (this.refuse = reject));
      },
    };
  }
  connect(): this {
    this.connects++;
    this.active = true;
    return this;
  }
  disconnect(): this {
    this.active = false;
    if (this.connected) this.loses();
    return this;
  }

  reaches({ recovered = false } = {}): void {
    this.opens();
    this.options.auth(() => {
      this.connected = true;
      this.recovered = recovered;
      this.says('connect');
    });
  }
  loses(reason = 'transport close'): void {
    this.connected = false;
    this.says('disconnect', reason);
  }
  async answersTooLate(): Promise<void> {
    this.refuse(new Error('operation has timed out'));
    await Promise.resolve();
  }
  failsToConnect(): void {
    this.says('connect_error', new Error('timeout'));
  }
  isRefused(code: string): void {
    this.active = false;
    this.says('connect_error', Object.assign(new Error(code), { data: { code } }));
  }
}

const sockets = vi.hoisted((): unknown[] => []);
vi.mock('socket.io-client', () => ({
  io: (options: FakeSocket['options']) => {
    const made = new FakeSocket(options);
    sockets.push(made);
    return made;
  },
}));

const askWhoIsSignedIn = vi.fn();
let stillSignedIn = true;
let socket: FakeSocket;
let live: Connection;

beforeEach(() => {
  vi.useFakeTimers();
  askWhoIsSignedIn.mockReset();
  stillSignedIn = true;
  live = connect({ isStillSignedIn: () => stillSignedIn, askWhoIsSignedIn });
  socket = sockets.at(-1) as FakeSocket;
});

afterEach(() => {
  live.close();
  vi.useRealTimers();
});

describe('a connection', () => {
  it('tells how it is', () => {
    const states: string[] = [live.state];
    live.onState(() => states.push(live.state));
    socket.reaches();
    socket.loses();
    socket.reaches();
    live.close();
    expect(states).toEqual(['connecting', 'connected', 'reconnecting', 'connected', 'closed']);
  });

  it('comes back also when the server has sent it away', () => {
    socket.reaches();
    socket.active = false;
    socket.loses();
    expect(socket.connects).toBe(0);
    vi.advanceTimersByTime(5_000);
    expect(socket.connects).toBe(1);
  });

  it('asks who is signed in when it is not let in, and tries again', () => {
    socket.isRefused('token_expired');
    expect(askWhoIsSignedIn).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(5_000);
    expect(socket.connects).toBe(1);
  });

  it('does not ask where the account has too many sessions', () => {
    socket.isRefused('too_many_sessions');
    expect(askWhoIsSignedIn).not.toHaveBeenCalled();
  });

  it('tries at once when the computer is online again', () => {
    window.dispatchEvent(new Event('online'));
    expect(socket.connects).toBe(1);
  });

  it('hands on what the server says and not the token behind it', () => {
    const heard: unknown[][] = [];
    const stop = live.on('caught_up', (...values) => heard.push(values));
    socket.says('caught_up', { room: 'x', cursor: 'c' }, 'token');
    stop();
    socket.says('caught_up', { room: 'x', cursor: 'd' }, 'token');
    expect(heard).toEqual([[{ room: 'x', cursor: 'c' }]]);
  });

  it('leaves on a recovered connection what was left while it was away', () => {
    socket.reaches();
    socket.loses();
    live.leave('left');
    live.leave('left and entered again');
    void live.enter('left and entered again', null);
    socket.emitted.length = 0;
    socket.reaches({ recovered: true });
    expect(live.recovered).toBe(true);
    expect(socket.emitted).toEqual([['leave_room', { room: 'left' }]]);
  });

  it('leaves nothing on a new connection, which is in no room', () => {
    socket.reaches();
    socket.loses();
    live.leave('left');
    socket.reaches();
    socket.loses();
    socket.reaches({ recovered: true });
    expect(socket.emitted).toEqual([]);
  });
});

describe('a connection whose server says nothing', () => {
  it('is given up when a request is not answered, and made elsewhere', async () => {
    socket.reaches();
    const sent = live.send('room', 'text', 'id').catch(() => 'failed');
    await socket.answersTooLate();
    expect(await sent).toBe('failed');
    expect(live.state).toBe('reconnecting');
    expect(socket.io.opts.query).toEqual({ elsewhere: '1' });
  });

  it('is given up also while something waits to be written, as over polling', async () => {
    socket.reaches();
    socket.io.engine.writeBuffer = ['a request that hangs'];
    void live.send('room', 'text', 'id').catch(() => 'failed');
    await socket.answersTooLate();
    expect(live.state).toBe('reconnecting');
  });

  it('is made elsewhere once, however often it is found to be silent', async () => {
    socket.reaches();
    socket.hangs = true;
    void live.send('room', 'text', 'one').catch(() => 'failed');
    await socket.answersTooLate();
    void live.send('room', 'text', 'two').catch(() => 'failed');
    await socket.answersTooLate();
    socket.loses('ping timeout');
    expect(socket.io.opts.query).toEqual({ elsewhere: '1' });
  });

  it('is kept where the server says other things meanwhile', async () => {
    socket.reaches();
    const sent = live.send('room', 'text', 'id').catch(() => 'failed');
    socket.hears();
    await socket.answersTooLate();
    expect(await sent).toBe('failed');
    expect(live.state).toBe('connected');
    expect(socket.io.opts.query).toBeUndefined();
  });

  it('is made elsewhere after its heartbeat has stopped', () => {
    socket.reaches();
    socket.loses('ping timeout');
    expect(socket.io.opts.query).toEqual({ elsewhere: '1' });
  });

  it('is tried here and elsewhere in turn', () => {
    socket.failsToConnect();
    expect(socket.io.opts.query).toEqual({ elsewhere: '1' });
    socket.failsToConnect();
    expect(socket.io.opts.query).toEqual({});
  });

  it('comes back to the same server where it was only lost', () => {
    socket.reaches();
    socket.loses();
    expect(socket.io.opts.query).toBeUndefined();
  });
});

describe('a connection that is closed', () => {
  it('never comes back and asks nobody', () => {
    socket.reaches();
    live.close();
    socket.isRefused('not_signed_in');
    window.dispatchEvent(new Event('online'));
    vi.advanceTimersByTime(600_000);
    expect(live.state).toBe('closed');
    expect(socket.connects).toBe(0);
    expect(askWhoIsSignedIn).not.toHaveBeenCalled();
  });

  it('gives up waiting to come back', () => {
    socket.isRefused('token_expired');
    live.close();
    vi.advanceTimersByTime(600_000);
    expect(socket.connects).toBe(0);
  });

  it('is what becomes of one whose person is not the one who is signed in now', async () => {
    socket.reaches();
    socket.loses();
    stillSignedIn = false;
    socket.reaches({ recovered: true });
    await Promise.resolve();
    expect(live.state).toBe('closed');
    expect(askWhoIsSignedIn).toHaveBeenCalledTimes(1);
    expect(socket.connected).toBe(false);
  });
});
