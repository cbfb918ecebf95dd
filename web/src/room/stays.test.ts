import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeLive } from '../testing/fakeLive';
import type { RoomSession } from './roomSession';
import { endStay, holdStay, stayIn } from './stays';

const start = vi.fn();
const stop = vi.fn();
const watch = vi.fn();
let live: FakeLive;

const stay = (room = 'room'): RoomSession =>
  stayIn(live, room, () => ({ start, stop, watch }) as unknown as RoomSession);

beforeEach(() => {
  vi.useFakeTimers();
  start.mockReset();
  stop.mockReset();
  live = new FakeLive();
});

afterEach(() => {
  vi.useRealTimers();
});

describe('a stay', () => {
  it('begins when it is held and not when it is only drawn', () => {
    stay();
    vi.advanceTimersByTime(60_000);
    expect(start).not.toHaveBeenCalled();
    holdStay(live, 'room');
    expect(start).toHaveBeenCalledTimes(1);
  });

  it('is told first whether the room may learn of it', () => {
    stay();
    const letGo = holdStay(live, 'room', true);
    expect(watch).toHaveBeenLastCalledWith(true);
    expect(watch.mock.invocationCallOrder[0]).toBeLessThan(start.mock.invocationCallOrder[0] ?? 0);
    letGo();
    holdStay(live, 'room');
    expect(watch).toHaveBeenLastCalledWith(false);
  });

  it('is one per room and connection', () => {
    const first = stay();
    expect(stay()).toBe(first);
    expect(stay('other')).not.toBe(first);
    live = new FakeLive();
    expect(stay()).not.toBe(first);
  });

  it('outlives a look at another page, and ends soon after the last has let go', () => {
    const first = stay();
    const letGo = holdStay(live, 'room');
    letGo();
    vi.advanceTimersByTime(7_000);
    expect(stay()).toBe(first);
    const letGoAgain = holdStay(live, 'room');
    vi.advanceTimersByTime(60_000);
    expect(stop).not.toHaveBeenCalled();
    letGoAgain();
    vi.advanceTimersByTime(9_000);
    expect(stop).toHaveBeenCalledTimes(1);
    expect(stay()).not.toBe(first);
  });

  it('ends at once when told to, and the next is another', () => {
    const first = stay();
    holdStay(live, 'room');
    endStay(live, 'room');
    expect(stop).toHaveBeenCalledTimes(1);
    expect(stay()).not.toBe(first);
  });
});
