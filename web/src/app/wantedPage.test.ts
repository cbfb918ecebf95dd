import { describe, expect, it } from 'vitest';
import { wantedPage } from './wantedPage';

describe('the page that somebody wanted before signing in', () => {
  it('is remembered', () => {
    expect(wantedPage('?next=%2Frooms%2Fx%3Fa%3Db')).toBe('/rooms/x?a=b');
  });

  it.each(['', '?next=https://evil.example', '?next=//evil.example', '?next=/%5Cevil.example', '?next=rooms'])(
    'is the list of rooms for %j',
    search => {
      expect(wantedPage(search)).toBe('/');
    },
  );
});
