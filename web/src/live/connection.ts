import { io, type Socket } from 'socket.io-client';
import type { Live, LinkState } from './live';
import type { ClientEvents, ServerEvents } from './protocol';

const ACK_TIMEOUT_MS = 10_000;
const CONNECT_TIMEOUT_MS = 10_000;
const COME_BACK_MS = 2_000;
const COME_BACK_JITTER_MS = 3_000;
/** In the query it asks the front door for another edge than this browser's own, which may hang without being dead. */
const ELSEWHERE = 'elsewhere';

export interface Connection extends Live {
  /** Ends it for good: nothing comes, nothing is sent, and it does not come back. */
  readonly close: () => void;
}

/** Whose connection it is, which the login cookie alone decides: other tabs share it, and it may change under us. */
export interface Holder {
  /** Whether, as far as this computer knows, the cookie is still that of the person who opened the connection. */
  readonly isStillSignedIn: () => boolean;
  /** The server, or this computer, says that it is not. */
  readonly askWhoIsSignedIn: () => void;
}

/**
 * Opens the page's one connection, with the login cookie. It comes back by itself from everything, with jitter, until it
 * is closed; where its server says nothing any more, it asks the front door for another one. It never goes on with the cookie of somebody else: what one person wrote is not sent in another's name.
 */
export function connect(holder: Holder): Connection {
  const socket: Socket<ServerEvents, ClientEvents> = io({
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    reconnectionDelay: 500,
    reconnectionDelayMax: 8_000,
    randomizationFactor: 0.5,
    timeout: CONNECT_TIMEOUT_MS,
    forceNew: true,
    // Asked before each attempt says anything, also what waits in the socket to be sent.
    auth: goOn => {
      if (holder.isStillSignedIn()) goOn({});
      else queueMicrotask(taken);
    },
  });
  const listeners = new Set<() => void>();
  /** Rooms that were left while the connection was away: the server may have kept our place in them. */
  const leftMeanwhile = new Set<string>();
  let state: LinkState = 'connecting';
  let everConnected = false;
  let closed = false;
  let comeBack: ReturnType<typeof setTimeout> | undefined;
  /** Counts what the server says, be it only a ping. */
  let heard = 0;
  let givenUp = false;

  const update = (): void => {
    const next = closed ? 'closed' : stateOf(socket.connected, everConnected);
    if (next === state) return;
    state = next;
    listeners.forEach(listener => listener());
  };
  const comeBackLater = (): void => {
    clearTimeout(comeBack);
    if (closed) return;
    comeBack = setTimeout(() => socket.connect(), COME_BACK_MS + Math.random() * COME_BACK_JITTER_MS);
  };
  const offline = (): void => {
    // The socket would notice only after its heartbeat's time. If the server can be reached all the same, as on this very
    // computer, it is back before anybody sees.
    if (socket.connected) socket.io.engine.close();
    update();
  };
  const online = (): void => {
    update();
    // Starting over cuts short the wait for the next attempt.
    if (!socket.connected) socket.disconnect().connect();
  };
  const elsewhere = (): void => {
    const { opts } = socket.io;
    opts.query = opts.query?.[ELSEWHERE] === undefined ? { [ELSEWHERE]: '1' } : {};
  };
  /** Once for each connection, however often it turns out to be silent. */
  const giveUp = (): void => {
    if (givenUp) return;
    givenUp = true;
    elsewhere();
    const { engine } = socket.io;
    // What waits to be written would be waited for, and over polling that is for ever.
    engine.writeBuffer = [];
    engine.close();
  };
  /** Asks something. A server that is silent until it is too late, and also says nothing else, is given up. */
  const ask = async <T>(request: (patient: ReturnType<typeof socket.timeout>) => Promise<T>): Promise<T> => {
    const { id } = socket;
    const heardBefore = heard;
    try {
      return await request(socket.timeout(ACK_TIMEOUT_MS));
    } catch (error) {
      if (socket.connected && socket.id === id && heard === heardBefore) giveUp();
      throw error;
    }
  };
  const goIn = (how: 'enter_room' | 'watch_room', room: string, cursor: string | null) => {
    leftMeanwhile.delete(room);
    return ask(patient => patient.emitWithAck(how, cursor === null ? { room } : { room, cursor }));
  };
  const leave = (room: string): void => {
    socket.emit('leave_room', { room }, () => undefined);
  };
  const close = (): void => {
    closed = true;
    clearTimeout(comeBack);
    window.removeEventListener('online', online);
    window.removeEventListener('offline', offline);
    socket.disconnect();
    update();
  };

  const taken = (): void => {
    close();
    holder.askWhoIsSignedIn();
  };

  socket.io.on('open', () => socket.io.engine.on('packet', () => heard++));
  socket.on('connect', () => {
    everConnected = true;
    givenUp = false;
    if (socket.recovered) leftMeanwhile.forEach(leave);
    leftMeanwhile.clear();
    update();
  });
  socket.on('disconnect', reason => {
    update();
    if (reason === 'ping timeout' && !givenUp) elsewhere();
    // After a disconnect that the server asked for, the client would stay away.
    if (!socket.active) comeBackLater();
  });
  socket.on('connect_error', error => {
    update();
    if (socket.active) elsewhere();
    if (socket.active || closed) return;
    if (isAboutSigningIn(error)) holder.askWhoIsSignedIn();
    // Also then: an edge may not know a new key yet, and whoever really is signed out closes this connection.
    comeBackLater();
  });
  window.addEventListener('online', online);
  window.addEventListener('offline', offline);

  return {
    get state() {
      return state;
    },
    get recovered() {
      return socket.recovered;
    },
    onState: listener => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    on: (event, listener) => {
      // A server that can recover connections adds its token as a last argument, which is the socket's business alone.
      const tell = listener as (value: unknown) => void;
      const handler = ((value: unknown) => tell(value)) as never;
      socket.on(event, handler);
      return () => socket.off(event, handler);
    },
    enter: (room, cursor) => goIn('enter_room', room, cursor),
    watch: (room, cursor) => goIn('watch_room', room, cursor),
    leave: room => {
      if (socket.connected) leave(room);
      else leftMeanwhile.add(room);
    },
    send: (room, message, id) => ask(patient => patient.emitWithAck('send_message', { room, message, id })),
    close,
  };
}

function stateOf(connected: boolean, everConnected: boolean): LinkState {
  if (connected) return 'connected';
  if (!navigator.onLine) return 'offline';
  return everConnected ? 'reconnecting' : 'connecting';
}

const SIGN_IN_CODES = new Set(['not_signed_in', 'token_expired', 'token_invalid']);

function isAboutSigningIn(error: Error): boolean {
  const { code } = (error as Error & { data?: { code?: string } }).data ?? {};
  return code !== undefined && SIGN_IN_CODES.has(code);
}
