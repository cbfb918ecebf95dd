import { describe, expect, it } from 'vitest';
import { archivedEntry, archivePage, liveMessage } from '../testing/entries';
import type { Timeline } from './timeline';
import {
  emptyTimeline,
  enteredAfresh,
  entriesOf,
  historyLoaded,
  messageRemoved,
  olderLoaded,
  received,
  trimmed,
} from './timeline';

const idsOf = (timeline: Timeline): string[] => entriesOf(timeline).map(entry => entry.id);
const hear = (timeline: Timeline, ...numbers: number[]): Timeline =>
  numbers.reduce((now, number) => received(now, [liveMessage(number)]), timeline);
const entered = enteredAfresh(emptyTimeline, 'c10', []);

describe('a timeline', () => {
  it('puts the archive before what came live, however late the archive answers', () => {
    const live = hear(entered, 11, 12);
    const whole = historyLoaded(live, archivePage([9, 10]));
    expect(idsOf(whole)).toEqual(['m9', 'm10', 'm11', 'm12']);
    expect(whole.gap).toBe(false);
  });

  it('shows nothing twice that the archive and the live connection both tell', () => {
    const live = hear(entered, 11, 12);
    const whole = historyLoaded(live, archivePage([10, 11]));
    expect(idsOf(whole)).toEqual(['m10', 'm11', 'm12']);
  });

  it('shows a message once that is on the log twice', () => {
    const again = received(hear(entered, 11), [{ ...liveMessage(11), cursor: 'c12' }]);
    expect(idsOf(again)).toEqual(['m11']);
    expect(again.cursor).toBe('c12');
  });

  it('comes back with the cursor of the last event, and with that of its entry before there was any', () => {
    expect(entered.cursor).toBe('c10');
    expect(hear(entered, 11, 12).cursor).toBe('c12');
    expect(messageRemoved(entered, 'm3', 'c13').cursor).toBe('c13');
  });

  it('takes replayed events as they come, in order and once', () => {
    const before = historyLoaded(hear(entered, 11), archivePage([10]));
    expect(idsOf(hear(before, 12, 13, 14))).toEqual(['m10', 'm11', 'm12', 'm13', 'm14']);
  });

  it('admits a gap after a fresh entry until the archive has closed it', () => {
    const before = historyLoaded(hear(entered, 11), archivePage([10]));
    const back = hear(enteredAfresh(before, 'c20', []), 21);
    expect(back.gap).toBe(true);
    expect(back.seam).toBe('c20');
    expect(back.older.map(({ id }) => id)).toEqual(['m10', 'm11']);

    const closed = historyLoaded(back, archivePage([18, 19, 20]));
    expect(idsOf(closed)).toEqual(['m18', 'm19', 'm20', 'm21']);
    expect(closed.before).toBe('c18');
  });

  it('keeps what it had where the archive continues it', () => {
    const before = olderLoaded(historyLoaded(hear(entered, 11), archivePage([9, 10])), archivePage([7, 8]));
    const closed = historyLoaded(enteredAfresh(before, 'c13', []), archivePage([11, 12, 13]));
    expect(idsOf(closed)).toEqual(['m7', 'm8', 'm9', 'm10', 'm11', 'm12', 'm13']);
    expect(closed.before).toBe('c7');
  });

  it('keeps the gap as long as the archive is behind', () => {
    const behind = historyLoaded(hear(entered, 11), archivePage([8], { complete: false }));
    expect(behind.gap).toBe(true);
    expect(idsOf(behind)).toEqual(['m8', 'm11']);

    const caughtUp = historyLoaded(behind, archivePage([8, 9, 10]));
    expect(caughtUp.gap).toBe(false);
    expect(idsOf(caughtUp)).toEqual(['m8', 'm9', 'm10', 'm11']);
  });

  it('counts events that overtook the answer to entering as live', () => {
    const early = hear(emptyTimeline, 11);
    const inside = enteredAfresh(early, 'c10', [liveMessage(11)]);
    expect(idsOf(historyLoaded(inside, archivePage([10])))).toEqual(['m10', 'm11']);
  });

  it('takes the text of a removed message away wherever it is, and when it comes later', () => {
    const inside = hear(entered, 11);
    expect(entriesOf(messageRemoved(inside, 'm11', 'c12'))[0]).toMatchObject({ text: null, removed: true });

    const later = historyLoaded(messageRemoved(inside, 'm9', 'c12'), archivePage([9]));
    expect(entriesOf(later)[0]).toMatchObject({ id: 'm9', text: null, removed: true });
  });

  it('tells comings and goings apart by their cursor, since live ones have no id', () => {
    const coming = { ...liveMessage(11), kind: 'entered' as const, id: 'c11', text: null };
    const archived = { ...archivedEntry(11), kind: 'entered' as const, message: null };
    const whole = historyLoaded(received(entered, [coming]), { ...archivePage([]), items: [archived] });
    expect(idsOf(whole)).toEqual(['c11']);
  });

  it('forgets what is far back and knows where to read on', () => {
    const long = historyLoaded(hear(entered, 11, 12, 13), archivePage([6, 7, 8, 9, 10]));
    const short = trimmed(long, 4);
    expect(idsOf(short)).toEqual(['m10', 'm11', 'm12', 'm13']);
    expect(short.before).toBe('c10');
    expect(idsOf(olderLoaded(short, archivePage([8, 9])))).toEqual(['m8', 'm9', 'm10', 'm11', 'm12', 'm13']);
    expect(idsOf(trimmed(long, 2))).toEqual(['m12', 'm13']);
  });

  it('forgets nothing while something may be missing', () => {
    const torn = hear(entered, 11, 12, 13);
    expect(trimmed(torn, 1)).toBe(torn);
  });
});
