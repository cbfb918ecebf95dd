import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { archivedEntry } from '../testing/entries';
import { fakeApi, problem, type AskedOfApi } from '../testing/fakeApi';
import { grade, mark, markingOf } from '../testing/marks';
import { show } from '../testing/show';
import { person, SignedIn } from '../testing/SignedIn';
import type { Mark, StudentMarking } from './marking';
import { StudentPage } from './StudentPage';

type Answer = ReturnType<typeof problem>;

let marking: StudentMarking;
let saveGrade: () => Answer;
let saveComment: () => Answer;
let asked: AskedOfApi[];

const line = (id: string, name: string) => ({
  id,
  display_name: name,
  member: true,
  comments: 0,
  unreleased: 0,
  drafts: [],
  new_answers: 0,
  grade: null,
});
const level = (name: string, points: number) => ({ id: name, name, description: '', points });
const bodies = (method: string, path: string): unknown[] =>
  asked.filter(each => each.method === method && each.path.startsWith(path)).map(({ body }) => body);
const showPage = () =>
  show(
    <SignedIn me={person('Me', 'teacher')}>
      <StudentPage id="room" student="ben" />
    </SignedIn>,
  );
const editor = (): HTMLElement => screen.getByRole('region', { name: 'Comment' });
const textOfComment = (): HTMLTextAreaElement => within(editor()).getByRole('textbox', { name: 'Comment' });
const card = (text: string): HTMLElement => {
  const paragraph = screen.getAllByText(text).find(each => each.closest('article') !== null);
  return paragraph?.closest('article') ?? document.body;
};
const box = (text: string): HTMLElement => screen.getByRole('checkbox', { name: new RegExp(text) });

beforeEach(() => {
  marking = markingOf();
  saveGrade = () => ({ body: grade({ version: 2 }) });
  saveComment = () => ({ status: 201, body: mark() });
  asked = fakeApi({
    'GET /rooms/room': {
      body: { id: 'room', title: 'Reading circle', state: 'open', role: 'teacher', members: [], groups: [] },
    },
    'GET /rooms/room/rubric': {
      body: {
        version: 1,
        criteria: [{ id: 'tone', name: 'Tone', description: '', levels: [level('Rough', 0), level('Kind', 2.5)] }],
        out_of: 2.5,
      },
    },
    'GET /rooms/room/marking': {
      body: { items: [line('amy', 'Amy'), line('ben', 'Ben'), line('c', 'Chen')], next: null },
    },
    'GET /rooms/room/marking/ben': () => ({ body: marking }),
    'GET /feedback/tags': {
      body: { version: 0, tags: [{ key: 'well_said', name: 'Well said', standard: true }] },
    },
    'GET /rooms/room/transcript': { body: { items: [archivedEntry(1), archivedEntry(2)], before: null } },
    'POST /rooms/room/feedback': () => saveComment(),
    'PUT /rooms/room/feedback/f1': () => saveComment(),
    'POST /rooms/room/feedback/f1/release': { body: mark({ state: 'released' }) },
    'DELETE /rooms/room/feedback/f1': { status: 204 },
    'PUT /rooms/room/grades/ben': () => saveGrade(),
    'POST /feedback/seen': { status: 204 },
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('the marking of a student', () => {
  it('begins a comment on the message that the address asks for', async () => {
    history.replaceState(null, '', '/?message=m2');
    showPage();
    await waitFor(() => expect((box('text 2') as HTMLInputElement).checked).toBe(true));
    expect((box('text 1') as HTMLInputElement).checked).toBe(false);
    expect(await screen.findByRole('heading', { name: 'Comment on 1 message' })).toBeTruthy();
  });

  it('leads from each message to its place in the conversation', async () => {
    showPage();
    await screen.findByText('text 1');
    const [first] = screen.getAllByRole('link', { name: /show what was written around it/ });
    expect(first?.getAttribute('href')).toBe('/rooms/room/transcript?message=m1');
  });

  it('comments on the messages that are chosen, by keyboard alone', async () => {
    showPage();
    await screen.findByText('text 1');
    box('text 1').focus();
    await userEvent.keyboard(' {ArrowDown}{Enter}');
    expect(await screen.findByRole('heading', { name: 'Comment on 2 messages' })).toBeTruthy();
    await userEvent.keyboard('Well put{Control>}{Enter}{/Control}');
    await waitFor(() =>
      expect(bodies('POST', '/rooms/room/feedback')).toEqual([
        { id: expect.stringMatching(/-7/) as string, messages: ['m1', 'm2'], text: 'Well put', tags: [] },
      ]),
    );
    await waitFor(() => expect(screen.queryByRole('heading', { name: 'Comment on 2 messages' })).toBeNull());
  });

  it('grades by a level and a comment', async () => {
    showPage();
    await userEvent.click(await screen.findByRole('radio', { name: 'Kind 2.5 points' }));
    expect(screen.getByText('2.5 of 2.5 points')).toBeTruthy();
    await userEvent.type(screen.getByLabelText('Overall comment'), 'Fine');
    await userEvent.click(screen.getByRole('button', { name: 'Save draft' }));
    await waitFor(() =>
      expect(bodies('PUT', '/rooms/room/grades/ben')).toEqual([{ version: 0, text: 'Fine', scores: { tone: 'Kind' } }]),
    );
  });

  it('shows what the student sees where the grade is worth something else now', async () => {
    const scores = [{ criterion: 'Tone', level: 'Kind', description: '', points: 2, out_of: 2 }];
    const released = { text: 'Fine', scores, points: 2, out_of: 2, seen_at: null };
    marking = markingOf({ grade: grade({ state: 'changed', scores: { tone: 'Kind' }, released }) });
    showPage();
    expect(await screen.findByText('What the student sees')).toBeTruthy();
    expect(screen.getByText('2 of 2 points')).toBeTruthy();
    expect(screen.getByText('2.5 of 2.5 points')).toBeTruthy();
    expect(screen.getByText('Changed since released')).toBeTruthy();
  });

  it('shows both where another teacher was faster, and lets one of them stay', async () => {
    marking = markingOf({ grade: grade({ text: 'Before' }) });
    showPage();
    const overall = await screen.findByLabelText('Overall comment');
    await userEvent.clear(overall);
    await userEvent.type(overall, 'Mine');
    marking = markingOf({ grade: grade({ text: 'Of another', version: 2, by: { id: 'x', name: 'Xenia' } }) });
    saveGrade = () => problem(409, 'changed-meanwhile');
    await userEvent.click(screen.getByRole('button', { name: 'Save draft' }));

    expect(await screen.findByText('Xenia has changed this meanwhile')).toBeTruthy();
    expect(screen.getByText('Of another')).toBeTruthy();
    expect(screen.getByDisplayValue('Mine')).toBeTruthy();
    saveGrade = () => ({ body: grade({ text: 'Mine', version: 3 }) });
    await userEvent.click(screen.getByRole('button', { name: 'Keep mine' }));
    await waitFor(() => expect(screen.queryByText('Of another')).toBeNull());
    expect(bodies('PUT', '/rooms/room/grades/ben').map(body => (body as { version: number }).version)).toEqual([1, 2]);
  });

  it('takes the other version where that is wanted', async () => {
    marking = markingOf({ comments: [mark()] });
    showPage();
    await userEvent.click(await screen.findByRole('button', { name: 'Change' }));
    const text = screen.getByRole('textbox', { name: 'Comment' });
    await userEvent.type(text, ', please');
    marking = markingOf({ comments: [mark({ text: 'Of another', version: 2 })] });
    saveComment = () => problem(409, 'changed-meanwhile');
    await userEvent.type(text, '{Control>}{Enter}{/Control}');
    await userEvent.click(await screen.findByRole('button', { name: 'Take the other' }));
    await waitFor(() => expect(screen.queryByRole('textbox', { name: 'Comment' })).toBeNull());
    expect(await screen.findByText('Of another')).toBeTruthy();
  });

  it('sends a comment of which the answer was lost under the same id', async () => {
    saveComment = () => problem(503, 'unavailable');
    const { unmount } = showPage();
    await screen.findByText('text 1');
    await userEvent.click(box('text 1'));
    await userEvent.click(screen.getByRole('button', { name: 'Comment' }));
    await userEvent.type(textOfComment(), 'Well put');
    await userEvent.click(within(editor()).getByRole('button', { name: 'Save draft' }));
    await within(editor()).findByText(/./, { selector: '[role=alert] *' });
    unmount();
    showPage();
    await screen.findByText('text 1');
    await userEvent.click(within(editor()).getByRole('button', { name: 'Save draft' }));
    await waitFor(() => expect(bodies('POST', '/rooms/room/feedback')).toHaveLength(2));
    const [first, second] = bodies('POST', '/rooms/room/feedback');
    expect(second).toEqual(first);
  });

  it('keeps what was not saved when it is opened again', async () => {
    const { unmount } = showPage();
    await userEvent.type(await screen.findByLabelText('Overall comment'), 'Not yet saved');
    unmount();
    showPage();
    expect(await screen.findByDisplayValue('Not yet saved')).toBeTruthy();
    expect(screen.getByText('Not saved')).toBeTruthy();
  });

  it('keeps a comment that is being written apart from changes of others', async () => {
    marking = markingOf({ comments: [mark(), mark({ id: 'f2', text: 'Second' })] });
    const { unmount } = showPage();
    await screen.findByText('text 1');
    await userEvent.click(box('text 2'));
    await userEvent.click(screen.getByRole('button', { name: 'Comment' }));
    await userEvent.type(textOfComment(), 'A new one');
    await userEvent.click(within(card('Look again')).getByRole('button', { name: 'Change' }));
    expect(textOfComment().value).toBe('Look again');
    await userEvent.type(textOfComment(), ', please');
    await userEvent.click(within(card('Second')).getByRole('button', { name: 'Change' }));
    expect(textOfComment().value).toBe('Second');
    expect(within(card('Look again')).getByText('Not saved')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(textOfComment().value).toBe('A new one');
    expect(screen.getByRole('heading', { name: 'Comment on 1 message' })).toBeTruthy();

    unmount();
    showPage();
    await screen.findByText('text 1');
    expect(textOfComment().value).toBe('A new one');
    await userEvent.click(within(card('Look again')).getByRole('button', { name: 'Change' }));
    expect(textOfComment().value).toBe('Look again, please');
    await userEvent.click(within(editor()).getByRole('button', { name: 'Save draft' }));
    await waitFor(() => expect(textOfComment().value).toBe('A new one'));
    expect(bodies('PUT', '/rooms/room/feedback/f1')).toEqual([
      { version: 1, messages: ['m1'], text: 'Look again, please', tags: [] },
    ]);
    expect(screen.queryByText('Not saved')).toBeNull();
  });

  it('names the version that a change was begun from, also after a reload', async () => {
    marking = markingOf({ comments: [mark()] });
    const { unmount } = showPage();
    await userEvent.click(await screen.findByRole('button', { name: 'Change' }));
    await userEvent.type(textOfComment(), '!{Escape}');
    unmount();
    marking = markingOf({ comments: [mark({ text: 'Of another', version: 2 })] });
    saveComment = () => problem(409, 'changed-meanwhile');
    showPage();
    await userEvent.click(await screen.findByRole('button', { name: 'Change' }));
    expect(textOfComment().value).toBe('Look again!');
    await userEvent.click(within(editor()).getByRole('button', { name: 'Save draft' }));
    expect(await screen.findByText('Teacher has changed this meanwhile')).toBeTruthy();
    expect(JSON.stringify(bodies('PUT', '/rooms/room/feedback/f1'))).toContain('"version":1');
  });

  it('keeps the change of a comment that was deleted meanwhile', async () => {
    marking = markingOf({ comments: [mark()] });
    const { unmount } = showPage();
    await userEvent.click(await screen.findByRole('button', { name: 'Change' }));
    await userEvent.type(textOfComment(), '!');
    unmount();
    marking = markingOf();
    saveComment = () => problem(404, 'feedback-not-found');
    showPage();
    expect(await screen.findByText('The comment that you were changing has been deleted.')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Change' }));
    await userEvent.click(within(editor()).getByRole('button', { name: 'Save draft' }));
    expect(await screen.findByText('It was deleted.')).toBeTruthy();
    saveComment = () => ({ status: 201, body: mark() });
    await userEvent.click(screen.getByRole('button', { name: 'Keep mine' }));
    await waitFor(() => expect(JSON.stringify(bodies('POST', '/rooms/room/feedback'))).toContain('"Look again!"'));
    await waitFor(() => expect(screen.queryByText('Not saved')).toBeNull());
  });

  it('keeps the messages of a comment that are not loaded when another one is chosen', async () => {
    const messages = ['old', 'm1'].map(id => ({ id, sent_at: null, message: null }));
    marking = markingOf({ comments: [mark({ messages })] });
    showPage();
    await userEvent.click(await screen.findByRole('button', { name: 'Change' }));
    await userEvent.click(box('text 2'));
    await userEvent.click(within(editor()).getByRole('button', { name: 'Save draft' }));
    await waitFor(() =>
      expect(bodies('PUT', '/rooms/room/feedback/f1')).toEqual([
        { version: 1, messages: ['old', 'm1', 'm2'], text: 'Look again', tags: [] },
      ]),
    );
  });

  it('releases and deletes a comment, the one that was seen', async () => {
    marking = markingOf({ comments: [mark({ version: 4 })] });
    showPage();
    await screen.findByText('Look again');
    await userEvent.click(within(card('Look again')).getByRole('button', { name: 'Release' }));
    await waitFor(() => expect(bodies('POST', '/rooms/room/feedback/f1/release')).toEqual([{ version: 4 }]));
    await userEvent.click(within(card('Look again')).getByRole('button', { name: 'Delete' }));
    await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Delete' }));
    await waitFor(() => expect(bodies('DELETE', '/rooms/room/feedback/f1?version=4&answers=0')).toHaveLength(1));
  });

  it('goes to the student before and the one after by keyboard', async () => {
    showPage();
    await screen.findByText('2 of 3');
    await userEvent.keyboard('{Alt>}n{/Alt}');
    expect(location.pathname).toBe('/rooms/room/marking/c');
    await userEvent.keyboard('{Alt>}p{/Alt}');
    expect(location.pathname).toBe('/rooms/room/marking/amy');
  });

  it('adds nothing for somebody who has left the room', async () => {
    marking = markingOf({ member: false, comments: [mark()] });
    showPage();
    await screen.findByText('Look again');
    expect(box('text 1').hasAttribute('disabled')).toBe(true);
    expect(screen.getByLabelText('Overall comment').hasAttribute('disabled')).toBe(true);
    expect(screen.queryByRole('button', { name: 'Change' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Release' })).toBeTruthy();
  });

  it('notes that the answers of the student were seen', async () => {
    const answer: Mark['answers'][number] = {
      id: 'a1',
      by: { id: 'ben', name: 'Ben' },
      from_student: true,
      text: 'Why?',
      written_at: '2026-05-13T10:00:00.000Z',
      seen: false,
    };
    const released = { text: 'Look again', scores: [], points: 0, out_of: 0, seen_at: null };
    marking = markingOf({ comments: [mark({ state: 'released', released, answers: [answer] })] });
    showPage();
    expect(await screen.findByText('Why?')).toBeTruthy();
    await waitFor(() => expect(bodies('POST', '/feedback/seen')).toEqual([{ feedback: ['f1'] }]));
  });
});
