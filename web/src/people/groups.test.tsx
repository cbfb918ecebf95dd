import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeApi, type AskedOfApi } from '../testing/fakeApi';
import { show } from '../testing/show';
import { GroupPage } from './GroupPage';
import { GroupsPage } from './GroupsPage';
import { NewGroupPage } from './NewGroupPage';

const member = (name: string) => ({ id: name.toLowerCase(), username: name.toLowerCase(), display_name: name });
const chess = { id: 'g', name: 'Chess club', members: ['Amy', 'Ben', 'Chen', 'Dora', 'Emil', 'Fay'].map(member) };

let asked: AskedOfApi[];
const sent = (method: string): AskedOfApi | undefined => asked.find(each => each.method === method);

beforeEach(() => {
  const dora = { ...member('Dora'), role: 'student', active: true };
  asked = fakeApi({
    'GET /groups': { body: { items: [chess], next: null } },
    'GET /groups/g': { body: chess },
    'GET /accounts': { body: { items: [dora], next: null } },
    'POST /groups': { status: 201, body: chess },
    'PATCH /groups/g': { body: chess },
    'DELETE /groups/g': { status: 204 },
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('groups', () => {
  it('are listed with their people, of many the first', async () => {
    show(<GroupsPage />);
    expect(await screen.findByText('Chess club')).toBeTruthy();
    expect(screen.getByText('Amy, Ben, Chen and 3 others')).toBeTruthy();
    expect(screen.getByText('6 people')).toBeTruthy();
  });

  it('are made of a name and people', async () => {
    show(<NewGroupPage />);
    await userEvent.click(screen.getByRole('button', { name: 'Make the group' }));
    expect(screen.getByText('Give the group a name.')).toBeTruthy();
    await userEvent.type(screen.getByLabelText('Name of the group'), ' 7b ');
    await userEvent.type(screen.getByRole('combobox', { name: 'Add people' }), 'do');
    await userEvent.click(await screen.findByRole('option', { name: /Dora/ }));
    await userEvent.click(screen.getByRole('button', { name: 'Make the group' }));
    await waitFor(() => expect(sent('POST')?.body).toEqual({ name: '7b', members: ['dora'] }));
    await waitFor(() => expect(location.pathname).toBe('/groups'));
  });

  it('are changed', async () => {
    show(<GroupPage id="g" />);
    await userEvent.click(await screen.findByRole('button', { name: 'Remove Fay' }));
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(sent('PATCH')?.body).toEqual({ name: 'Chess club', members: ['amy', 'ben', 'chen', 'dora', 'emil'] }),
    );
    expect(await screen.findByText('Saved.')).toBeTruthy();
  });

  it('are deleted after asking', async () => {
    show(<GroupPage id="g" />);
    await userEvent.click(await screen.findByRole('button', { name: 'Delete group' }));
    expect(screen.getByText('Delete the group Chess club?')).toBeTruthy();
    expect(sent('DELETE')).toBeUndefined();
    await userEvent.click(screen.getAllByRole('button', { name: 'Delete group' }).at(-1) as Element);
    await waitFor(() => expect(sent('DELETE')?.path).toBe('/groups/g'));
  });
});
