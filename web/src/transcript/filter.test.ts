import { describe, expect, it } from 'vitest';
import { query } from '../http/api';
import { apiParameters, everything, filterOf, filtersAnything, isBackwards, isWithoutHoles } from './filter';

describe('a transcript filter', () => {
  it('stands in the address and comes back from it', () => {
    const filter = {
      account: 'x',
      group: 'g',
      from: '2026-05-01',
      fromTime: '08:00',
      to: '2026-05-02',
      toTime: '09:45',
      text: 'a & b',
      kind: 'message' as const,
      only: 'flagged' as const,
    };
    expect(filterOf(query({ ...filter }))).toEqual(filter);
    expect(filterOf('')).toEqual(everything);
    expect(filtersAnything(everything)).toBe(false);
  });

  it('takes nothing else from the address', () => {
    expect(filterOf('?from=yesterday&toTime=25:00&kind=all&only=x&other=1')).toEqual(everything);
  });

  it('turns days into moments of the reader’s time zone, the last day included', () => {
    const { from, to } = apiParameters({ ...everything, from: '2026-03-29', to: '2026-03-29' });
    expect(from).toBe(new Date(2026, 2, 29).toISOString());
    expect(to).toBe(new Date(2026, 2, 30).toISOString());
  });

  it('takes times of day with their day only, the last minute included', () => {
    const times = { fromTime: '08:00', toTime: '08:44' };
    const { from, to } = apiParameters({ ...everything, ...times, from: '2026-05-04', to: '2026-05-04' });
    expect(from).toBe(new Date(2026, 4, 4, 8).toISOString());
    expect(to).toBe(new Date(2026, 4, 4, 8, 45).toISOString());
    expect(filtersAnything({ ...everything, ...times })).toBe(false);
  });

  it('asks for what was reported or not commented on, and knows that it leaves holes', () => {
    expect(apiParameters({ ...everything, only: 'flagged' })).toMatchObject({ flagged: 'true' });
    expect(apiParameters({ ...everything, only: 'unmarked' })).toMatchObject({ unmarked: 'true' });
    expect(apiParameters(everything)).not.toHaveProperty('flagged');
    expect(filtersAnything({ ...everything, only: 'unmarked' })).toBe(true);
    expect(isWithoutHoles({ ...everything, only: 'unmarked' })).toBe(false);
    expect(isWithoutHoles(everything)).toBe(true);
  });

  it('knows when its end is before its beginning', () => {
    const day = { ...everything, from: '2026-05-04', to: '2026-05-04' };
    expect(isBackwards(day)).toBe(false);
    expect(isBackwards({ ...day, fromTime: '09:00', toTime: '08:00' })).toBe(true);
    expect(isBackwards({ ...day, to: '2026-05-03' })).toBe(true);
  });
});
