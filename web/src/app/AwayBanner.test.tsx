import { act, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LiveContext } from '../live/liveContext';
import { FakeLive } from '../testing/fakeLive';
import { show } from '../testing/show';
import { AwayBanner } from './AwayBanner';

const SOON_MS = 2_000;
let live: FakeLive;

const away = (state: FakeLive['state']): void => {
  act(() => live.becomes(state));
  act(() => {
    vi.advanceTimersByTime(SOON_MS);
  });
};

beforeEach(() => {
  vi.useFakeTimers();
  live = new FakeLive();
  show(
    <LiveContext value={live}>
      <AwayBanner />
    </LiveContext>,
  );
});

afterEach(() => {
  vi.useRealTimers();
});

describe('the word that the server is away', () => {
  it('is said while it is, and no longer', () => {
    away('reconnecting');
    expect(screen.getByText('The server cannot be reached. Trying again…')).toBeTruthy();
    away('connected');
    expect(screen.queryByText(/cannot be reached/)).toBeNull();
  });

  it('is another one where this computer is offline', () => {
    away('offline');
    expect(screen.getByText('This computer is offline.')).toBeTruthy();
  });
});
