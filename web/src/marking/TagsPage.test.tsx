import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeApi, type AskedOfApi } from '../testing/fakeApi';
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
