import { describe, expect, it } from 'vitest';
import { avatarOf, figuresOf, initialsOf } from './avatarOf';

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

describe('people who are seen together', () => {
  const room = (size: number): string[] => Array.from({ length: size }, (_, number) => `account ${number}`);
  const colours = (ids: readonly string[]): Set<number> =>
    new Set([...figuresOf(ids).values()].map(each => each.colour));

  it('have different colours as long as there are some', () => {
    expect(colours(room(8)).size).toBe(8);
  });

  it('differ by shape where colours are all taken', () => {
    const looks = [...figuresOf(room(32)).values()].map(({ colour, shape }) => `${colour} ${shape}`);
    expect(new Set(looks).size).toBe(32);
  });

  it('look the same in whatever order they come', () => {
    expect(figuresOf(room(12).toReversed())).toEqual(figuresOf(room(12)));
  });

  it('look as they do everywhere where nobody looks alike', () => {
    const { colour, shape } = avatarOf('alone', 'Al');
    expect(figuresOf(['alone']).get('alone')).toEqual({ colour, shape });
  });
});
