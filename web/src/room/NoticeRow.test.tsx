import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Language } from '../i18n/catalogues';
import { I18nProvider } from '../i18n/I18nProvider';
import { NoticeRow } from './NoticeRow';

const people = (count: number): string[] =>
  ['Amy', 'Ben', 'Chen', ...Array.from({ length: count }, (_, index) => `P${index + 4}`)].slice(0, count);

function show(kind: 'entered' | 'left', names: readonly string[], language: Language = 'en') {
  return render(
    <I18nProvider initial={language}>
      <NoticeRow kind={kind} names={names} />
    </I18nProvider>,
  );
}

function line(...shown: Parameters<typeof show>): string | null {
  const { container, unmount } = show(...shown);
  const text = container.textContent;
  unmount();
  return text;
}

describe('a notice', () => {
  it('names up to three people and counts the others', () => {
    expect(line('entered', people(1))).toBe('Amy came in');
    expect(line('entered', people(2))).toBe('Amy and Ben came in');
    expect(line('entered', people(3))).toBe('Amy, Ben and Chen came in');
    expect(line('entered', people(4))).toBe('Amy, Ben and 2 others came in');
    expect(line('left', people(1200))).toBe('Amy, Ben and 1,198 others left');
  });

  it('speaks Chinese', () => {
    expect(line('entered', ['小美', '小宝', '小陈'], 'zh-CN')).toBe('小美、小宝和小陈 进入了房间');
    expect(line('left', people(6), 'zh-CN')).toBe('Amy、Ben和另外 4 人 离开了房间');
  });

  it('takes names for text', () => {
    expect(line('entered', ['{names}', '$&'])).toBe('{names} and $& came in');
  });

  it('tells all names to whoever points at it, unless they are a whole school', () => {
    show('left', people(4));
    expect(screen.getByTitle('Amy, Ben, Chen and P4')).toBeTruthy();
    show('entered', people(150));
    expect(screen.getByTitle(/^Amy, Ben, .*, P99 and 51 others$/)).toBeTruthy();
  });
});
