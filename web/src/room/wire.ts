import type { EnteredRoom, Failure, NewMessage, PresenceEvent, RoomChanged } from '../live/protocol';
import type { Entry } from './entry';
import type { Echo, Refusal } from './outbox';
import type { RoomFacts } from './roomView';

export const messageOf = (event: NewMessage): Entry => ({
  kind: 'message',
  id: event.id,
  userId: event.user_id,
  username: event.username,
  text: event.message,
  removed: false,
  sentAt: event.sent_at,
  cursor: event.cursor,
});

export const echoOf = (event: NewMessage): Echo => ({
  id: event.id,
  clientId: event.client_id ?? null,
  text: event.message,
  sentAt: event.sent_at,
});

export const passagesOf = (kind: 'entered' | 'left', { people }: PresenceEvent): readonly Entry[] =>
  people.map(person => ({
    kind,
    id: person.cursor,
    userId: person.id,
    username: person.name,
    text: null,
    removed: false,
    sentAt: person.sent_at,
    cursor: person.cursor,
  }));

export const factsOf = (room: EnteredRoom | RoomChanged): RoomFacts => ({
  title: room.title,
  state: room.state,
  role: room.role,
  muted: room.muted,
  slowMode: room.slow_mode ?? 0,
  hours:
    room.open === undefined
      ? null
      : { open: room.open, changesAt: room.changes_at === undefined ? null : new Date(room.changes_at) },
});

const REFUSALS: ReadonlySet<string> = new Set<Refusal>([
  'empty_message',
  'message_too_long',
  'muted',
  'room_locked',
  'room_not_open',
  'room_closed',
  'rate_limited',
  'slow_mode',
  'too_many_rooms',
  'unavailable',
  'unknown_room',
]);

export const refusalOf = ({ error }: Failure): Refusal =>
  REFUSALS.has(error.code) ? (error.code as Refusal) : 'other';
