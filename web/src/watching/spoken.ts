import type { Entry } from '../room/entry';
import type { RoomMember } from '../rooms/room';

export const SPANS = ['lesson', 'today'] as const;
/** Since when somebody counts as silent. */
export type SpanName = (typeof SPANS)[number];

const LESSON_MS = 60 * 60 * 1000;

/** When the span began; today begins at midnight here. */
export function beginOf(span: SpanName, now: Date): Date {
  if (span === 'lesson') return new Date(now.getTime() - LESSON_MS);
  return new Date(now.getFullYear(), now.getMonth(), now.getDate());
}

/**
 * The students who have written nothing since then, by name.
 *
 * @param stored those who have, as the archive says
 * @param entries what is known of the room's log, which may be newer
 */
export function silentSince(
  begin: Date,
  members: readonly RoomMember[],
  stored: ReadonlySet<string>,
  entries: readonly Entry[],
  byName: Intl.Collator,
): readonly RoomMember[] {
  const from = begin.toISOString();
  const spoken = new Set(stored);
  for (const { kind, userId, sentAt } of entries) {
    if (kind === 'message' && sentAt >= from) spoken.add(userId);
  }
  return members
    .filter(({ id, role }) => role === 'student' && !spoken.has(id))
    .toSorted((a, b) => byName.compare(a.display_name, b.display_name));
}

/** How many messages of others have come since the room was looked at. */
export const unreadIn = (entries: readonly Entry[], seenUntil: string, me: string): number =>
  entries.filter(({ kind, userId, sentAt }) => kind === 'message' && userId !== me && sentAt > seenUntil).length;
