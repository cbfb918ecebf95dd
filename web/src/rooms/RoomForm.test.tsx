import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Problem } from '../http/problem';
import { nobody } from '../people/selection';
import { fakeApi } from '../testing/fakeApi';
import { show } from '../testing/show';
import { person, SignedIn } from '../testing/SignedIn';
import { RoomForm } from './RoomForm';
import type { RoomDraft } from './roomsApi';

const amy = { id: 'amy', name: 'Amy', username: 'amy' };
const class7b = { id: 'g', name: 'Class 7b', size: 3 };
const title = (): HTMLElement => screen.getByRole('textbox', { name: 'Name of the room' });
const save = (): Promise<void> => userEvent.click(screen.getByRole('button', { name: 'Save' }));

let drafts: RoomDraft[];

beforeEach(() => {
  drafts = [];
  fakeApi({ 'GET /accounts': { body: { items: [], next: null } }, 'GET /groups': { body: { items: [], next: null } } });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

function showForm(name: string, onSubmit: (draft: RoomDraft) => void = draft => drafts.push(draft)): void {
  const submit = (draft: RoomDraft): Promise<void> => Promise.resolve(draft).then(onSubmit);
  show(
    <SignedIn me={person('Me', 'teacher')}>
      <RoomForm
        title={name}
        who={name === '' ? nobody : { people: [amy], groups: [class7b] }}
        submitLabel="Save"
        onSubmit={submit}
      />
    </SignedIn>,
  );
}

describe('the form of a room', () => {
  it('tells a name and who belongs to it', async () => {
    showForm('Reading circle');
    await userEvent.type(title(), ' 7b ');
    await save();
    expect(drafts).toEqual([{ title: 'Reading circle 7b', members: ['amy'], groups: ['g'] }]);
  });

  it('brings one to the name where it is missing', async () => {
    showForm('');
    expect(screen.queryByText('Give the room a name.')).toBeNull();
    await save();
    expect(screen.getByText('Give the room a name.')).toBeTruthy();
    expect(document.activeElement).toBe(title());
    expect(drafts).toEqual([]);
  });

  it('says why it failed and lets one try again', async () => {
    showForm('Reading circle', draft => {
      drafts.push(draft);
      if (drafts.length === 1) throw new Problem(0, 'offline', '');
    });
    await save();
    expect(await screen.findByText(/The server cannot be reached/)).toBeTruthy();
    await save();
    expect(drafts.length).toBe(2);
    expect(screen.queryByText(/The server cannot be reached/)).toBeNull();
  });
});
