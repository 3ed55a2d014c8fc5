import { isExponential } from '../../tools/patterns/is-exponential.ts';

test.each(['^(a+)+$', '^(?: ?\\d+)+x', '(?<![a-z])(?:\\w+\\s?)*:'])('%s is exponential', (source) => {
  expect(isExponential({ source, flags: 'u' })).toBe(true);
});

test.each(['\\d{4,}(?: \\d{4})*', '(?<!\\d)[oil\\d]{3,19}(?!\\d)'])('%s is not', (source) => {
  expect(isExponential({ source, flags: 'gu' })).toBe(false);
});
