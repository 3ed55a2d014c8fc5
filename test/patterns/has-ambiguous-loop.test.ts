import { hasAmbiguousLoop } from '../../tools/patterns/has-ambiguous-loop.ts';

test.each(['^(a|a)*$', '^(?:(?:xin|loi|xin loi) )*c', '^(?:(?:mot|hai|mot hai) )*c$', '(?:a|b|ab)+c'])(
  '%s reads a text in two ways',
  (source) => {
    expect(hasAmbiguousLoop({ source, flags: 'u' })).toBe(true);
  },
);

test.each([
  '^(?:(?:mot|hai) )*c$',
  '\\d+(?:[ .]\\d+)*',
  '(?:[^ ]+ ){0,6}x',
  '(?<!\\d)[oil\\d]{3,19}(?!\\d)',
  'a?a?b',
])('%s reads it in one', (source) => {
  expect(hasAmbiguousLoop({ source, flags: 'gu' })).toBe(false);
});
