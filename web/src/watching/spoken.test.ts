import { describe, expect, it } from 'vitest';
import type { Entry } from '../room/entry';
import type { RoomMember } from '../rooms/room';
import { beginOf, silentSince, unreadIn } from './spoken';

const member = (id: string, role: RoomMember['role'] = 'student'): RoomMember => ({
  id,
  role,
  display_name: id,
  muted: false,
});

const message = (userId: string, sentAt: string, kind: Entry['kind'] = 'message'): Entry => ({
  kind,
  id: sentAt,
  userId,
  username: userId,
  text: 'x',
  removed: false,
  sentAt,
  cursor: sentAt,
});

const begin = new Date('2026-05-13T08:00:00.000Z');
const people = [member('chen'), member('amy'), member('ben'), member('Teacher', 'teacher')];
const byName = new Intl.Collator('en');
const silent = (stored: readonly string[], entries: readonly Entry[]): readonly string[] =>
  silentSince(begin, people, new Set(stored), entries, byName).map(({ id }) => id);

describe('silent students', () => {
  it('are those of whom neither the archive nor the page has a message since then', () => {
    expect(silent([], [])).toEqual(['amy', 'ben', 'chen']);
    expect(silent(['ben'], [message('amy', '2026-05-13T08:00:01.000Z')])).toEqual(['chen']);
  });

  it('are not those who were heard only before, or who only came in', () => {
    const before = message('amy', '2026-05-13T07:59:59.000Z');
    const cameIn = message('ben', '2026-05-13T08:10:00.000Z', 'entered');
    expect(silent([], [before, cameIn])).toEqual(['amy', 'ben', 'chen']);
  });
});

describe('a span', () => {
  it('begins an hour ago or at midnight here', () => {
    const now = new Date(2026, 4, 13, 9, 30);
    expect(beginOf('lesson', now)).toEqual(new Date(2026, 4, 13, 8, 30));
    expect(beginOf('today', now)).toEqual(new Date(2026, 4, 13));
  });
});

describe('unread messages', () => {
  it('are those of others since the room was looked at', () => {
    const entries = [
      message('amy', '2026-05-13T08:00:00.000Z'),
      message('amy', '2026-05-13T08:00:01.000Z'),
      message('me', '2026-05-13T08:00:02.000Z'),
      message('ben', '2026-05-13T08:00:03.000Z', 'entered'),
    ];
    expect(unreadIn(entries, '2026-05-13T08:00:00.000Z', 'me')).toBe(1);
    expect(unreadIn(entries, '', 'me')).toBe(2);
  });
});
