import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Me } from '../session/account';
import { fakeApi, problem, type AskedOfApi } from '../testing/fakeApi';
import { show } from '../testing/show';
import { person, SignedIn } from '../testing/SignedIn';
import type { Concern } from './concern';
import { ConcernsPage } from './ConcernsPage';

type Answer = ReturnType<typeof problem>;

let asked: AskedOfApi[];
let listed: (query: URLSearchParams) => Answer;
let decided: () => Answer;
let leads: object[];
let decidedOther: () => Answer;

const teacher = person('Teacher', 'teacher');
const concern = (more: Partial<Concern> = {}): Concern => ({
  id: 'c1',
  room: 'r1',
  room_title: 'Reading circle',
  state: 'open',
  raised_at: '2026-03-02T08:00:00.000Z',
  message: {
    id: 'm1',
    user_id: 'amy',
    username: 'Amy',
    text: 'you fool',
    removed: false,
    sent_at: '2026-03-02T08:00:00.000Z',
    found: [{ start: 4, end: 8 }],
  },
  reports: [{ by: { id: 'ben', name: 'Ben' }, reason: 'bullying', note: 'again', reported_at: '2026-03-02T08:01:00Z' }],
  words: ['fool'],
  decisions: [],
  version: 0,
  ...more,
});
const decision = {
  outcome: 'nothing_to_do' as const,
  note: null,
  by: { id: 'x', name: 'Other' },
  decided_at: '2026-03-02T09:00:00Z',
};
const page = (...items: Concern[]): Answer => ({ body: { items, next: null } });
const showPage = (me: Me = teacher) =>
  show(
    <SignedIn me={me}>
      <ConcernsPage />
    </SignedIn>,
  );

beforeEach(() => {
  leads = [];
  listed = () => page(concern());
  decided = () => ({ status: 201, body: concern({ state: 'closed', decisions: [decision], version: 1 }) });
  decidedOther = () => ({
    status: 201,
    body: concern({ id: 'c2', state: 'closed', decisions: [decision], version: 1 }),
  });
  asked = fakeApi({
    'GET /concerns': query => listed(query),
    'GET /concerns/c1': { body: concern({ decisions: [decision], version: 1 }) },
    'POST /concerns/c1/decisions': () => decided(),
    'GET /accounts': () => ({ body: { items: leads, next: null } }),
    'POST /concerns/c2/decisions': () => decidedOther(),
    'GET /rooms': { body: { items: [], next: null } },
    'GET /rooms/r1/transcript': {
      body: {
        items: ['m0', 'm1'].map(id => ({
          kind: 'message',
          id,
          user_id: 'amy',
          username: 'Amy',
          message: `text ${id}`,
          removed: false,
          sent_at: '2026-03-02T08:00:00.000Z',
          cursor: id,
        })),
        before: null,
      },
    },
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('the reports', () => {
  it('show the message, who reported it and why, and lead to its place in the transcript', async () => {
    showPage();
    const card = await screen.findByRole('article', { name: /Message of Amy/ });
    expect(within(card).getByText('fool', { selector: 'mark' })).toBeTruthy();
    expect(within(card).getByText(/Ben reported: Bullying or insults/)).toBeTruthy();
    expect(within(card).getByText('again')).toBeTruthy();
    expect(
      within(card)
        .getByRole('link', { name: /Reading circle/ })
        .getAttribute('href'),
    ).toBe('/rooms/r1/transcript?message=m1');
    await userEvent.click(within(card).getByRole('button', { name: 'Show what was written around it' }));
    expect(await within(card).findByText('text m0')).toBeTruthy();
  });

  it('are asked for by state, kind and order', async () => {
    showPage();
    await userEvent.click(await screen.findByLabelText('Passed on'));
    await userEvent.selectOptions(screen.getByLabelText('Show'), 'Flagged words');
    await userEvent.selectOptions(screen.getByLabelText('Order'), 'Oldest first');
    await waitFor(() =>
      expect(asked.map(({ path }) => path)).toContain('/concerns?state=passed_on&kind=flagged&order=oldest'),
    );
  });

  it('take a decision with a note', async () => {
    showPage();
    await userEvent.click(await screen.findByRole('button', { name: 'Decide' }));
    expect(screen.queryByLabelText('Opened again')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(screen.getByText('Choose what was done.')).toBeTruthy();
    await userEvent.click(screen.getByLabelText('Nothing to do'));
    await userEvent.type(screen.getByLabelText('Note'), 'a joke');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('Your decision is kept.')).toBeTruthy();
    expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({
      outcome: 'nothing_to_do',
      note: 'a joke',
      version: 0,
    });
    expect(screen.getByRole('button', { name: 'Decide again' })).toBeTruthy();
  });

  it('say when somebody else has decided meanwhile, show that, and lose nothing', async () => {
    decided = () => problem(409, 'decided-meanwhile');
    showPage();
    await userEvent.click(await screen.findByRole('button', { name: 'Decide' }));
    await userEvent.click(screen.getByLabelText('Talked to the student'));
    await userEvent.type(screen.getByLabelText('Note'), 'at noon');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText(/Somebody else has just decided/)).toBeTruthy();
    expect(await screen.findByText(/Nothing to do – Other/)).toBeTruthy();
    decided = () => ({ status: 201, body: concern({ state: 'closed', decisions: [decision, decision], version: 2 }) });
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(asked.findLast(({ method }) => method === 'POST')?.body).toEqual({
        outcome: 'talked_to_student',
        note: 'at noon',
        version: 1,
      }),
    );
  });

  it('say when they were reported or flagged, by which they are ordered', async () => {
    listed = () => page(concern({ raised_at: '2026-03-02T08:02:00Z' }), concern({ id: 'c2', reports: [] }));
    showPage();
    expect(await screen.findByText(/^Reported .*2 March 2026|^Reported March 2, 2026/)).toBeTruthy();
    expect(screen.getByText(/^Flagged (2 March|March 2)/)).toBeTruthy();
  });

  it('name the days of what was written around', async () => {
    showPage();
    await userEvent.click(await screen.findByRole('button', { name: 'Show what was written around it' }));
    expect(await screen.findByText('Monday, March 2')).toBeTruthy();
  });

  it('are closed together where one word alone brought them up, and the others stay open', async () => {
    const hits = ['c1', 'c2', 'c3'].map(id => concern({ id, reports: id === 'c3' ? concern().reports : [] }));
    listed = () => page(...hits);
    showPage();
    const [close] = await screen.findAllByRole('button', { name: 'Close all hits of “fool” here' });
    await userEvent.click(close as Element);
    expect(await screen.findByText(/^2 open messages in Reading circle/)).toBeTruthy();
    expect(screen.getByText(/^1 other was reported too/)).toBeTruthy();
    await userEvent.type(screen.getByLabelText('Note'), 'a play');
    await userEvent.click(screen.getByRole('button', { name: 'Close all 2' }));
    expect(await screen.findByText('2 have been closed.')).toBeTruthy();
    const decisions = asked.filter(({ method }) => method === 'POST');
    expect(decisions.map(({ path }) => path)).toEqual(['/concerns/c1/decisions', '/concerns/c2/decisions']);
    expect(decisions[0]?.body).toEqual({ outcome: 'nothing_to_do', note: 'a play', version: 0 });
  });

  it('are closed as far as nobody else was faster', async () => {
    listed = () => page(concern({ reports: [] }), concern({ id: 'c2', reports: [] }));
    showPage();
    const [close] = await screen.findAllByRole('button', { name: 'Close all hits of “fool” here' });
    await userEvent.click(close as Element);
    decidedOther = () => problem(409, 'decided-meanwhile');
    await userEvent.click(await screen.findByRole('button', { name: 'Close all 2' }));
    expect(await screen.findByText('1 has been closed.')).toBeTruthy();
  });

  it('show one alone where the address names it, and lead back to all', async () => {
    history.replaceState(null, '', '/concerns?concern=c1');
    showPage();
    expect(await screen.findByRole('heading', { name: 'One report' })).toBeTruthy();
    expect(await screen.findByRole('article', { name: /Message of Amy/ })).toBeTruthy();
    expect(asked.some(({ path }) => path.startsWith('/concerns?'))).toBe(false);
    await userEvent.click(screen.getByRole('link', { name: 'All reports' }));
    expect(await screen.findByRole('heading', { name: 'Reports' })).toBeTruthy();
  });

  it('say so where nothing waits', async () => {
    listed = () => page();
    showPage();
    expect(await screen.findByText('Nothing waits for you')).toBeTruthy();
  });

  it('are those of the whole school for the safeguarding lead, who passes on to nobody', async () => {
    showPage({ ...teacher, safeguarding_lead: true });
    expect(await screen.findByText(/in the whole school/)).toBeTruthy();
    await userEvent.click(await screen.findByRole('button', { name: 'Decide' }));
    expect(screen.queryByLabelText(/Passed on to/)).toBeNull();
  });

  it('say to an admin that nobody is the safeguarding lead', async () => {
    listed = () => page();
    showPage(person('Admin', 'admin'));
    expect(await screen.findByRole('link', { name: 'name one' })).toBeTruthy();
  });

  it('say nothing of that where somebody is', async () => {
    leads = [{ ...person('Lead', 'teacher'), active: true, safeguarding_lead: true }];
    showPage(person('Admin', 'admin'));
    await screen.findByRole('article', { name: /Message of Amy/ });
    await waitFor(() => expect(asked.map(({ path }) => path)).toContain('/accounts?safeguarding_lead=true'));
    expect(screen.queryByText(/No safeguarding lead is named yet/)).toBeNull();
  });
});
