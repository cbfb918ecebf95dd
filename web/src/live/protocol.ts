import type { Role } from '../session/account';

export type RoomState = 'open' | 'locked' | 'closed';
export type RoomRole = Role | 'guest';

export interface Present {
  readonly id: string;
  readonly name: string;
  readonly role: RoomRole;
}

export interface Failure {
  readonly ok: false;
  readonly error: {
    readonly code: string;
    readonly message: string;
    readonly retryable: boolean;
    /** With `slow_mode`: how long until one may write again. */
    readonly wait_ms?: number;
  };
}

/** When students may write; fields that are absent set no bounds. */
export interface Pace {
  /** How many seconds a student waits from one message to the next. */
  readonly slow_mode?: number;
  /** Whether the room's hours let students write now. */
  readonly open?: boolean;
  /** When that changes. */
  readonly changes_at?: string;
}

export interface EnteredRoom extends Pace {
  readonly ok: true;
  readonly room: string;
  readonly title: string;
  readonly state: RoomState;
  readonly role: RoomRole;
  readonly muted: boolean;
  /** Of a full room only some of the people. */
  readonly present: readonly Present[];
  readonly count: number;
  readonly cursor: string;
  readonly resumed?: boolean;
}

export interface SentMessage {
  readonly ok: true;
  readonly id: string;
  readonly cursor: string;
  readonly sent_at: string;
}

export interface NewMessage {
  readonly id: string;
  readonly room: string;
  readonly user_id: string;
  readonly username: string;
  readonly message: string;
  readonly sent_at: string;
  /** The id that its sender gave, if they did. */
  readonly client_id?: string;
  readonly cursor: string;
}

/** Somebody who has come or gone. */
export interface Passage extends Present {
  readonly sent_at: string;
  readonly cursor: string;
}

export interface PresenceEvent {
  readonly room_id: string;
  /** Of a full room only some of the people. */
  readonly present: readonly Present[];
  readonly count: number;
  /** Whom it is about: many who come or go together are told of as one. */
  readonly people: readonly Passage[];
}

export interface RoomChanged extends Pace {
  readonly room: string;
  readonly title: string;
  readonly state: RoomState;
  readonly muted: boolean;
  readonly role: RoomRole;
}

/** What the server sends, by event. */
export interface ServerEvents {
  new_message: (event: NewMessage) => void;
  user_joined: (event: PresenceEvent) => void;
  user_left: (event: PresenceEvent) => void;
  message_removed: (event: { room: string; id: string; cursor: string }) => void;
  room_changed: (event: RoomChanged) => void;
  caught_up: (event: { room: string; cursor: string }) => void;
  room_closed: (event: { room: string; reason: 'closed' | 'removed' }) => void;
}

/** What we send, by event, with what each is answered by. */
export interface ClientEvents {
  enter_room: (request: { room: string; cursor?: string }, ack: (answer: EnteredRoom | Failure) => void) => void;
  watch_room: (request: { room: string; cursor?: string }, ack: (answer: EnteredRoom | Failure) => void) => void;
  leave_room: (request: { room: string }, ack: (answer: { ok: true } | Failure) => void) => void;
  send_message: (
    request: { room: string; message: string; id: string },
    ack: (answer: SentMessage | Failure) => void,
  ) => void;
}
