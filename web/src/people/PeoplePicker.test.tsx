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

function Picking({ onNext = () => undefined }: { onNext?: () => void }) {
  const [selection, setSelection] = useState(nobody);
  return (
    <>
      <PeoplePicker selection={selection} onChange={setSelection} withGroups always="me" />
      <button onClick={onNext}>Next</button>
    </>
  );
}

const isOpen = (): boolean => screen.getByRole('combobox').getAttribute('aria-expanded') === 'true';

async function open(): Promise<void> {
  await userEvent.click(screen.getByRole('combobox'));
  await screen.findByRole('option', { name: /Amy/ });
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
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(chosen()).toEqual(['Class 7b']);
    expect(screen.getByText('Class 7b added.')).toBeTruthy();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(chosen()).toEqual(['Class 7b', 'Ben']);
    await userEvent.keyboard('{Escape}');
    expect(isOpen()).toBe(false);
    await userEvent.keyboard('{ArrowDown}');
    expect(isOpen()).toBe(true);
    await userEvent.tab({ shift: true });
    expect(isOpen()).toBe(false);
  });

  it('adds nobody by an Enter too many after somebody was found by name', async () => {
    show(<Picking />);
    await open();
    await userEvent.keyboard('am');
    await screen.findByRole('option', { name: /Amy/, selected: true });
    await userEvent.keyboard('{Enter}{Enter}{Enter}');
    expect(chosen()).toEqual(['Amy']);
  });

  it('tells which option is the active one', async () => {
    show(<Picking />);
    await open();
    await userEvent.keyboard('{ArrowUp}');
    const active = screen.getByRole('option', { selected: true });
    expect(active.textContent).toContain('Ben');
    expect(screen.getByRole('combobox').getAttribute('aria-activedescendant')).toBe(active.id);
    expect(screen.getByRole('combobox').getAttribute('aria-controls')).toBe(screen.getByRole('listbox').id);
  });

  it('lets one pick on, and goes only once a click elsewhere has arrived', async () => {
    const onNext = vi.fn(() => expect(isOpen()).toBe(true));
    show(<Picking onNext={onNext} />);
    await open();
    await userEvent.click(screen.getByRole('option', { name: /Amy/ }));
    await userEvent.click(screen.getByRole('option', { name: /Ben/ }));
    expect(chosen()).toEqual(['Amy', 'Ben']);
    await userEvent.click(screen.getByRole('button', { name: 'Next' }));
    expect(onNext).toHaveBeenCalledOnce();
    await waitFor(() => expect(isOpen()).toBe(false));
  });

  it('says how many it found, and when there is nobody left', async () => {
    show(<Picking />);
    await open();
    expect(screen.getByText('3 results')).toBeTruthy();
    await userEvent.keyboard('{ArrowDown}{Enter}{Enter}{Enter}');
    expect(await screen.findByText('There is nobody else to add.')).toBeTruthy();
    expect(isOpen()).toBe(false);
  });

  it('says that it could not load rather than that nobody was found', async () => {
    fakeApi({ 'GET /accounts': { status: 503 }, 'GET /groups': { status: 503 } });
    show(<Picking />);
    await userEvent.click(screen.getByRole('combobox'));
    expect((await screen.findAllByText('The people could not be loaded.')).length).toBe(2);
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
