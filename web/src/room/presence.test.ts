import { expect, test } from 'vitest';
import type { PresenceEvent, Present } from '../live/protocol';
import { presentAfter } from './presence';

const person = (id: string): Present => ({ id, name: id.toUpperCase(), role: 'student' });

const event = (who: readonly string[], present: readonly string[], count: number): PresenceEvent => ({
  room_id: 'r',
  present: present.map(person),
  count,
  people: who.map(id => ({ ...person(id), sent_at: '2026-03-02T08:15:30.123Z', cursor: `c-${id}` })),
});

const ids = (people: readonly Present[]): string[] => people.map(({ id }) => id).toSorted();

test('takes the list of the event where it is whole', () => {
  expect(ids(presentAfter([person('gone')], 'entered', event(['ben'], ['amy', 'ben'], 2)))).toEqual(['amy', 'ben']);
});

test('keeps its own list of a full room', () => {
  const known = ['amy', 'ben', 'chen'].map(person);
  expect(ids(presentAfter(known, 'entered', event(['dora'], ['amy'], 4)))).toEqual(['amy', 'ben', 'chen', 'dora']);
  expect(ids(presentAfter(known, 'left', event(['ben'], ['amy'], 2)))).toEqual(['amy', 'chen']);
});

test('takes all who come or go together', () => {
  const known = ['amy', 'ben'].map(person);
  expect(ids(presentAfter(known, 'entered', event(['chen', 'dora'], ['amy'], 4)))).toEqual([
    'amy',
    'ben',
    'chen',
    'dora',
  ]);
  expect(ids(presentAfter(known, 'left', event(['amy', 'ben'], [], 1)))).toEqual([]);
});
