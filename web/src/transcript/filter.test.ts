import { describe, expect, it } from 'vitest';
import { query } from '../http/api';
import { apiParameters, everything, filterOf, filtersAnything } from './filter';
import { highlights } from './highlights';

describe('a transcript filter', () => {
  it('stands in the address and comes back from it', () => {
    const filter = { account: 'x', from: '2026-05-01', to: '2026-05-02', text: 'a & b', kind: 'message' as const };
    expect(filterOf(query({ ...filter }))).toEqual(filter);
    expect(filterOf('')).toEqual(everything);
    expect(filtersAnything(everything)).toBe(false);
  });

  it('takes nothing else from the address', () => {
    expect(filterOf('?from=yesterday&kind=all&other=1')).toEqual(everything);
  });

  it('turns days into moments of the reader’s time zone, the last day included', () => {
    const { from, to } = apiParameters({ ...everything, from: '2026-03-29', to: '2026-03-29' });
    expect(from).toBe(new Date(2026, 2, 29).toISOString());
    expect(to).toBe(new Date(2026, 2, 30).toISOString());
  });
});

describe('highlights', () => {
  const marked = (text: string, words: string): string =>
    highlights(text, words)
      .map(({ part, hit }) => (hit ? `[${part}]` : part))
      .join('');

  it('mark what the server finds: the words as a whole, whatever their case', () => {
    expect(marked('Momo listens. momo waits.', ' momo ')).toBe('[Momo] listens. [momo] waits.');
    expect(marked('Momo waits. Wait for Momo.', 'momo WAIT')).toBe('[Momo wait]s. Wait for Momo.');
    expect(marked('我觉得她听', '觉得')).toBe('我[觉得]她听');
  });

  it('take words as words and not as patterns', () => {
    expect(marked('a+b (c) [d]', '+b (c')).toBe('a[+b (c]) [d]');
    expect(marked('text', '   ')).toBe('text');
  });
});
