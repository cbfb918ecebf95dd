import { describe, expect, it } from 'vitest';
import { dayKey, datesOf } from './dates';
import { translator } from './translate';

const now = new Date(2026, 4, 13, 9, 30);
const dates = datesOf('en', translator('en'), () => now);
const minutesAgo = (minutes: number): Date => new Date(now.getTime() - minutes * 60_000);

describe('dates', () => {
  it('name today and yesterday by the calendar and not by hours', () => {
    expect(dates.day(new Date(2026, 4, 13, 0, 1))).toBe('Today');
    expect(dates.day(new Date(2026, 4, 12, 23, 59))).toBe('Yesterday');
    expect(dates.day(new Date(2026, 4, 11))).toBe('Monday, May 11');
    expect(dates.day(new Date(2025, 4, 11))).toBe('May 11, 2025');
  });

  it('say how long ago, and never that something is yet to come', () => {
    expect(dates.ago(minutesAgo(-5))).toBe('this minute');
    expect(dates.ago(minutesAgo(12))).toBe('12 minutes ago');
    expect(dates.ago(minutesAgo(3 * 60))).toBe('3 hours ago');
    expect(dates.ago(minutesAgo(11 * 60))).toBe('yesterday');
    expect(dates.ago(minutesAgo(3 * 24 * 60))).toBe('3 days ago');
  });

  it('group by the day where the reader is', () => {
    expect(dayKey(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
  });
});
