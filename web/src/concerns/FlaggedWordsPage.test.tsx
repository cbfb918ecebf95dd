import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeApi, problem, type AskedOfApi } from '../testing/fakeApi';
import { show } from '../testing/show';
import { person, SignedIn } from '../testing/SignedIn';
import { FlaggedWordsPage } from './FlaggedWordsPage';

let asked: AskedOfApi[];
let added: () => ReturnType<typeof problem>;
let items: object[];
let leads: object[];

const word = (text: string) => ({
  id: text,
  text,
  added_by: 'Admin',
  added_at: '2026-03-02T08:00:00Z',
  looking_back: true,
});

const showPage = () =>
  show(
    <SignedIn me={person('Admin', 'admin')}>
      <FlaggedWordsPage />
    </SignedIn>,
  );

beforeEach(() => {
  leads = [{ ...person('Lead', 'teacher'), active: true, safeguarding_lead: true }];
  items = [word('fool')];
  added = () => ({ status: 201, body: word('笨蛋') });
  asked = fakeApi({
    'GET /accounts': () => ({ body: { items: leads, next: null } }),
    'GET /flagged-words': () => ({ body: { items, look_back_days: 7 } }),
    'POST /flagged-words': () => added(),
    'DELETE /flagged-words/fool': { status: 204 },
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('the flagged words', () => {
  it('are listed and taken off', async () => {
    showPage();
    expect(await screen.findByText('fool')).toBeTruthy();
    expect(screen.getByText('Looking back…')).toBeTruthy();
    items = [];
    await userEvent.click(screen.getByRole('button', { name: 'Flag “fool” no more' }));
    expect(await screen.findByText('No words are flagged')).toBeTruthy();
  });

  it('are added, looking back if that is wanted', async () => {
    showPage();
    await userEvent.type(await screen.findByLabelText('Word or phrase'), '笨蛋');
    await userEvent.click(screen.getByLabelText('Also look through the messages of the last 7 days'));
    await userEvent.click(screen.getByRole('button', { name: 'Add' }));
    await waitFor(() =>
      expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({ text: '笨蛋', look_back: false }),
    );
    expect(await screen.findByText('“笨蛋” is flagged from now on.')).toBeTruthy();
  });

  it('are not added twice, and what was typed stays', async () => {
    added = () => problem(409, 'known-word');
    showPage();
    await userEvent.type(await screen.findByLabelText('Word or phrase'), 'Fools');
    await userEvent.click(screen.getByRole('button', { name: 'Add' }));
    expect(await screen.findByText(/flags this already/)).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('Word or phrase').value).toBe('Fools');
  });

  it('say to an admin that nobody is the safeguarding lead, but not where somebody is', async () => {
    leads = [{ ...person('Gone', 'teacher'), active: false, safeguarding_lead: true }];
    showPage();
    expect(await screen.findByText(/No safeguarding lead is named yet/)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'name one' }).getAttribute('href')).toBe('/accounts');
    expect(asked.map(({ path }) => path)).toContain('/accounts?safeguarding_lead=true');
  });
});
