import type { PresenceEvent, Present } from '../live/protocol';

/** Who is present after somebody came or went. Of a full room an event lists only some of the people, so we keep a list. */
export function presentAfter(
  known: readonly Present[],
  kind: 'entered' | 'left',
  event: PresenceEvent,
): readonly Present[] {
  if (event.present.length >= event.count) return event.present;
  const others = new Map([...known, ...event.present].map(person => [person.id, person]));
  others.delete(event.user_id);
  const somebody: Present = { id: event.user_id, name: event.user, role: event.role };
  return kind === 'left' ? [...others.values()] : [...others.values(), somebody];
}
