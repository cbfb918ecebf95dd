import type { PresenceEvent, Present } from '../live/protocol';

/** Who is present after people came or went. Of a full room an event lists only some of the people, so we keep a list. */
export function presentAfter(
  known: readonly Present[],
  kind: 'entered' | 'left',
  event: PresenceEvent,
): readonly Present[] {
  if (event.present.length >= event.count) return event.present;
  const people = new Map([...known, ...event.present].map(person => [person.id, person]));
  event.people.forEach(({ id, name, role }) => {
    people.delete(id);
    if (kind === 'entered') people.set(id, { id, name, role });
  });
  return [...people.values()];
}
