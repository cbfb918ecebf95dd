import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { App } from '../app/App';
import { fakeApi, problem } from '../testing/fakeApi';

const signIn = async (username: string, password: string): Promise<void> => {
  const user = userEvent.setup();
  const name = await screen.findByLabelText('Username');
  await user.clear(name);
  if (username !== '') await user.type(name, username);
  await user.clear(screen.getByLabelText('Password'));
  if (password !== '') await user.type(screen.getByLabelText('Password'), password);
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
};

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('signing in', () => {
  it('is where everybody lands who is not signed in, and remembers where they wanted to go', async () => {
    history.replaceState(null, '', '/rooms/x');
    fakeApi({ 'GET /session': { status: 204 } });
    render(<App />);
    expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeTruthy();
    await waitFor(() => expect(location.pathname + location.search).toBe('/signin?next=%2Frooms%2Fx'));
  });

  it('asks for both before it asks the server', async () => {
    const asked = fakeApi({ 'GET /session': { status: 204 } });
    render(<App />);
    await signIn('amy', '');
    expect(await screen.findByText('Enter your username and your password.')).toBeTruthy();
    expect(asked.map(({ path }) => path)).toEqual(['/session']);
  });

  it('says the same for a wrong name and a wrong password', async () => {
    const asked = fakeApi({
      'GET /session': { status: 204 },
      'POST /login': problem(401, 'wrong-credentials'),
    });
    render(<App />);
    await signIn('amy', 'wrong');
    expect(await screen.findByText('Username and password do not match. Check both and try again.')).toBeTruthy();
    expect(asked.at(-1)).toMatchObject({ path: '/login', body: { username: 'amy', password: 'wrong' } });
  });

  it('counts down where somebody guesses too fast', async () => {
    fakeApi({
      'GET /session': { status: 204 },
      'POST /login': problem(429, 'too-many-attempts', { 'Retry-After': '2' }),
    });
    render(<App />);
    await signIn('amy', 'wrong');
    expect((await screen.findAllByText('Too many attempts. You can try again in 2 seconds.')).length).toBeGreaterThan(
      0,
    );
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Sign in' }).disabled).toBe(true);
    await act(() => new Promise(resolve => setTimeout(resolve, 2_300)));
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Sign in' }).disabled).toBe(false);
  });

  it('tells a server that cannot be reached from a wrong password', async () => {
    fakeApi({ 'GET /session': { status: 204 }, 'POST /login': problem(503, 'busy') });
    render(<App />);
    await signIn('amy', 'amy');
    expect(await screen.findByText('Something does not answer at the moment. Try again shortly.')).toBeTruthy();
  });

  it('speaks Chinese when asked to, and remembers it', async () => {
    fakeApi({ 'GET /session': { status: 204 } });
    render(<App />);
    await userEvent.click(await screen.findByLabelText('简体中文'));
    expect(screen.getByRole('heading', { name: '登录' })).toBeTruthy();
    expect(document.documentElement.lang).toBe('zh-CN');
    expect(localStorage.getItem('homeroom.language')).toBe('"zh-CN"');
  });
});
