import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeApi, type AskedOfApi } from '../testing/fakeApi';
import { show } from '../testing/show';
import type { StudentLine } from './marking';
import { MarkingPage } from './MarkingPage';

const DRAFTS = ['f1', 'f2', 'g1'].map(id => ({ id, version: 2 }));

let students: readonly StudentLine[];
let asked: AskedOfApi[];

const line = (name: string, more: Partial<StudentLine> = {}): StudentLine => ({
  id: name.toLowerCase(),
  display_name: name,
  member: true,
  comments: 0,
  unreleased: 0,
  drafts: [],
  new_answers: 0,
  grade: null,
  ...more,
});

beforeEach(() => {
  students = [
    line('Amy', {
      comments: 2,
      unreleased: 3,
      drafts: DRAFTS,
      grade: { state: 'changed', scored: 1, points: 2, released_points: 1.5 },
    }),
    line('Ben', { member: false, new_answers: 1 }),
  ];
  const levels = [{ id: 'l', name: 'Good', description: '', points: 2 }];
  const criterion = (id: string) => ({ id, name: id, description: '', levels });
  asked = fakeApi({
    'GET /rooms/room': {
      body: { id: 'room', title: 'Reading circle', state: 'open', role: 'teacher', members: [], groups: [] },
    },
    'GET /rooms/room/rubric': { body: { version: 1, criteria: [criterion('Tone'), criterion('Spelling')], out_of: 4 } },
    'GET /rooms/room/marking': () => ({ body: { items: students, next: null } }),
    'POST /rooms/room/feedback/releases': { body: { comments: 2, grades: 0, students: 1, left_out: ['g1'] } },
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('the marking of a room', () => {
  it('says of each student how far it is', async () => {
    show(<MarkingPage id="room" />);
    const amy = await screen.findByRole('link', { name: /Amy/ });
    await within(amy).findByText('2 of 4 points');
    expect(amy.textContent).toContain('The student sees 1.5');
    expect(amy.textContent).toContain('2 comments · 3 not released · 1 of 2 criteria');
    const ben = screen.getByRole('link', { name: /Ben/ });
    expect(ben.textContent).toContain('Ben (no longer in the room)');
    expect(ben.textContent).toContain('1 new answer');
  });

  it('releases all drafts, and asks before', async () => {
    show(<MarkingPage id="room" />);
    await userEvent.click(await screen.findByRole('button', { name: 'Release 3 drafts' }));
    expect(asked.some(({ method }) => method === 'POST')).toBe(false);
    students = [line('Amy', { comments: 2 })];
    await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Release' }));
    const said = await screen.findByText(/^Released to 1 student\./);
    expect(said.textContent).toContain('1 draft was changed meanwhile and is left out');
    expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({ feedback: DRAFTS });
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Release 3 drafts' })).toBeNull());
  });

  it('says where there is nobody to mark', async () => {
    students = [];
    show(<MarkingPage id="room" />);
    expect(await screen.findByRole('heading', { name: 'No students in this room' })).toBeTruthy();
  });
});
