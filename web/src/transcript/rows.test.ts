import { describe, expect, it } from 'vitest';
import type { TranscriptEntry } from './entry';
import { rowsOf } from './rows';

const entryAt = (id: string, at: Date, kind: TranscriptEntry['kind'] = 'message'): TranscriptEntry => ({
  kind,
  id,
  userId: 'amy',
  username: 'Amy',
  text: kind === 'message' ? id : null,
  removed: false,
  sentAt: at.toISOString(),
  cursor: id,
  removal: null,
  found: null,
  concern: null,
  comments: 0,
});

const at = (hour: number, minute: number, day = 4): Date => new Date(2026, 4, day, hour, minute);

const drawn = (entries: readonly TranscriptEntry[], gap: number | null): string[] =>
  rowsOf(entries, gap).map(row => {
    if (row.type === 'entry') return row.named ? `${row.entry.id}, named` : row.entry.id;
    return row.type === 'break' ? `break of ${row.minutes}` : 'day';
  });

describe('the rows of a transcript', () => {
  const entries = [entryAt('a', at(8, 0)), entryAt('b', at(8, 20)), entryAt('c', at(9, 0)), entryAt('d', at(8, 0, 5))];

  it('are divided where nobody did anything for as long as is wanted', () => {
    expect(drawn(entries, 30)).toEqual([
      'day',
      'a, named',
      'b',
      'break of 40',
      'c, named',
      'day',
      'break of 1380',
      'd, named',
    ]);
    expect(drawn(entries, 15).filter(row => row.startsWith('break'))).toHaveLength(3);
    expect(drawn(entries, null).filter(row => row.startsWith('break'))).toHaveLength(0);
  });

  it('have every entry, wherever they are divided', () => {
    const passages = [entryAt('in', at(7, 0), 'entered'), ...entries, entryAt('out', at(8, 1, 5), 'left')];
    for (const gap of [1, 30, 100_000, null]) {
      const shown = rowsOf(passages, gap).flatMap(row => (row.type === 'entry' ? [row.entry.id] : []));
      expect(shown).toEqual(['in', 'a', 'b', 'c', 'd', 'out']);
    }
  });

  it('name somebody again after others, and for what is no message', () => {
    expect(drawn([entryAt('in', at(8, 0), 'entered'), entryAt('a', at(8, 1)), entryAt('b', at(8, 2))], 30)).toEqual([
      'day',
      'in, named',
      'a, named',
      'b',
    ]);
  });
});
