import { fireEvent, render, screen } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { liveMessage } from '../testing/entries';
import type { Entry } from './entry';
import { useLogWindow } from './useLogWindow';

const ROW_PX = 50;
const VIEW_PX = 500;

const messages = (from: number, to: number): Entry[] =>
  Array.from({ length: to - from + 1 }, (_, index) => liveMessage(from + index));

const loadOlder = vi.fn();

/** A log whose rows are all as high, in a view of ten rows. */
function Log({ entries, mayLoadOlder }: { entries: readonly Entry[]; mayLoadOlder: boolean }) {
  const { scroller, content, start, end, pinned, onScroll, toNewest } = useLogWindow(entries, mayLoadOlder, loadOlder);
  return (
    <>
      <div role="log" ref={scroller} onScroll={onScroll} data-window={`${start} ${end} ${pinned}`}>
        <div ref={content}>
          {entries.slice(start, end).map(entry => (
            <p key={entry.id} data-entry={entry.id} />
          ))}
        </div>
      </div>
      <button onClick={toNewest}>newest</button>
    </>
  );
}

const log = (): HTMLElement => screen.getByRole('log');
const rows = (): HTMLElement[] => [...log().querySelectorAll<HTMLElement>('[data-entry]')];
const shown = () => {
  const [start, end, pinned] = (log().dataset['window'] ?? '').split(' ');
  return { start: Number(start), end: Number(end), pinned: pinned === 'true' };
};

/** What a browser lays out, reckoned. */
function layOut(): void {
  let top = 0;
  const most = (): number => Math.max(0, rows().length * ROW_PX - VIEW_PX);
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(VIEW_PX);
  vi.spyOn(HTMLElement.prototype, 'scrollHeight', 'get').mockImplementation(() => rows().length * ROW_PX);
  vi.spyOn(HTMLElement.prototype, 'scrollTop', 'get').mockImplementation(() => Math.min(top, most()));
  vi.spyOn(HTMLElement.prototype, 'scrollTop', 'set').mockImplementation(
    to => (top = Math.min(Math.max(0, to), most())),
  );
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockImplementation(function (this: HTMLElement) {
    const index = rows().indexOf(this);
    const at = index === -1 ? 0 : index * ROW_PX - log().scrollTop;
    return { top: at, bottom: at + ROW_PX } as DOMRect;
  });
}

const draw = (entries: readonly Entry[], mayLoadOlder = false) => {
  const view = render(<Log entries={entries} mayLoadOlder={mayLoadOlder} />);
  return (now: readonly Entry[], may = mayLoadOlder): void => view.rerender(<Log entries={now} mayLoadOlder={may} />);
};
const scrollTo = (top: number): void => {
  log().scrollTop = top;
  fireEvent.scroll(log());
};
/** The entry at the top of the view. */
const topmost = (): string | undefined => rows().find(row => row.getBoundingClientRect().bottom > 0)?.dataset['entry'];

beforeEach(() => {
  loadOlder.mockReset();
  layOut();
});

describe('the window on a log', () => {
  it('draws the newest of a long log, and stays with them', () => {
    const redraw = draw(messages(1, 500));
    expect(shown()).toMatchObject({ start: 300, end: 500, pinned: true });
    redraw(messages(1, 501));
    expect(shown()).toMatchObject({ start: 301, end: 501, pinned: true });
    expect(topmost()).toBe('m492');
  });

  it('lets go of the newest when one scrolls up, and keeps the place whatever comes', () => {
    const redraw = draw(messages(101, 300));
    scrollTo(5_000);
    expect(shown().pinned).toBe(false);
    const place = topmost();
    redraw(messages(101, 320));
    expect(topmost()).toBe(place);
    redraw(messages(51, 320));
    expect(topmost()).toBe(place);
  });

  it('asks for what is further back when its beginning comes into sight, and only where there is some', () => {
    const redraw = draw(messages(101, 300), true);
    expect(loadOlder).not.toHaveBeenCalled();
    scrollTo(3_000);
    scrollTo(300);
    expect(loadOlder).toHaveBeenCalled();
    loadOlder.mockReset();
    redraw(messages(101, 300), false);
    scrollTo(200);
    expect(loadOlder).not.toHaveBeenCalled();
  });

  it('fills a view that a page of the archive does not fill', () => {
    draw(messages(296, 300), true);
    expect(loadOlder).toHaveBeenCalled();
  });

  it('never draws more than some hundreds, however far one scrolls', () => {
    draw(messages(1, 1_000));
    for (let turn = 0; turn < 30; turn++) {
      scrollTo(100);
      expect(shown().end - shown().start).toBeLessThanOrEqual(200);
    }
    expect(shown().start).toBe(0);
    for (let turn = 0; turn < 30; turn++) scrollTo(log().scrollHeight);
    expect(shown()).toMatchObject({ start: 800, end: 1_000, pinned: true });
  });

  it('brings one to the newest when asked to', () => {
    draw(messages(1, 500));
    scrollTo(5_000);
    scrollTo(100);
    fireEvent.click(screen.getByRole('button'));
    expect(shown()).toMatchObject({ start: 300, end: 500, pinned: true });
    expect(topmost()).toBe('m491');
  });
});
