import { describe, expect, it } from 'vitest';
import { barsOf } from './bars';
import type { Counted, Point } from './participation';

const days: Counted = { from: null, to: null, step: 'day', reply_within_seconds: 300 };
const point = (at: Date, messages: number): Point => ({ at: at.toISOString(), messages, words: messages * 2 });

describe('the bars of a chart', () => {
  it('show days without messages too', () => {
    const { unit, bars } = barsOf([point(new Date(2026, 2, 9), 3), point(new Date(2026, 2, 12), 1)], days);
    expect(unit).toBe('day');
    expect(bars.map(bar => [bar.start.getDate(), bar.messages, bar.words])).toEqual([
      [9, 3, 6],
      [10, 0, 0],
      [11, 0, 0],
      [12, 1, 2],
    ]);
  });

  it('reach over the days asked for, and not into the future', () => {
    const counted = {
      ...days,
      from: new Date(2026, 2, 8).toISOString(),
      to: new Date(2026, 2, 20).toISOString(),
    };
    const series = [point(new Date(2026, 2, 9), 3)];
    expect(barsOf(series, counted, new Date(2026, 2, 30)).bars).toHaveLength(12);
    expect(barsOf(series, counted, new Date(2026, 2, 10, 12)).bars).toHaveLength(3);
  });

  it('become weeks from Monday on, and months, where there are too many', () => {
    const weeks = barsOf([point(new Date(2026, 0, 1), 1), point(new Date(2026, 3, 30), 2)], days);
    expect(weeks.unit).toBe('week');
    expect(weeks.bars[0]?.start).toEqual(new Date(2025, 11, 29));
    expect(weeks.bars.reduce((sum, bar) => sum + bar.messages, 0)).toBe(3);
    const months = barsOf([point(new Date(2020, 0, 15), 1), point(new Date(2026, 3, 30), 2)], days);
    expect(months.unit).toBe('month');
    expect(months.bars).toHaveLength(76);
  });

  it('are hours within a day', () => {
    const from = new Date(2026, 2, 9);
    const counted: Counted = {
      ...days,
      from: from.toISOString(),
      to: new Date(2026, 2, 10).toISOString(),
      step: 'hour',
    };
    const { unit, bars } = barsOf([point(new Date(2026, 2, 9, 15), 4)], counted);
    expect(unit).toBe('hour');
    expect(bars).toHaveLength(24);
    expect(bars[15]).toMatchObject({ messages: 4 });
  });

  it('are none where there is nothing', () => {
    expect(barsOf([], days).bars).toEqual([]);
  });
});
