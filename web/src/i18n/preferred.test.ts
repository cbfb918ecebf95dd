import { describe, expect, it } from 'vitest';
import { preferred } from './preferred';

describe('the language that a browser prefers', () => {
  it.each([
    [['zh-Hans-CN', 'en'], 'zh-CN'],
    [['de-DE', 'zh', 'en'], 'zh-CN'],
    [['en-GB', 'zh-CN'], 'en'],
    [['fr'], 'en'],
    [[], 'en'],
  ])('%j is %s', (languages, expected) => {
    expect(preferred(languages)).toBe(expected);
  });
});
