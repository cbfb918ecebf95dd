import { describe, expect, it } from 'vitest';
import { createClientId } from './clientId';
import { messageLength } from './messageLength';
import { pieces } from './pieces';

const links = (text: string): string[] =>
  pieces(text)
    .filter(piece => piece.link)
    .map(piece => piece.words);

describe('the pieces of a message', () => {
  it('give back every character', () => {
    const text = 'see https://a.example/x?y=1, (http://b.example) 看 https://c.example。end';
    expect(
      pieces(text)
        .map(piece => piece.words)
        .join(''),
    ).toBe(text);
    expect(links(text)).toEqual(['https://a.example/x?y=1', 'http://b.example', 'https://c.example']);
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'https://', 'ftp://a.example', 'www.a.example'])(
    'make no link of %s',
    text => {
      expect(links(text)).toEqual([]);
    },
  );
});

describe('the length of a message', () => {
  it('is counted in characters as people see them, without white space around', () => {
    expect(messageLength('  你好 🙂 \n')).toBe(4);
  });
});

describe('a client id', () => {
  it('is a random UUID also where the page is not served over TLS', () => {
    expect(createClientId()).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    expect(createClientId()).not.toBe(createClientId());
  });
});
