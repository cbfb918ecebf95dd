import { describe, expect, it } from 'vitest';
import { line } from '../testing/participation';
import { sorted, type Order } from './sorting';

const lines = [
  line('Ben', { messages: 2, last_at: '2026-03-09T00:00:00.000Z' }),
  line('Chen', { messages: 0 }),
  line('Amy', { messages: 2, last_at: '2026-03-10T00:00:00.000Z' }),
];
const names = (order: Order): string[] => sorted(lines, order, 'en').map(({ name }) => name);

describe('the order of figures', () => {
  it('has those who are equal by name', () => {
    expect(names({ column: 'messages', down: true })).toEqual(['Amy', 'Ben', 'Chen']);
    expect(names({ column: 'messages', down: false })).toEqual(['Chen', 'Amy', 'Ben']);
  });

  it('has those without a date at the end, whichever way', () => {
    expect(names({ column: 'last_at', down: true })).toEqual(['Amy', 'Ben', 'Chen']);
    expect(names({ column: 'last_at', down: false })).toEqual(['Ben', 'Amy', 'Chen']);
  });

  it('goes by name both ways', () => {
    expect(names({ column: 'name', down: false })).toEqual(['Amy', 'Ben', 'Chen']);
    expect(names({ column: 'name', down: true })).toEqual(['Chen', 'Ben', 'Amy']);
  });
});
