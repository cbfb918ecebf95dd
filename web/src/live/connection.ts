import { io, type Socket } from 'socket.io-client';
import type { Live, LinkState } from './live';
import type { ClientEvents, ServerEvents } from './protocol';

const ACK_TIMEOUT_MS = 10_000;
const COME_BACK_MS = 2_000;
const COME_BACK_JITTER_MS = 3_000;

export interface Connection extends Live {
  readonly close: () => void;
}

/**
 * Opens the page's one connection, with the login cookie. It comes back by itself from everything, with jitter, except
 * when nobody is signed in any more.
 */
export function connect(whenSignedOut: () => void): Connection {
  const socket: Socket<ServerEvents, ClientEvents> = io({
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    reconnectionDelay: 500,
    reconnectionDelayMax: 8_000,
    randomizationFactor: 0.5,
    forceNew: true,
  });
  const listeners = new Set<() => void>();
  let state: LinkState = 'connecting';
  let everConnected = false;
  let comeBack: ReturnType<typeof setTimeout> | undefined;

  const update = (): void => {
    const next = stateOf(socket.connected, everConnected);
    if (next === state) return;
    state = next;
    listeners.forEach(listener => listener());
  };
  const comeBackLater = (): void => {
    clearTimeout(comeBack);
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

  socket.on('connect', () => {
    everConnected = true;
    update();
  });
  socket.on('disconnect', () => {
    update();
    // After a disconnect that the server asked for, the client would stay away.
    if (!socket.active) comeBackLater();
  });
  socket.on('connect_error', error => {
    update();
    if (socket.active) return;
    if (isAboutSigningIn(error)) whenSignedOut();
    // Also then: an edge may not know a new key yet, and whoever really is signed out closes this connection.
    comeBackLater();
  });
  window.addEventListener('online', online);
  window.addEventListener('offline', offline);

  return {
    get state() {
      return state;
    },
    onState: listener => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    on: (event, listener) => {
      const handler = listener as never;
      socket.on(event, handler);
      return () => socket.off(event, handler);
    },
    enter: (room, cursor) =>
      socket.timeout(ACK_TIMEOUT_MS).emitWithAck('enter_room', cursor === null ? { room } : { room, cursor }),
    leave: room => {
      if (socket.connected) socket.emit('leave_room', { room }, () => undefined);
    },
    send: (room, message, id) => socket.timeout(ACK_TIMEOUT_MS).emitWithAck('send_message', { room, message, id }),
    close: () => {
      clearTimeout(comeBack);
      window.removeEventListener('online', online);
      window.removeEventListener('offline', offline);
      socket.disconnect();
    },
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
