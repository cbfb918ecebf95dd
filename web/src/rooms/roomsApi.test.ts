import { afterEach, describe, expect, it, vi } from 'vitest';
import { listGroups } from '../people/peopleApi';
import { fakeApi } from '../testing/fakeApi';
import { listRooms } from './roomsApi';

const PAGES = 25;

afterEach(() => {
  vi.unstubAllGlobals();
});

/** A list of 25 pages, each marked by its number. */
const longList = (item: (number: number) => object) => (query: URLSearchParams) => {
  const page = Number(query.get('after') ?? '0');
  return { body: { items: [item(page)], next: page + 1 < PAGES ? String(page + 1) : null } };
};

describe('a list of several pages', () => {
  it('holds all rooms, however many they are, the one of the newest talk first', async () => {
    const room = (number: number) => ({
      id: `r${number}`,
      last_message_at: `2026-05-01T00:00:${String(number).padStart(2, '0')}Z`,
      created_at: '2026-04-01T00:00:00Z',
    });
    const asked = fakeApi({ 'GET /rooms': longList(room) });
    const rooms = await listRooms('school');
    expect(rooms).toHaveLength(PAGES);
    expect(rooms[0]?.id).toBe('r24');
    expect(asked.every(({ path }) => path.includes('scope=school'))).toBe(true);
  });

  it('holds all groups', async () => {
    fakeApi({ 'GET /groups': longList(number => ({ id: `g${number}`, name: 'g', members: [] })) });
    expect(await listGroups()).toHaveLength(PAGES);
  });
});
