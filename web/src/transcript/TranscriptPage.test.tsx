import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RoomAccess } from '../rooms/room';
import { archivedEntry } from '../testing/entries';
import { fakeApi, problem, type AskedOfApi } from '../testing/fakeApi';
import { show } from '../testing/show';
import { person, SignedIn } from '../testing/SignedIn';
import { TranscriptPage } from './TranscriptPage';

type Answer = ReturnType<typeof problem>;

let role: RoomAccess;
let transcript: (query: URLSearchParams) => Answer | Promise<Answer>;
let authors: () => Answer;
let asked: AskedOfApi[];

const page = (numbers: readonly number[], before: string | null = null, total: number | null = null): Answer => ({
  body: { items: numbers.map(number => archivedEntry(number)), before, total, complete: true },
});
const askedFor = (part: string): AskedOfApi[] => asked.filter(({ path }) => path.includes(part));
const showPage = () =>
  show(
    <SignedIn me={person('Me', 'teacher')}>
      <TranscriptPage id="room" />
    </SignedIn>,
  );
const shown = (): (string | null)[] => screen.getAllByText(/^text \d+$/).map(({ textContent }) => textContent);
const lastAsked = (): URLSearchParams =>
  new URLSearchParams(
    askedFor('/transcript')
      .at(-1)
      ?.path.replace(/^[^?]*/, ''),
  );
const options = async (): Promise<(string | null)[]> => {
  const select = await screen.findByLabelText('Person');
  return within(select)
    .getAllByRole('option')
    .map(option => option.textContent);
};

beforeEach(() => {
  role = 'teacher';
  transcript = () => page([9, 10], null, 2);
  authors = () => problem(404, 'not-found');
  const member = (id: string, name: string) => ({ id, display_name: name, role: 'student', muted: false });
  asked = fakeApi({
    'GET /rooms/room': () => ({
      body: {
        id: 'room',
        title: 'Reading circle',
        state: 'open',
        role,
        guest: false,
        created_at: '2026-05-01T00:00:00Z',
        members: [member('ben', 'Ben'), member('amy', 'Amy')],
        groups: [],
      },
    }),
    'GET /rooms/room/transcript': query => transcript(query),
    'GET /rooms/room/authors': () => authors(),
    'GET /rooms/room/members': { body: { items: [{ id: 'zoe', display_name: 'Zoe', role: 'student' }] } },
    'DELETE /rooms/room/messages/m9': { status: 204 },
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('a transcript', () => {
  it('shows what was written, and how much that is', async () => {
    showPage();
    expect(await screen.findByText('text 9')).toBeTruthy();
    expect(screen.getByText('2 entries')).toBeTruthy();
    expect(screen.getByText('The transcript begins here.')).toBeTruthy();
  });

  it('goes further back, and keeps what it shows where it cannot', async () => {
    transcript = query => (query.get('before') === null ? page([9, 10], 'c9', 4) : problem(503, 'archive-unavailable'));
    showPage();
    await userEvent.click(await screen.findByRole('button', { name: 'Show earlier entries' }));
    expect(await screen.findByText('Earlier messages could not be loaded.')).toBeTruthy();
    expect(screen.getByText('text 10')).toBeTruthy();

    transcript = () => page([7, 8]);
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await screen.findByText('text 7');
    expect(shown()).toEqual(['text 7', 'text 8', 'text 9', 'text 10']);
  });

  it('looks for what was written meanwhile', async () => {
    showPage();
    const look = await screen.findByRole('button', { name: 'Look for newer entries' });
    transcript = query => (query.get('after') === 'c10' ? page([11]) : page([]));
    await userEvent.click(look);
    expect(await screen.findByText('text 11')).toBeTruthy();
    expect(shown()).toEqual(['text 9', 'text 10', 'text 11']);
  });

  it('keeps a few pages only, and loads again what it dropped', async () => {
    const read = (query: URLSearchParams): number => Number((query.get('before') ?? 'c100').slice(1)) - 1;
    transcript = query => {
      const after = query.get('after');
      return after === null ? page([read(query)], `c${read(query)}`) : page([Number(after.slice(1)) + 1], 'c', null);
    };
    showPage();
    for (let page = 98; page >= 93; page--) {
      await userEvent.click(await screen.findByRole('button', { name: 'Show earlier entries' }));
      await screen.findByText(`text ${page}`);
    }
    expect(shown()).toEqual(['text 93', 'text 94', 'text 95', 'text 96', 'text 97']);
    await userEvent.click(screen.getByRole('button', { name: /newer entries|later entries/ }));
    await screen.findByText('text 98');
    expect(shown()).toEqual(['text 94', 'text 95', 'text 96', 'text 97', 'text 98']);
  });

  it('opens at the message that a link leads to, and says which it is', async () => {
    history.replaceState(null, '', '/?message=m9');
    transcript = query => (query.get('message') === 'm9' ? page([8, 9, 10]) : page([]));
    showPage();
    const row = (await screen.findByText('text 9')).closest('li');
    expect(row?.getAttribute('aria-current')).toBe('true');
    expect(screen.getByText('text 10').closest('li')?.hasAttribute('aria-current')).toBe(false);
  });

  it('says that a link leads to no message', async () => {
    history.replaceState(null, '', '/?message=m1');
    transcript = query => (query.get('message') === 'm1' ? problem(404, 'message-not-found') : page([9, 10]));
    showPage();
    expect(await screen.findByText('The address of this page leads nowhere')).toBeTruthy();
  });

  it('goes to a day, to the beginning and to the newest', async () => {
    showPage();
    fireEvent.change(await screen.findByLabelText('Go to day'), { target: { value: '2026-05-13' } });
    await waitFor(() => expect(location.search).toBe('?day=2026-05-13'));
    await waitFor(() => expect(lastAsked().get('at')).toBe(new Date(2026, 4, 13).toISOString()));
    await userEvent.click(screen.getByRole('button', { name: 'To the beginning' }));
    await waitFor(() => expect(lastAsked().get('at')).toBe('0001-01-02T00:00:00Z'));
    expect(location.search).toBe('?day=first');
    await userEvent.click(screen.getByRole('button', { name: 'To the newest' }));
    await waitFor(() => expect(lastAsked().has('at')).toBe(false));
    expect(location.search).toBe('');
  });

  it('says so where nothing was written on a day, and what is shown instead', async () => {
    history.replaceState(null, '', '/?day=2026-05-11');
    transcript = () => ({ body: { items: [archivedEntry(9)], before: null, at: 'm9' } });
    showPage();
    expect(
      await screen.findByText(/Nothing was written on Monday,? .*11.* What came next is shown: .*13/),
    ).toBeTruthy();
  });

  it('says so where nothing was written on a day or later', async () => {
    history.replaceState(null, '', '/?day=2099-05-11');
    transcript = () => ({ body: { items: [archivedEntry(9)], before: null, at: null } });
    showPage();
    expect(await screen.findByText(/Nothing was written on .*2099 or later. The newest is shown./)).toBeTruthy();
  });

  it('has nothing to say of a day on which something was written', async () => {
    history.replaceState(null, '', '/?day=2026-05-13');
    transcript = () => ({ body: { items: [archivedEntry(9)], before: null, at: 'm9' } });
    showPage();
    await screen.findByText('text 9');
    expect(screen.queryByText(/Nothing was written/)).toBeNull();
  });

  it('shows to those who may know what was removed, and by whom', async () => {
    const removal = { by: 'Mr Li', at: '2026-05-13T09:00:00Z' };
    transcript = () => ({ body: { items: [{ ...archivedEntry(9), removed: true, removal }], before: null } });
    showPage();
    expect(await screen.findByText('text 9')).toBeTruthy();
    expect(screen.getByText(/^Removed by Mr Li/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Remove the message/ })).toBeNull();
  });

  it('marks what was reported or flagged, with its words, and leads to it', async () => {
    const concern = { id: 'c1', state: 'open', reported: false, flagged: true, found: [{ start: 0, end: 4 }] };
    transcript = () => ({ body: { items: [{ ...archivedEntry(9), concern }, archivedEntry(10)], before: null } });
    showPage();
    const link = await screen.findByRole('link', { name: /Flagged word · Open/ });
    expect(link.getAttribute('href')).toBe('/concerns?concern=c1');
    expect(document.querySelectorAll('mark')).toHaveLength(1);
    expect(document.querySelector('mark')?.textContent).toBe('text');
  });

  it('leads to where a message of a student is commented on, and says that it was', async () => {
    transcript = () => ({
      body: { items: [{ ...archivedEntry(9), comments: 2 }, archivedEntry(10, 'teacher')], before: null },
    });
    showPage();
    const comment = await screen.findByRole('link', { name: 'Comment on the message of ben' });
    expect(comment.getAttribute('href')).toBe('/rooms/room/marking/ben?message=m9');
    expect(screen.getByRole('link', { name: '2 comments' }).getAttribute('href')).toBe(
      '/rooms/room/marking/ben?message=m9',
    );
    expect(screen.queryByRole('link', { name: 'Comment on the message of teacher' })).toBeNull();
  });

  it('marks the words that were found', async () => {
    history.replaceState(null, '', '/?text=text');
    transcript = () => ({ body: { items: [{ ...archivedEntry(9), found: [{ start: 0, end: 4 }] }], before: null } });
    showPage();
    await waitFor(() => expect(document.querySelector('mark')?.textContent).toBe('text'));
  });

  it('tells who was a member when something was written', async () => {
    showPage();
    const [first] = await screen.findAllByRole('button', { name: 'Who was in the group when ben wrote this?' });
    await userEvent.click(first as Element);
    expect(await screen.findByText('Zoe')).toBeTruthy();
    expect(askedFor('/members')[0]?.path).toContain(encodeURIComponent(archivedEntry(9).sent_at));
  });

  it('says where nothing matches, and how much does', async () => {
    transcript = query => (query.get('text') === 'fox' ? page([9]) : query.get('kind') ? page([]) : page([9, 10]));
    showPage();
    await userEvent.type(await screen.findByLabelText('Text'), 'fox');
    expect(await screen.findByText('1 entry matches')).toBeTruthy();
    expect(location.search).toBe('?text=fox');
    await userEvent.clear(screen.getByLabelText('Text'));
    await userEvent.selectOptions(screen.getByLabelText('Show'), 'left');
    expect(await screen.findByText('0 entries match')).toBeTruthy();
    expect(screen.getByRole('heading', { name: 'Nothing matches' })).toBeTruthy();
  });

  it('shows what was reported, to those alone who see that, or what has no comment', async () => {
    transcript = query => page(query.get('flagged') ? [9] : query.get('unmarked') ? [10] : [9, 10]);
    const { unmount } = showPage();
    await screen.findByText('text 9');
    await userEvent.selectOptions(await screen.findByLabelText('Show'), 'Reported or flagged');
    await waitFor(() => expect(shown()).toEqual(['text 9']));
    expect(location.search).toBe('?only=flagged');
    await userEvent.selectOptions(screen.getByLabelText('Show'), 'Without a comment');
    await waitFor(() => expect(shown()).toEqual(['text 10']));
    await userEvent.selectOptions(screen.getByLabelText('Show'), 'Messages');
    await waitFor(() => expect(lastAsked().get('kind')).toBe('message'));
    expect(lastAsked().has('unmarked')).toBe(false);
    unmount();
    role = 'admin';
    history.replaceState(null, '', '/rooms/room/transcript');
    showPage();
    await screen.findByText('text 9');
    expect(screen.queryByRole('option', { name: 'Reported or flagged' })).toBeNull();
    expect(screen.getByRole('option', { name: 'Without a comment' })).toBeTruthy();
  });

  it('forgets the words that were looked for where somebody goes on to a message', async () => {
    history.replaceState(null, '', '/?text=fox');
    showPage();
    const text = await screen.findByLabelText<HTMLInputElement>('Text');
    await userEvent.click((await screen.findAllByRole('link', { name: /Show this message/ }))[0] as Element);
    await waitFor(() => expect(lastAsked().get('message')).toBe('m9'));
    expect(text.value).toBe('');
  });

  it('does not claim to have counted what it has not loaded', async () => {
    history.replaceState(null, '', '/?text=fox');
    transcript = () => page([9, 10], 'c9');
    showPage();
    expect(await screen.findByText('At least 2 entries match')).toBeTruthy();
  });

  it('shows the answer to the last filter, whichever comes last', async () => {
    const late: (() => void)[] = [];
    transcript = query =>
      query.get('account') === 'ben' ? new Promise(resolve => late.push(() => resolve(page([1])))) : page([9, 10]);
    showPage();
    await screen.findByText('text 9');
    await userEvent.selectOptions(screen.getByLabelText('Person'), 'Ben');
    await waitFor(() => expect(late).toHaveLength(1));
    await userEvent.selectOptions(screen.getByLabelText('Person'), 'Everybody');
    late.forEach(answer => answer());
    expect(await screen.findByText('text 10')).toBeTruthy();
    expect(screen.queryByText('text 1')).toBeNull();
  });

  it('offers everybody who wrote, and tells who is a guest or has gone', async () => {
    authors = () => ({
      body: {
        items: [
          { id: 'x', name: 'Zoe', role: 'guest', member: false },
          { id: 'y', name: 'Chen', role: 'student', member: false },
          { id: 'amy', name: 'Amy', role: 'student', member: true },
        ],
      },
    });
    showPage();
    await waitFor(async () =>
      expect(await options()).toEqual(['Everybody', 'Amy', 'Chen (no longer in the room)', 'Zoe (guest)']),
    );
  });

  it('offers the members where the server cannot tell who wrote', async () => {
    showPage();
    await waitFor(async () => expect(await options()).toEqual(['Everybody', 'Amy', 'Ben']));
  });

  it('does not say that everybody is shown where it is one whom it does not know', async () => {
    history.replaceState(null, '', '/?account=gone');
    showPage();
    expect((await screen.findByLabelText<HTMLSelectElement>('Person')).value).toBe('gone');
  });

  it('offers to leave out a filter that the server refuses', async () => {
    history.replaceState(null, '', '/?account=7');
    transcript = query => (query.get('account') === '7' ? problem(400, 'invalid-request') : page([9, 10]));
    showPage();
    expect(await screen.findByText('The address of this page leads nowhere')).toBeTruthy();
    const alert = screen.getByRole('alert');
    await userEvent.click(within(alert).getByRole('button', { name: 'Clear filter' }));
    expect(await screen.findByText('text 9')).toBeTruthy();
    expect(location.search).toBe('');
  });

  it('exports what the filter lets through, as Excel reads it', async () => {
    history.replaceState(null, '', '/?text=fox');
    showPage();
    await screen.findByText('text 9');
    await userEvent.click(screen.getByRole('button', { name: 'Export' }));
    await userEvent.click(screen.getByLabelText('CSV'));
    const address = screen.getByRole('link', { name: 'Download' }).getAttribute('href');
    expect(address).toMatch(/^\/api\/rooms\/room\/transcript\.csv\?text=fox&.*bom=true$/);
  });

  it('lets teachers of the room remove a message, and shows it at once', async () => {
    showPage();
    await userEvent.click((await screen.findAllByRole('button', { name: 'Remove the message of ben' }))[0] as Element);
    await userEvent.click(screen.getByRole('button', { name: 'Remove' }));
    expect(await screen.findByText(/^Removed by Me/)).toBeTruthy();
    expect(askedFor('/messages/m9')).toHaveLength(1);
  });

  it.each<[RoomAccess, boolean]>([
    ['teacher', true],
    ['admin', true],
    ['safeguarding', false],
  ])('lets a %s remove messages, and leads to the marking those who mark', async (who, marks) => {
    role = who;
    showPage();
    expect((await screen.findAllByRole('button', { name: 'Remove the message of ben' })).length).toBeGreaterThan(0);
    expect(screen.queryByRole('link', { name: 'Marking' }) !== null).toBe(marks);
  });
});
