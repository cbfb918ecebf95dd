import { describe, expect, it } from 'vitest';
import { draftOf, faultOf, formOf, numberOf, type RubricForm } from './rubricForm';

const level = (name: string, points: string) => ({ key: name, name, description: '', points });
const form = (...criteria: readonly { name: string; levels: readonly ReturnType<typeof level>[] }[]): RubricForm => ({
  version: 0,
  criteria: criteria.map(({ name, levels }) => ({ key: name, name, description: '', levels })),
});
const good = { name: 'Tone', levels: [level('Good', '2')] };

describe('a rubric that is written', () => {
  it('takes points as people write them', () => {
    expect(numberOf('1,5')).toBe(1.5);
    expect(numberOf(' ')).toBeNaN();
    expect(numberOf('many')).toBeNaN();
  });

  it.each([
    [form(good), null],
    [form(), null],
    [form({ name: ' ', levels: [level('Good', '2')] }), 'rubric.noName'],
    [form({ name: 'Tone', levels: [level('', '2')] }), 'rubric.noName'],
    [form({ name: 'Tone', levels: [] }), 'rubric.noLevels'],
    [form(good, { ...good, name: 'tone ' }), 'rubric.twice'],
    [form({ name: 'Tone', levels: [level('Good', '1'), level('good', '2')] }), 'rubric.twice'],
    [form({ name: 'Tone', levels: [level('Good', '-1')] }), 'rubric.badPoints'],
    [form({ name: 'Tone', levels: [level('Good', '1001')] }), 'rubric.badPoints'],
    [form({ name: 'Tone', levels: [level('Good', '0.125')] }), 'rubric.badPoints'],
    [form({ name: 'Tone', levels: [level('Good', '')] }), 'rubric.badPoints'],
  ])('%j has the fault %s', (rubric, fault) => {
    expect(faultOf(rubric)).toBe(fault);
  });

  it('keeps the ids of what was there', () => {
    const criteria = [
      { id: 'c', name: 'Tone', description: 'x', levels: [{ id: 'l', name: 'Good', description: 'y', points: 2 }] },
    ];
    expect(draftOf(formOf({ version: 3, criteria, out_of: 2 }))).toEqual({
      version: 3,
      criteria: [
        { id: 'c', name: 'Tone', description: 'x', levels: [{ id: 'l', name: 'Good', description: 'y', points: 2 }] },
      ],
    });
  });
});
