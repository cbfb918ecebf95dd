import { describe, expect, it } from 'vitest';
import { avatarOf, initialsOf } from './avatarOf';

describe('the sign of a person', () => {
  it.each([
    ['Amy Lindqvist', 'AL'],
    ['Fatima Zahra Bensaïd', 'FB'],
    ['amy', 'A'],
    ['amy.lind', 'AL'],
    ['陈小明', '小明'],
    ['李雨', '李雨'],
    ['😀 x', '😀X'],
    ['  ', '?'],
  ])('has of %j the letters %s', (name, letters) => {
    expect(initialsOf(name)).toBe(letters);
  });

  it('is the same for the same account and uses every colour and shape', () => {
    const looks = Array.from({ length: 200 }, (_, index) => avatarOf(`account-${index}`, 'x'));
    expect(avatarOf('account-7', 'another name').colour).toBe(looks[7]?.colour);
    expect(new Set(looks.map(({ colour }) => colour)).size).toBe(8);
    expect(new Set(looks.map(({ shape }) => shape)).size).toBe(4);
  });
});
