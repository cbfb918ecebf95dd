import { renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useLooksAgain } from './useLooksAgain';

const look = vi.fn();
let leave: () => void;

const hide = (hidden: boolean): void => {
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(hidden);
  document.dispatchEvent(new Event('visibilitychange'));
};

beforeEach(() => {
  vi.useFakeTimers();
  look.mockReset();
  leave = renderHook(() => useLooksAgain(look)).unmount;
});

afterEach(() => {
  leave();
  vi.useRealTimers();
});

describe('a page that is looked at', () => {
  it('looks again every minute or so', () => {
    vi.advanceTimersByTime(59_000);
    expect(look).not.toHaveBeenCalled();
    vi.advanceTimersByTime(32_000);
    expect(look).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(600_000);
    expect(look.mock.calls.length).toBeGreaterThanOrEqual(7);
  });

  it('asks nobody while it is hidden, and at once when somebody comes back', () => {
    hide(true);
    vi.advanceTimersByTime(3_600_000);
    expect(look).not.toHaveBeenCalled();
    hide(false);
    expect(look).toHaveBeenCalledTimes(1);
  });

  it('asks once where somebody goes to and fro', () => {
    vi.advanceTimersByTime(20_000);
    window.dispatchEvent(new Event('focus'));
    hide(true);
    hide(false);
    window.dispatchEvent(new Event('focus'));
    expect(look).toHaveBeenCalledTimes(1);
  });

  it('stops with the page', () => {
    leave();
    vi.advanceTimersByTime(600_000);
    window.dispatchEvent(new Event('focus'));
    expect(look).not.toHaveBeenCalled();
  });
});
