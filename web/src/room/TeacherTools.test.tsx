import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeApi, type AskedOfApi } from '../testing/fakeApi';
import { show } from '../testing/show';
import { TeacherTools } from './TeacherTools';

let asked: AskedOfApi[];

beforeEach(() => {
  asked = fakeApi({ 'PATCH /rooms/room': { status: 204 } });
  show(<TeacherTools id="room" state="open" />);
});

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('the tools of a teacher in a room', () => {
  it('say in words what they are', () => {
    const bar = within(screen.getByRole('group', { name: 'For teachers' }));
    expect(bar.getAllByRole('link').map(({ textContent }) => textContent)).toEqual([
      'Transcript',
      'Marking',
      'Room settings',
    ]);
    expect(bar.getByRole('button').textContent).toBe('Lock');
  });

  it('are the same behind one button where there is little room', async () => {
    await userEvent.click(screen.getByRole('button', { name: 'For teachers' }));
    const menu = within(screen.getByRole('dialog', { name: 'For teachers' }));
    expect(menu.getByRole('link', { name: 'Marking' }).getAttribute('href')).toBe('/rooms/room/marking');
    await userEvent.click(menu.getByRole('button', { name: 'Lock' }));
    expect(await screen.findByText('The room is locked. Only teachers can write now.')).toBeTruthy();
    expect(asked.find(({ method }) => method === 'PATCH')?.body).toEqual({ state: 'locked' });
  });
});
