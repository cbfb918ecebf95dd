import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeApi, problem } from '../testing/fakeApi';
import { api } from './api';

afterEach(() => {
  vi.unstubAllGlobals();
});

const once = (status: number) => {
  let times = 0;
  return () => (times++ === 0 ? problem(status, 'starting') : { body: 'there' });
};

describe('a request that nobody answers', () => {
  it.each([502, 503, 504])('is made again where it only reads (%i)', async status => {
    const asked = fakeApi({ 'GET /rooms': once(status) });
    expect(await api('GET', '/rooms')).toBe('there');
    expect(asked).toHaveLength(2);
  });

  it('is made again where the server could not be reached', async () => {
    fakeApi({ 'GET /rooms': { body: 'there' } });
    const reachable = fetch;
    let times = 0;
    vi.stubGlobal('fetch', (address: string, init: RequestInit) =>
      times++ === 0 ? Promise.reject(new TypeError('Failed to fetch')) : reachable(address, init),
    );
    expect(await api('GET', '/rooms')).toBe('there');
  });

  it('is left to the person where it changes something', async () => {
    const asked = fakeApi({ 'POST /rooms': once(503) });
    await expect(api('POST', '/rooms', {})).rejects.toMatchObject({ status: 503 });
    expect(asked).toHaveLength(1);
  });

  it('fails after a few times', async () => {
    const asked = fakeApi({ 'GET /rooms': problem(503, 'starting') });
    await expect(api('GET', '/rooms')).rejects.toMatchObject({ status: 503, slug: 'starting' });
    expect(asked).toHaveLength(4);
  });

  it('is not made again where the answer is no', async () => {
    const asked = fakeApi({ 'GET /rooms': problem(404, 'not-found') });
    await expect(api('GET', '/rooms')).rejects.toMatchObject({ status: 404 });
    expect(asked).toHaveLength(1);
  });
});
