import { act, renderHook } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { usePaged, type LoadSlice, type Slice } from './usePaged';

interface Asked {
  readonly list: string;
  readonly mark: string | null;
  readonly signal: AbortSignal;
  readonly answer: (items: string[], next?: string) => Promise<void>;
  readonly fail: () => Promise<void>;
}

const settled = (how: () => void): Promise<void> =>
  act(() => {
    how();
    return Promise.resolve();
  });

function server() {
  const asked: Asked[] = [];
  const listOf =
    (list: string): LoadSlice<string, Slice<string>> =>
    (mark, signal) =>
      new Promise((resolve, reject) => {
        asked.push({
          list,
          mark,
          signal,
          answer: (items, next) => settled(() => resolve({ items, next: next ?? null })),
          fail: () => settled(() => reject(new Error('away'))),
        });
      });
  return { asked, a: listOf('a'), b: listOf('b') };
}

function paged() {
  const { asked, a, b } = server();
  const hook = renderHook(({ load }) => usePaged(load), { initialProps: { load: a } });
  return {
    asked,
    last: (): Asked => {
      const last = asked.at(-1);
      if (last === undefined) throw new Error('nothing was asked');
      return last;
    },
    now: () => hook.result.current,
    items: () => hook.result.current.slices.flatMap(slice => slice.items),
    more: () => act(() => hook.result.current.loadMore()),
    reload: () => act(() => hook.result.current.reload()),
    toB: () => hook.rerender({ load: b }),
    leave: hook.unmount,
  };
}

describe('a list that is loaded slice by slice', () => {
  it('comes in order, until there is no more', async () => {
    const list = paged();
    expect(list.now()).toMatchObject({ state: 'loading', more: 'none' });
    await list.last().answer(['1', '2'], 'm2');
    expect(list.now()).toMatchObject({ state: 'ready', more: 'idle' });
    list.more();
    expect(list.now().more).toBe('loading');
    expect(list.last().mark).toBe('m2');
    await list.last().answer(['3']);
    expect(list.items()).toEqual(['1', '2', '3']);
    expect(list.now().more).toBe('none');
  });

  it('loads the next slice once, however often one presses', async () => {
    const list = paged();
    await list.last().answer(['1'], 'm1');
    list.more();
    list.more();
    expect(list.asked).toHaveLength(2);
  });

  it('never mixes two lists: what was asked of the former is given up', async () => {
    const list = paged();
    await list.last().answer(['a1'], 'm1');
    list.more();
    const late = list.last();
    list.toB();
    expect(late.signal.aborted).toBe(true);
    expect(list.now()).toMatchObject({ stale: true, state: 'loading' });
    await list.last().answer(['b1'], 'n1');
    await late.answer(['a2'], 'm2');
    expect(list.items()).toEqual(['b1']);
    list.more();
    expect(list.last()).toMatchObject({ list: 'b', mark: 'n1' });
  });

  it('does not load more of a list of which the beginning is on its way', async () => {
    const list = paged();
    await list.last().answer(['a1'], 'm1');
    list.toB();
    list.more();
    expect(list.asked.map(({ mark }) => mark)).toEqual([null, null]);
  });

  it('keeps what is loaded where more cannot be, and tries again from there', async () => {
    const list = paged();
    await list.last().answer(['1'], 'm1');
    list.more();
    await list.last().fail();
    expect(list.now()).toMatchObject({ state: 'ready', more: 'failed' });
    expect(list.items()).toEqual(['1']);
    list.more();
    await list.last().answer(['2']);
    expect(list.items()).toEqual(['1', '2']);
  });

  it('keeps what is loaded where loading again fails, and shows nothing of another list', async () => {
    const list = paged();
    await list.last().answer(['1']);
    list.reload();
    await list.last().fail();
    expect(list.now().state).toBe('failed');
    expect(list.items()).toEqual(['1']);
    list.toB();
    await list.last().fail();
    expect(list.items()).toEqual([]);
  });

  it('changes single items', async () => {
    const list = paged();
    await list.last().answer(['1', '2']);
    act(() => list.now().change(item => (item === '2' ? 'two' : item)));
    expect(list.items()).toEqual(['1', 'two']);
  });

  it('gives up when the page is left', () => {
    const list = paged();
    list.leave();
    expect(list.last().signal.aborted).toBe(true);
  });
});
