import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeApi, problem, type AskedOfApi } from '../testing/fakeApi';
import { show } from '../testing/show';
import { person, SignedIn } from '../testing/SignedIn';
import { AccountsPage } from './AccountsPage';

type Answer = ReturnType<typeof problem>;

let accounts: (query: URLSearchParams) => Answer;
let asked: AskedOfApi[];

const account = (name: string, active = true) => ({ ...person(name), active });
const showPage = () =>
  show(
    <SignedIn me={person('Admin', 'admin')}>
      <AccountsPage />
    </SignedIn>,
  );
const sent = (method: string): unknown => asked.find(each => each.method === method)?.body;

beforeEach(() => {
  accounts = () => ({ body: { items: [account('Amy'), account('Ben', false)], next: null } });
  asked = fakeApi({
    'GET /accounts': query => accounts(query),
    'POST /accounts': { status: 201, body: account('Chen') },
    'PATCH /accounts/amy': { status: 204 },
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('the accounts', () => {
  it('are listed with what they are, and who is switched off', async () => {
    showPage();
    const ben = (await screen.findByText('Ben')).closest('li') as HTMLElement;
    expect(within(ben).getByText('Switched off')).toBeTruthy();
    expect(within(ben).getByText('Student')).toBeTruthy();
  });

  it('are found by name and by role', async () => {
    accounts = query => ({
      body: { items: query.get('q') === 'a' && query.get('role') === 'student' ? [account('Amy')] : [], next: null },
    });
    showPage();
    await userEvent.type(screen.getByLabelText('Find by name'), 'a');
    await userEvent.selectOptions(screen.getByLabelText('Role'), 'Student');
    expect(await screen.findByText('Amy')).toBeTruthy();
    await userEvent.clear(screen.getByLabelText('Find by name'));
    expect(await screen.findByText('Nobody found.')).toBeTruthy();
  });

  it('come a page at a time, and stay where the next one fails', async () => {
    accounts = query =>
      query.get('after') === null
        ? { body: { items: [account('Amy')], next: 'mark' } }
        : problem(503, 'archive-unavailable');
    showPage();
    await userEvent.click(await screen.findByRole('button', { name: 'Show more' }));
    expect(await screen.findByText('More accounts could not be loaded.')).toBeTruthy();
    expect(screen.getByText('Amy')).toBeTruthy();
    accounts = () => ({ body: { items: [account('Ben')], next: null } });
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Ben')).toBeTruthy();
    expect(screen.getByText('Amy')).toBeTruthy();
  });

  it('say that they could not be loaded, and load when asked again', async () => {
    accounts = () => problem(503, 'archive-unavailable');
    showPage();
    expect(await screen.findByText('Something does not answer at the moment. Try again shortly.')).toBeTruthy();
    accounts = () => ({ body: { items: [account('Amy')], next: null } });
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Amy')).toBeTruthy();
  });

  it('are added with all that is needed', async () => {
    showPage();
    await userEvent.click(await screen.findByRole('button', { name: 'New account' }));
    await userEvent.click(screen.getByRole('button', { name: 'Add account' }));
    expect(screen.getAllByText('Please fill this in.')).toHaveLength(3);
    await userEvent.type(screen.getByLabelText('Name'), 'Chen');
    await userEvent.type(screen.getByLabelText('Username'), 'chen');
    await userEvent.type(screen.getByLabelText('Password'), 'correct horse');
    await userEvent.click(screen.getByRole('button', { name: 'Add account' }));
    await waitFor(() =>
      expect(sent('POST')).toEqual({
        username: 'chen',
        display_name: 'Chen',
        role: 'student',
        password: 'correct horse',
      }),
    );
    expect(await screen.findByText('Chen can sign in now.')).toBeTruthy();
  });

  it('are added as the safeguarding lead, if they are no student', async () => {
    showPage();
    await userEvent.click(await screen.findByRole('button', { name: 'New account' }));
    expect(screen.queryByLabelText(/Safeguarding lead/)).toBeNull();
    await userEvent.type(screen.getByLabelText('Name'), 'Chen');
    await userEvent.type(screen.getByLabelText('Username'), 'chen');
    await userEvent.type(screen.getByLabelText('Password'), 'correct horse');
    await userEvent.selectOptions(within(screen.getByRole('dialog')).getByLabelText('Role'), 'Teacher');
    await userEvent.click(screen.getByLabelText(/Safeguarding lead/));
    await userEvent.click(screen.getByRole('button', { name: 'Add account' }));
    await waitFor(() => expect(sent('POST')).toMatchObject({ role: 'teacher', safeguarding_lead: true }));
  });

  it('are changed by what was changed', async () => {
    showPage();
    await userEvent.click(await screen.findByRole('button', { name: 'Change Amy' }));
    await userEvent.click(screen.getByLabelText(/May sign in/));
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(sent('PATCH')).toEqual({ active: false }));
  });

  it('are made the safeguarding lead, if they are no student', async () => {
    accounts = () => ({ body: { items: [account('Amy')], next: null } });
    showPage();
    await userEvent.click(await screen.findByRole('button', { name: 'Change Amy' }));
    expect(screen.queryByLabelText(/Safeguarding lead/)).toBeNull();
    await userEvent.selectOptions(within(screen.getByRole('dialog')).getByLabelText('Role'), 'Teacher');
    await userEvent.click(screen.getByLabelText(/Safeguarding lead/));
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(sent('PATCH')).toEqual({ role: 'teacher', safeguarding_lead: true }));
  });
});
