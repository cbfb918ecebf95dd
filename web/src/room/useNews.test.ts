import { renderHook } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { liveMessage } from '../testing/entries';
import type { Entry } from './entry';
import { useNews } from './useNews';

const [one, two, three, four] = [liveMessage(1), liveMessage(2), liveMessage(3), liveMessage(4)];

function news(first: readonly Entry[]) {
  const hook = renderHook(({ live }) => useNews(live, 'amy'), { initialProps: { live: first } });
  return (live: readonly Entry[]): string[] => {
    hook.rerender({ live });
    return hook.result.current.map(({ id }) => id);
  };
}

describe('news', () => {
  it('are what was not there before', () => {
    const of = news([one]);
    expect(of([one])).toEqual([]);
    expect(of([one, two, three])).toEqual(['m2', 'm3']);
    expect(of([one, two, three, four])).toEqual(['m4']);
  });

  it('stay the same where entries are forgotten or move to the archive’s part', () => {
    const of = news([one, two]);
    expect(of([one, two, three])).toEqual(['m3']);
    expect(of([two, three])).toEqual(['m3']);
    expect(of([three, four])).toEqual(['m4']);
    expect(of([])).toEqual(['m4']);
  });

  it('are messages of others', () => {
    const of = news([]);
    const coming = { ...two, kind: 'entered' as const, text: null };
    expect(of([liveMessage(1, 'amy'), coming])).toEqual([]);
    expect(of([{ ...three, text: null, removed: true }])).toEqual([]);
  });
});
