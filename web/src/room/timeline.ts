import { fromArchive, type ArchivePage, type Entry } from './entry';

/**
 * What a room's page knows of the room's log, as a value: each function takes one and gives the next.
 *
 * Two sources are joined here. The live connection tells everything after the cursor at which the room was entered, in
 * log order; the archive tells everything up to it. Cursors are opaque, so the order is never computed, only kept:
 * `older` is what came before the seam, `live` what came after, and as long as `gap` is set nobody may believe that the
 * one continues the other.
 */
export interface Timeline {
  readonly older: readonly Entry[];
  readonly live: readonly Entry[];
  /** Whether entries may be missing at the seam. */
  readonly gap: boolean;
  /** The cursor up to which the archive has to be read to close the gap; null while the room is not entered. */
  readonly seam: string | null;
  /** Where reading further back goes on: a cursor, `null` at the beginning of the room, `undefined` if not known. */
  readonly before: string | null | undefined;
  /** The cursor to come back with: everything up to it has been seen, or is being read from the archive. */
  readonly cursor: string | null;
  /** Removals, also of messages that have not been loaded yet. */
  readonly removed: ReadonlySet<string>;
}

export const emptyTimeline: Timeline = {
  older: [],
  live: [],
  gap: true,
  seam: null,
  before: undefined,
  cursor: null,
  removed: new Set(),
};

export const entriesOf = (timeline: Timeline): readonly Entry[] =>
  timeline.older.length === 0 ? timeline.live : [...timeline.older, ...timeline.live];

/** Entered afresh: live events follow on `cursor`, what came before is up to the archive. */
export function enteredAfresh(timeline: Timeline, cursor: string, sinceAsking: readonly Entry[]): Timeline {
  const heard = new Set(sinceAsking.map(entry => entry.id));
  const before = entriesOf(timeline).filter(entry => !heard.has(entry.id));
  return { ...timeline, older: before, live: [...sinceAsking], gap: true, seam: cursor, cursor };
}

/**
 * Live events, and such as came again after a resume: those come in order and before the live ones, so both are simply
 * appended. One that is known already changes nothing but the cursor.
 */
export function received(timeline: Timeline, entries: readonly Entry[]): Timeline {
  const known = new Set(entriesOf(timeline).map(entry => entry.id));
  const news = entries.filter(({ id }) => known.size < known.add(id).size);
  return {
    ...timeline,
    live: [...timeline.live, ...news.map(entry => withRemovals(entry, timeline.removed))],
    cursor: entries.at(-1)?.cursor ?? timeline.cursor,
  };
}

/** All that was missed has come again. */
export const caughtUp = (timeline: Timeline, cursor: string): Timeline => ({ ...timeline, cursor });

/** A teacher has removed a message; the text goes, the place stays. */
export function messageRemoved(timeline: Timeline, id: string, cursor: string | null): Timeline {
  const removed = new Set(timeline.removed).add(id);
  return {
    ...timeline,
    removed,
    older: timeline.older.map(entry => withRemovals(entry, removed)),
    live: timeline.live.map(entry => withRemovals(entry, removed)),
    cursor: cursor ?? timeline.cursor,
  };
}

/**
 * The archive's newest page up to the seam. It replaces what is known before the seam, except that what it continues
 * stays: somebody who has scrolled far back does not lose their place.
 */
export function historyLoaded(timeline: Timeline, page: ArchivePage): Timeline {
  const items = page.items.map(item => withRemovals(fromArchive(item), timeline.removed));
  const overlap = items[0] === undefined ? -1 : timeline.older.findIndex(entry => entry.id === items[0]?.id);
  const continues = overlap >= 0 && timeline.before !== undefined;
  const older = continues ? [...timeline.older.slice(0, overlap), ...items] : items;
  const known = new Set(older.map(entry => entry.id));
  return {
    ...timeline,
    older,
    live: timeline.live.filter(entry => !known.has(entry.id)),
    before: continues ? timeline.before : page.before,
    gap: !page.complete,
  };
}

/** A page further back. */
export function olderLoaded(timeline: Timeline, page: ArchivePage): Timeline {
  const known = new Set(entriesOf(timeline).map(entry => entry.id));
  const items = page.items.map(item => withRemovals(fromArchive(item), timeline.removed));
  return {
    ...timeline,
    older: [...items.filter(entry => !known.has(entry.id)), ...timeline.older],
    before: page.before,
  };
}

/** Forgets the oldest entries beyond `limit`: they can be read again from where the rest begins. */
export function trimmed(timeline: Timeline, limit: number): Timeline {
  const excess = timeline.older.length + timeline.live.length - limit;
  if (excess <= 0 || timeline.gap) return timeline;
  const older = timeline.older.slice(excess);
  const live = timeline.live.slice(Math.max(0, excess - timeline.older.length));
  return { ...timeline, older, live, before: (older[0] ?? live[0])?.cursor };
}

function withRemovals(entry: Entry, removed: ReadonlySet<string>): Entry {
  return removed.has(entry.id) && !entry.removed ? { ...entry, text: null, removed: true } : entry;
}
