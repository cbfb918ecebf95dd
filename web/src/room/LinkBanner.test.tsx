import { act, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { I18nProvider } from '../i18n/I18nProvider';
import { LiveContext } from '../live/liveContext';
import { FakeLive } from '../testing/fakeLive';
import { LinkBanner } from './LinkBanner';

const BLINK_MS = 1_000;
const LONG_MS = 2_000;
let live: FakeLive;
let draw: (cameBack: 'whole' | null) => void;

const pass = (ms: number): void =>
  act(() => {
    vi.advanceTimersByTime(ms);
  });
const becomes = (state: FakeLive['state']): void => act(() => live.becomes(state));

beforeEach(() => {
  vi.useFakeTimers();
  live = new FakeLive();
  const banner = (cameBack: 'whole' | null) => (
    <I18nProvider initial="en">
      <LiveContext value={live}>
        <LinkBanner cameBack={cameBack} refusal={null} />
      </LiveContext>
    </I18nProvider>
  );
  const { rerender } = render(banner(null));
  draw = cameBack => rerender(banner(cameBack));
});

afterEach(() => {
  vi.useRealTimers();
});

describe('the word about the connection', () => {
  it('is said when it is lost, and when it is back', () => {
    becomes('reconnecting');
    pass(LONG_MS);
    expect(screen.getByText(/The connection is lost/)).toBeTruthy();
    becomes('connected');
    draw('whole');
    expect(screen.getByText(/You have missed nothing/)).toBeTruthy();
    draw(null);
    expect(document.querySelector('.link-banner-place')?.textContent).toBe('');
  });

  it('is not said about the blink of an eye, nor that it is over', () => {
    becomes('reconnecting');
    pass(BLINK_MS);
    becomes('connected');
    draw('whole');
    pass(LONG_MS);
    expect(document.querySelector('.link-banner-place')?.textContent).toBe('');
  });
});
