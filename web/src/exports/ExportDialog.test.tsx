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

  it('keeps a short one under the name that it has', async () => {
    const name = encodeURIComponent('Klasse 7b ä.pdf');
    fakeApi({
      'GET /rooms/room/transcript.pdf': {
        body: 'pdf',
        headers: { 'Content-Disposition': `attachment; filename="x"; filename*=UTF-8''${name}` },
      },
    });
    vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:file', revokeObjectURL: nothing }));
    const kept: string[] = [];
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      kept.push(this.download);
    });
    const close = vi.fn();
    show(<ExportDialog room="room" filter={NO_FILTER} student={null} total={3} onClose={close} />);
    await userEvent.click(screen.getByRole('link', { name: 'Download' }));
    await waitFor(() => expect(close).toHaveBeenCalled());
    expect(kept).toEqual(['Klasse 7b ä.pdf']);
    click.mockRestore();
  });

  it('offers to make a short one in the background where too many download', async () => {
    const asked = fakeApi({
      'GET /rooms/room/transcript.pdf': problem(503, 'downloads-busy', { 'Retry-After': '10' }),
      'POST /exports': problem(507, 'exports-full'),
    });
    show(<ExportDialog room="room" filter={NO_FILTER} student={null} total={3} onClose={nothing} />);
    await userEvent.click(screen.getByRole('link', { name: 'Download' }));
    expect(await screen.findByText(/made in the background instead/)).toBeTruthy();

    await userEvent.click(screen.getByRole('button', { name: 'Make the file' }));
    expect(asked.at(-1)).toMatchObject({ method: 'POST', path: '/exports', body: { room: 'room', format: 'pdf' } });
    expect(await screen.findByText(/no room for another file/)).toBeTruthy();
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
