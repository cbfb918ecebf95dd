import { describe, expect, it } from 'vitest';
import type { Entry } from './entry';
import { rowsOf, type Row } from './rows';

let number = 0;
const at = (minutes: number, by: string, kind: Entry['kind'] = 'message'): Entry => ({
  kind,
  id: `e${++number}`,
  userId: by,
  username: by,
  text: kind === 'message' ? 'words' : null,
  removed: false,
  sentAt: new Date(2026, 4, 13, 8, minutes).toISOString(),
  cursor: `c${number}`,
});

const told = (row: Row): string => {
  switch (row.type) {
    case 'message':
      return `${row.entry.userId}${row.first ? '*' : ''}`;
    case 'notice':
      return `${row.kind}: ${row.names.join(' ')}`;
    default:
      return row.type;
  }
};
const rowsTold = (entries: Entry[], gapAt: number | null = null): string[] => rowsOf(entries, gapAt, 'me').map(told);

describe('the rows of a log', () => {
  it('name a day only above something that is told of it', () => {
    expect(rowsTold([at(0, 'me', 'entered')])).toEqual([]);
    expect(rowsTold([at(0, 'me', 'entered'), at(1, 'amy', 'entered'), at(2, 'amy', 'left')])).toEqual([]);
    expect(rowsTold([at(0, 'me', 'entered'), at(1, 'amy')])).toEqual(['day', 'amy*']);
    expect(rowsTold([at(0, 'me', 'entered'), at(1, 'amy', 'entered')])).toEqual(['day', 'entered: amy']);
  });

  it('group what one person writes in a row, for as long as it is one breath', () => {
    expect(rowsTold([at(0, 'amy'), at(1, 'amy'), at(9, 'amy'), at(10, 'ben'), at(11, 'amy')])).toEqual([
      'day',
      'amy*',
      'amy',
      'amy*',
      'ben*',
      'amy*',
    ]);
  });

  it('begin each day with a heading', () => {
    expect(rowsTold([at(0, 'amy'), at(24 * 60, 'amy')])).toEqual(['day', 'amy*', 'day', 'amy*']);
  });

  it('tell the comings of many in one line', () => {
    const bell = ['a', 'b', 'c'].map(name => at(0, name, 'entered'));
    expect(rowsTold([...bell, at(1, 'd', 'left'), at(2, 'amy')])).toEqual(['day', 'entered: a b c', 'left: d', 'amy*']);
  });

  it('tell of comings and goings in the order in which they happened', () => {
    const entries = [at(0, 'ben', 'left'), at(14, 'teacher', 'entered'), at(15, 'amy')];
    expect(rowsTold(entries)).toEqual(['day', 'left: ben', 'entered: teacher', 'amy*']);
  });

  it('leave out who only reloaded or passed by, and oneself', () => {
    const entries = [
      at(0, 'amy', 'left'),
      at(0, 'amy', 'entered'),
      at(1, 'ben', 'entered'),
      at(1, 'ben', 'left'),
      at(2, 'me', 'entered'),
      at(3, 'chen', 'entered'),
    ];
    expect(rowsTold(entries)).toEqual(['day', 'entered: chen']);
  });

  it('do not break a group by a coming that is not told', () => {
    expect(rowsTold([at(0, 'amy'), at(0, 'me', 'entered'), at(1, 'amy')])).toEqual(['day', 'amy*', 'amy']);
  });

  it('show where something may be missing', () => {
    expect(rowsTold([at(0, 'amy'), at(1, 'amy')], 1)).toEqual(['day', 'amy*', 'gap', 'amy*']);
    expect(rowsTold([], 0)).toEqual(['gap']);
  });

  it('have a key of their own each', () => {
    const rows = rowsOf([at(0, 'a', 'entered'), at(0, 'b', 'left'), at(1, 'amy'), at(1, 'amy')], null, 'me');
    expect(new Set(rows.map(row => row.key)).size).toBe(rows.length);
  });
});
