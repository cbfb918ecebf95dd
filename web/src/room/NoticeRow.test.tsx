import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { show } from '../testing/show';
import { NoticeRow } from './NoticeRow';

const line = (names: readonly string[]): string | null => {
  const { container, unmount } = show(<NoticeRow kind="entered" names={names} />);
  const text = container.querySelector('.log-notice')?.textContent ?? null;
  unmount();
  return text;
};

describe('a notice', () => {
  it('names up to three people and counts the others', () => {
    expect(line(['Amy'])).toBe('Amy came in');
    expect(line(['Amy', 'Ben'])).toBe('Amy and Ben came in');
    expect(line(['Amy', 'Ben', 'Chen'])).toBe('Amy, Ben and Chen came in');
    expect(line(['Amy', 'Ben', 'Chen', 'Dan'])).toBe('Amy, Ben and 2 more came in');
  });

  it('tells all names to whoever points at it', () => {
    show(<NoticeRow kind="left" names={['Amy', 'Ben', 'Chen', 'Dan']} />);
    expect(screen.getByTitle('Amy, Ben, Chen, Dan')).toBeTruthy();
  });
});
