import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeApi, problem, type AskedOfApi } from '../testing/fakeApi';
import { show } from '../testing/show';
import { TagsPage } from './TagsPage';

let asked: AskedOfApi[];

beforeEach(() => {
  asked = fakeApi({
    'GET /feedback/tags': {
      body: {
        version: 2,
        tags: [
          { key: 'tone', name: 'Tone', standard: true },
          { key: 'x', name: 'Sources', standard: false },
        ],
      },
    },
    'PUT /feedback/tags': { body: { version: 3, tags: [{ key: 'tone', name: 'Tone', standard: true }] } },
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('the tags of a school', () => {
  it('are renamed, taken away and added to', async () => {
    show(<TagsPage />);
    const sources = await screen.findByDisplayValue('Sources');
    await userEvent.clear(sources);
    await userEvent.type(sources, 'References');
    await userEvent.click(screen.getByRole('button', { name: 'Add tag' }));
    await userEvent.type(screen.getByLabelText('Tag 3'), 'Structure');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(asked.filter(({ method }) => method === 'PUT').map(({ body }) => body)).toEqual([
        { version: 2, tags: [{ key: 'tone', name: 'Tone' }, { key: 'x', name: 'References' }, { name: 'Structure' }] },
      ]),
    );
  });

  it('take the place of those from which another admin has taken some away', async () => {
    const tone = { key: 'tone', name: 'Tone', standard: true };
    let there = { version: 2, tags: [tone, { key: 'x', name: 'Sources', standard: false }] };
    let save = () => problem(409, 'changed-meanwhile');
    asked = fakeApi({ 'GET /feedback/tags': () => ({ body: there }), 'PUT /feedback/tags': () => save() });
    show(<TagsPage />);
    await screen.findByDisplayValue('Sources');
    there = { version: 3, tags: [tone] };
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    const mine = await screen.findByRole('button', { name: 'Keep mine' });
    save = () => ({ body: there });
    await userEvent.click(mine);
    await waitFor(() =>
      expect(asked.filter(({ method }) => method === 'PUT').map(({ body }) => body)[1]).toEqual({
        version: 3,
        tags: [{ key: 'tone', name: 'Tone' }, { name: 'Sources' }],
      }),
    );
  });

  it('are told apart by their names', async () => {
    show(<TagsPage />);
    const sources = await screen.findByDisplayValue('Sources');
    await userEvent.clear(sources);
    await userEvent.type(sources, 'tone');
    expect(await screen.findByText('Two have the same name.')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(asked.filter(({ method }) => method === 'PUT')).toEqual([]);
  });
});
