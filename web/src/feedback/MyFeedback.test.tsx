import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LiveContext } from '../live/liveContext';
import { fakeApi, type AskedOfApi } from '../testing/fakeApi';
import { FakeLive } from '../testing/fakeLive';
import { received } from '../testing/marks';
import { show } from '../testing/show';
import { person, SignedIn } from '../testing/SignedIn';
import { FeedbackMark } from './FeedbackMark';
import type { Received } from './feedback';
import { MyFeedback } from './MyFeedback';
import { NewsProvider } from './NewsProvider';
import { RoomFeedback } from './RoomFeedback';

let all: readonly Received[];
let news: { feedback: number; answers: number };
let asked: AskedOfApi[];

const bodies = (path: string): unknown[] =>
  asked.filter(each => each.method === 'POST' && each.path === path).map(({ body }) => body);
const showing = (page: React.ReactNode) =>
  show(
    <SignedIn me={person('Amy')}>
      <LiveContext value={new FakeLive()}>
        <NewsProvider>{page}</NewsProvider>
      </LiveContext>
    </SignedIn>,
  );

beforeEach(() => {
  all = [received()];
  news = { feedback: 0, answers: 0 };
  asked = fakeApi({
    'GET /feedback': () => ({ body: { items: all, next: null } }),
    'GET /rooms/room/feedback': () => ({ body: { items: all } }),
    'GET /feedback/news': () => ({ body: news }),
    'POST /feedback/seen': { status: 204 },
    'POST /feedback/f1/answers': {
      status: 201,
      body: {
        id: 'a',
        by: { id: 'amy', name: 'Amy' },
        from_student: true,
        text: 'I see',
        written_at: '2026-05-13T10:00:00.000Z',
        seen: false,
      },
    },
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('my feedback', () => {
  it('leads from a message to its place in the room, as long as one is in it', async () => {
    all = [received(), received({ id: 'f2', room: { id: 'left', title: 'Left', member: false } })];
    showing(<MyFeedback />);
    const links = await screen.findAllByRole('link', { name: 'becuase' });
    expect(links.map(link => link.getAttribute('href'))).toEqual(['/rooms/room?message=m1']);
  });

  it('shows what was said about what, and notes that it was seen', async () => {
    showing(<MyFeedback />);
    const card = (await screen.findByText('Look again')).closest('article') ?? document.body;
    expect(within(card).getByText('becuase')).toBeTruthy();
    expect(within(card).getByText('Spelling')).toBeTruthy();
    expect(within(card).getByText('New')).toBeTruthy();
    await waitFor(() => expect(bodies('/feedback/seen')).toEqual([{ feedback: ['f1'] }]));
  });

  it('can be answered', async () => {
    showing(<MyFeedback />);
    await userEvent.click(await screen.findByRole('button', { name: 'Answer' }));
    await userEvent.keyboard('I see{Control>}{Enter}{/Control}');
    await waitFor(() => expect(bodies('/feedback/f1/answers')).toEqual([{ text: 'I see' }]));
    expect(within(await screen.findByRole('list', { name: 'Answers' })).getByText('I see')).toBeTruthy();
  });

  it('cannot be answered by somebody who has left the room', async () => {
    all = [received({ room: { id: 'room', title: 'Reading circle', member: false } })];
    showing(<MyFeedback />);
    expect(await screen.findByText('You are no longer in this room, so you cannot answer.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Answer' })).toBeNull();
  });

  it('says where a message was removed, or is no longer kept', async () => {
    all = [
      received({
        messages: [
          { id: 'm1', sent_at: '2026-05-13T09:00:00.000Z', message: null },
          { id: 'm2', sent_at: null, message: null },
        ],
      }),
    ];
    showing(<MyFeedback />);
    expect(await screen.findByText('A teacher has removed this message.')).toBeTruthy();
    expect(screen.getByText('This message is no longer kept.')).toBeTruthy();
  });

  it('says what will be here where there is nothing', async () => {
    all = [];
    showing(<MyFeedback />);
    expect(await screen.findByRole('heading', { name: 'No feedback yet' })).toBeTruthy();
  });

  it('is told of while the page is open', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    showing(<p>somewhere else</p>);
    await waitFor(() => expect(asked.filter(({ path }) => path === '/feedback/news').length).toBeGreaterThan(0));
    await act(() => Promise.resolve());
    news = { feedback: 1, answers: 0 };
    vi.setSystemTime(Date.now() + 20_000);
    act(() => void window.dispatchEvent(new Event('focus')));
    expect(await screen.findByText('You have new feedback.')).toBeTruthy();
  });

  it('stands beside the message in the room', async () => {
    showing(
      <RoomFeedback room="room">
        <FeedbackMark message="m1" />
        <FeedbackMark message="m2" />
      </RoomFeedback>,
    );
    await userEvent.click(await screen.findByRole('button', { name: '1 comment on this message' }));
    expect(within(screen.getByRole('dialog')).getByText('Look again')).toBeTruthy();
    await waitFor(() => expect(bodies('/feedback/seen')).toEqual([{ feedback: ['f1'] }]));
  });
});
