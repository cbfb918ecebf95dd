import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeApi, problem } from '../testing/fakeApi';
import { show } from '../testing/show';
import { ExportDialog } from './ExportDialog';

const nothing = (): undefined => undefined;
const NO_FILTER = { account: '', text: '' };
const AMY = { id: 'amy', name: 'Amy' };

afterEach(() => {
  vi.unstubAllGlobals();
});

const address = (): URL =>
  new URL(screen.getByRole('link', { name: 'Download' }).getAttribute('href') ?? '', 'http://localhost');

describe('the export dialog', () => {
  it('downloads a short one at once, as it was chosen', async () => {
    fakeApi({});
    show(<ExportDialog room="room" filter={NO_FILTER} student={null} total={3} onClose={nothing} />);
    expect(address().pathname).toBe('/api/rooms/room/transcript.pdf');
    expect(address().searchParams.get('language')).toBe('en');
    expect(address().searchParams.has('bom')).toBe(false);

    await userEvent.click(screen.getByLabelText('CSV'));
    await userEvent.click(screen.getByLabelText('Codes for names'));
    await userEvent.click(screen.getByRole('checkbox'));
    expect(address().pathname).toBe('/api/rooms/room/transcript.csv');
    expect(address().searchParams.get('names')).toBe('pseudonyms');
    expect(address().searchParams.get('bom')).toBe('false');
  });

  it('has a long one made, and shows how far it is until it can be downloaded', async () => {
    const job = { id: 'e1', title: 'Class', room: 'room', format: 'pdf', names: 'names', size: 0, problem: null };
    let state = 'running';
    const asked = fakeApi({
      'POST /exports': { status: 202, body: { ...job, state: 'waiting', done: 0, total: null } },
      'GET /exports/e1': () => ({ body: { ...job, state, done: 40_000, total: 90_000 } }),
    });
    show(<ExportDialog room="room" filter={{ text: 'fox' }} student={null} total={null} onClose={nothing} />);
    await userEvent.click(screen.getByRole('button', { name: 'Make the file' }));
    expect(asked[0]?.body).toMatchObject({ room: 'room', text: 'fox', format: 'pdf', names: 'names', language: 'en' });
    expect(await screen.findByText('40,000 of 90,000 entries', {}, { timeout: 5_000 })).toBeTruthy();

    state = 'done';
    await waitFor(() => expect(address().pathname).toBe('/api/exports/e1/file'), { timeout: 5_000 });
  });

  it('takes what one student wrote in all rooms', async () => {
    const asked = fakeApi({ 'POST /exports': problem(429, 'too-many-exports') });
    show(<ExportDialog room="room" filter={{ account: 'amy' }} student={AMY} total={null} onClose={nothing} />);
    await userEvent.click(screen.getByLabelText('What Amy wrote in all rooms that you read'));
    await userEvent.click(screen.getByRole('button', { name: 'Make the file' }));
    expect(asked[0]?.body).toMatchObject({ account: 'amy' });
    expect(asked[0]?.body).not.toHaveProperty('room');
    expect(await screen.findByText(/Wait until one is done/)).toBeTruthy();
  });
});
