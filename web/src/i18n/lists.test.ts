import { describe, expect, it } from 'vitest';
import { listOf } from './lists';

describe('a list', () => {
  it('is joined as English joins it', () => {
    const list = listOf('en');
    expect(list(['Amy'])).toBe('Amy');
    expect(list(['Amy', 'Ben'])).toBe('Amy and Ben');
    expect(list(['Amy', 'Ben', 'Chen'])).toBe('Amy, Ben and Chen');
  });

  it('is joined as Chinese joins it', () => {
    const list = listOf('zh-CN');
    expect(list(['小美', '小宝'])).toBe('小美和小宝');
    expect(list(['小美', '小宝', '小陈'])).toBe('小美、小宝和小陈');
  });
});
