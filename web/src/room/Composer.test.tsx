import { act, fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { show } from '../testing/show';
import { Composer } from './Composer';

const onSend = vi.fn<(text: string) => void>();

const composer = (more: Partial<Parameters<typeof Composer>[0]> = {}) => {
  onSend.mockReset();
  return show(
    <Composer
      room="room"
      account="amy"
      title="7b"
      state="open"
      teaches={false}
      muted={false}
      hours={null}
      onSend={onSend}
      {...more}
    />,
  );
};
const box = (): HTMLTextAreaElement => screen.getByRole('textbox', { name: 'Message to 7b' });

describe('the place to write', () => {
  it('sends with Enter and starts a new line with Shift and Enter', async () => {
    composer();
    await userEvent.type(box(), 'one{Shift>}{Enter}{/Shift}two{Enter}');
    expect(onSend.mock.calls).toEqual([['one\ntwo']]);
    expect(box().value).toBe('');
  });

  it('does not send while a Chinese character is being chosen', () => {
    composer();
    fireEvent.change(box(), { target: { value: 'ni' } });
    fireEvent.keyDown(box(), { key: 'Enter', isComposing: true });
    fireEvent.keyDown(box(), { key: 'Enter', keyCode: 229 });
    expect(onSend).not.toHaveBeenCalled();
  });

  it('sends nothing that is empty or too long, and says how much is left', async () => {
    composer();
    await userEvent.type(box(), '   {Enter}');
    expect(onSend).not.toHaveBeenCalled();

    fireEvent.change(box(), { target: { value: '你'.repeat(3_990) } });
    expect(screen.getByText('10 characters left')).toBeTruthy();
    fireEvent.change(box(), { target: { value: '🙂'.repeat(4_001) } });
    expect(screen.getByText('1 character too many')).toBeTruthy();
    await userEvent.type(box(), '{Enter}');
    expect(onSend).not.toHaveBeenCalled();
  });

  it('keeps what was begun over a reload, until it is sent', async () => {
    const { unmount } = composer();
    await userEvent.type(box(), 'half a th');
    unmount();
    composer();
    expect(box().value).toBe('half a th');
    await userEvent.type(box(), 'ought{Enter}');
    expect(onSend.mock.calls).toEqual([['half a thought']]);
    expect(localStorage.length).toBe(0);
  });

  it.each([
    [{ state: 'locked' as const }, 'The room is locked: you can read, and teachers can write.'],
    [{ state: 'closed' as const }, 'The room is closed. Nobody can write here any more.'],
    [{ muted: true }, 'A teacher has muted you in this room. You can go on reading.'],
  ])('says why one cannot write with %j', (more, reason) => {
    composer(more);
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(screen.getByText(reason)).toBeTruthy();
  });

  it('says when the room opens, and lets teachers write all the same', () => {
    const opensAt = new Date(Date.now() + 3 * 24 * 60 * 60 * 1_000);
    opensAt.setHours(8, 0);
    const hours = { open: false, changesAt: opensAt };
    const { unmount } = composer({ hours });
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(screen.getByText(/^The room opens \w+day.* 08:00\. Until then you can read/)).toBeTruthy();
    unmount();
    composer({ hours, teaches: true });
    expect(box()).toBeTruthy();
  });

  it('counts down in slow mode, and keeps what is written meanwhile', () => {
    vi.useFakeTimers();
    composer({ mayWriteAt: Date.now() + 2_000 });
    fireEvent.change(box(), { target: { value: 'next' } });
    fireEvent.keyDown(box(), { key: 'Enter' });
    expect(screen.getByRole('timer').textContent).toBe('You can write again in 2 seconds');
    expect(onSend).not.toHaveBeenCalled();
    act(() => {
      vi.advanceTimersByTime(1_000);
    });
    expect(screen.getByRole('timer').textContent).toBe('You can write again in 1 second');
    act(() => {
      vi.advanceTimersByTime(1_250);
    });
    expect(screen.queryByRole('timer')).toBeNull();
    fireEvent.keyDown(box(), { key: 'Enter' });
    expect(onSend.mock.calls).toEqual([['next']]);
    vi.useRealTimers();
  });

  it('lets teachers write in a locked room', () => {
    composer({ state: 'locked', teaches: true });
    expect(box()).toBeTruthy();
    expect(screen.getByText('The room is locked: only teachers can write.')).toBeTruthy();
  });

  it('tells students who can read the room', () => {
    composer();
    expect(screen.getByText(/Teachers of this room can read everything/)).toBeTruthy();
  });
});
