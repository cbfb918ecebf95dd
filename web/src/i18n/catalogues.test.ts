import { describe, expect, it } from 'vitest';
import { catalogues, LANGUAGES, type MessageKey } from './catalogues';
import type { Message } from './message';
import { translator } from './translate';

const keys = Object.keys(catalogues.en) as MessageKey[];
const formsOf = (message: Message): string[] =>
  typeof message === 'string' ? [message] : [message.one, message.other];
const placeholdersOf = (message: Message): string[] =>
  [...new Set(formsOf(message).flatMap(form => form.match(/\{\w+\}/g) ?? []))].toSorted();

describe('the message catalogues', () => {
  it.each(LANGUAGES)('say everything in $name', ({ code }) => {
    expect(Object.keys(catalogues[code]).toSorted()).toEqual(keys.toSorted());
    const silent = keys.filter(key => formsOf(catalogues[code][key]).some(form => form.trim() === ''));
    expect(silent).toEqual([]);
  });

  it.each(LANGUAGES)('use the same placeholders in $name', ({ code }) => {
    const differing = keys.filter(
      key => placeholdersOf(catalogues[code][key]).join() !== placeholdersOf(catalogues.en[key]).join(),
    );
    expect(differing).toEqual([]);
  });

  it('hold no untranslated English in Chinese', () => {
    const untranslated = keys.filter(key =>
      formsOf(catalogues['zh-CN'][key]).some(form => !/\p{Script=Han}/u.test(form)),
    );
    expect(untranslated).toEqual([
      'message.aloud',
      'message.by',
      'exports.format.pdf',
      'exports.format.csv',
      'exports.format.json',
    ]);
  });
});

const sources = Object.entries(
  import.meta.glob<string>('../**/*.{ts,tsx}', { query: '?raw', import: 'default', eager: true }),
)
  .filter(([path]) => !path.includes('.test.') && !/\/(en|zh)\.ts$/.test(path))
  .map(([, text]) => text)
  .join('\n');
const literally = (text: string): string => text.replaceAll('.', String.raw`\.`);
/** The shapes of keys that are put together, such as `role.${role}`. */
const shapes = [...sources.matchAll(/`([a-z]+\.[\w.]*)\$\{[^`}]*\}([\w.]*)`/g)].map(
  ([, before = '', after = '']) => new RegExp(`^${literally(before)}[^.]+${literally(after)}$`),
);

describe('the pages', () => {
  it('say everything that the catalogues hold', () => {
    const unsaid = keys.filter(key => !sources.includes(`'${key}'`) && !shapes.some(shape => shape.test(key)));
    expect(unsaid).toEqual([]);
  });
});

describe('a translator', () => {
  it('puts values in and tells one from many', () => {
    const t = translator('en');
    expect(t('rooms.members', { count: 1 })).toBe('1 member');
    expect(t('rooms.members', { count: 1200 })).toBe('1,200 members');
    expect(t('message.by', { name: 'Amy', time: '09:30' })).toBe('Amy, 09:30');
  });

  it('takes names for text and not for placeholders', () => {
    expect(translator('en')('message.by', { name: '{time}', time: '$&' })).toBe('{time}, $&');
  });

  it('speaks Chinese', () => {
    expect(translator('zh-CN')('rooms.members', { count: 3 })).toBe('3 名成员');
  });
});
