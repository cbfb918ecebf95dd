import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeApi } from '../testing/fakeApi';
import { show } from '../testing/show';
import type { Export } from './export';
import { sizeOf } from './ExportRow';
import { ExportsPage } from './ExportsPage';

const one = (part: Partial<Export> = {}): Export => ({
  id: 'e1',
  state: 'done',
  title: 'Class 7b',
  room: 'room',
  format: 'csv',
  names: 'names',
  done: 5,
  total: 5,
  size: 1_234,
  problem: null,
  created_at: '2026-05-01T08:00:00Z',
  expires_at: '2026-05-04T08:00:00Z',
  ...part,
});

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('the list of exports', () => {
  it('says what to do where there are none', async () => {
    fakeApi({ 'GET /exports': { body: { items: [] } } });
    show(<ExportsPage />);
    expect(await screen.findByText('No exports yet')).toBeTruthy();
  });

  it('offers what is done, and follows what is not', async () => {
    let running = true;
    fakeApi({
      'GET /exports': () => ({
        body: { items: [running ? one({ state: 'running', done: 2, total: 5 }) : one()] },
      }),
    });
    show(<ExportsPage />);
    expect(await screen.findByText('2 of 5 entries')).toBeTruthy();
    expect(screen.queryByRole('link', { name: /Download/ })).toBeNull();

    running = false;
    await waitFor(() => expect(screen.getByRole('link', { name: /Download/ })).toBeTruthy(), { timeout: 5_000 });
    expect(screen.getByRole('link', { name: /Download/ }).getAttribute('href')).toBe('/api/exports/e1/file');
  });

  it('says why one failed', async () => {
    fakeApi({ 'GET /exports': { body: { items: [one({ state: 'failed', problem: 'too-large' })] } } });
    show(<ExportsPage />);
    expect(await screen.findByText(/larger than the school allows/)).toBeTruthy();
  });

  it('deletes after asking', async () => {
    const items = [one()];
    const asked = fakeApi({
      'GET /exports': () => ({ body: { items } }),
      'DELETE /exports/e1': () => {
        items.pop();
        return { status: 204 };
      },
    });
    show(<ExportsPage />);
    await userEvent.click(await screen.findByRole('button', { name: 'Delete Class 7b, CSV' }));
    expect(asked.some(({ method }) => method === 'DELETE')).toBe(false);
    await userEvent.click(screen.getByRole('button', { name: 'Delete' }));
    expect(await screen.findByText('No exports yet')).toBeTruthy();
  });
});

describe('a size', () => {
  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1_234, '1.2 kB'],
    [56_789, '57 kB'],
    [1_500_000_000, '1.5 GB'],
  ])('of %d bytes is %s', (bytes, text) => {
    expect(sizeOf(bytes)).toBe(text);
  });
});
