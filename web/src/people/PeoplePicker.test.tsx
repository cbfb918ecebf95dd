import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeApi, type AskedOfApi } from '../testing/fakeApi';
import { show } from '../testing/show';
import { PeoplePicker } from './PeoplePicker';
import { nobody } from './selection';

const person = (id: string, name: string, more: object = {}): object => ({
  id,
  username: id,
  display_name: name,
  role: 'student',
  active: true,
  ...more,
});

let asked: AskedOfApi[];

beforeEach(() => {
  const people = [
    person('me', 'Me'),
    person('amy', 'Amy'),
    person('ben', 'Ben'),
    person('gone', 'Gone', { active: false }),
  ];
  const group = { id: 'g', name: 'Class 7b', members: [people[1], people[2]] };
  asked = fakeApi({
    'GET /accounts': { body: { items: people, next: null } },
    'GET /groups': { body: { items: [group], next: null } },
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

function Picking() {
  const [selection, setSelection] = useState(nobody);
  return <PeoplePicker selection={selection} onChange={setSelection} withGroups always="me" />;
}

const chosen = (): string[] =>
  within(screen.getByRole('list', { name: 'Chosen' }))
    .getAllByRole('listitem')
    .map(item => item.querySelector('.list-title')?.textContent ?? '');

describe('picking people', () => {
  it('offers groups and people, and neither oneself nor whoever may not sign in', async () => {
    show(<Picking />);
    await userEvent.click(screen.getByRole('combobox'));
    await screen.findByRole('option', { name: /Amy/ });
    expect(screen.getAllByRole('option').map(option => option.querySelector('.list-title')?.textContent)).toEqual([
      'Class 7b',
      'Amy',
      'Ben',
    ]);
  });

  it('works with the keyboard alone', async () => {
    show(<Picking />);
    await userEvent.click(screen.getByRole('combobox'));
    await screen.findByRole('option', { name: /Amy/ });
    await userEvent.keyboard('{Enter}');
    expect(chosen()).toEqual(['Class 7b']);
    expect(screen.getByText('Class 7b added.')).toBeTruthy();
    expect(screen.getByRole('combobox').getAttribute('aria-expanded')).toBe('false');
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    expect(chosen()).toEqual(['Class 7b', 'Ben']);
    await userEvent.keyboard('b');
    expect(screen.getByRole('combobox').getAttribute('aria-expanded')).toBe('true');
    await userEvent.keyboard('{Escape}');
    expect(screen.getByRole('combobox').getAttribute('aria-expanded')).toBe('false');
  });

  it('asks the server for what is typed, once one pauses', async () => {
    show(<Picking />);
    await userEvent.type(screen.getByRole('combobox'), 'be');
    await waitFor(() => expect(asked.at(-1)?.path).toBe('/accounts?q=be&limit=30'));
    expect(screen.queryByRole('option', { name: /Class/ })).toBeNull();
  });

  it('takes back what was chosen, and keeps the focus', async () => {
    show(<Picking />);
    await userEvent.click(screen.getByRole('combobox'));
    await userEvent.click(await screen.findByRole('option', { name: /Amy/ }));
    await userEvent.click(screen.getByRole('button', { name: 'Remove Amy' }));
    expect(screen.getByText('Nobody chosen yet.')).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByRole('combobox'));
  });
});
