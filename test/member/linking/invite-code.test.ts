import fc from 'fast-check';
import { createCode, printCode, readCode } from '../../../src/member/linking/invite-code.ts';
import { detectSecrets } from '../../../src/nlu/secrets/detect-secrets.ts';
import { maskText } from '../../../src/webhook/mask-event.ts';

const marks = {
  otp: '[o]',
  password: '[p]',
  pin: '[i]',
  passcode: '[v]',
  card: '[c]',
  'national-id': '[n]',
  insurance: '[h]',
  'tax-code': '[i]',
  'bank-account': '[b]',
  phone: '[f]',
};
const anyCode = fc
  .array(fc.nat(13), { minLength: 8, maxLength: 8 })
  .map((picks) => createCode(() => picks.shift() ?? 0));
/** How people copy a code from paper. */
const ways: ((code: string) => string)[] = [
  printCode,
  (code) => printCode(code).toLowerCase(),
  (code) => code,
  (code) => code.toLowerCase(),
  (code) => printCode(code).replace('-', ' '),
  (code) => ` ${printCode(code).replace('-', ' - ')} `,
  (code) => printCode(code).replace('-', '–'),
];

describe('an invitation code', () => {
  test('has eight consonants', () => {
    expect(createCode()).toMatch(/^[BCGHKLMNPRSTVX]{8}$/);
  });

  test('is read in any case, with or without the dash', () => {
    fc.assert(
      fc.property(anyCode, fc.constantFrom(...ways), (code, way) => {
        expect(readCode(way(code))).toBe(code);
      }),
    );
  });

  test('passes the secret masks of the webhook unchanged', () => {
    fc.assert(
      fc.property(anyCode, fc.constantFrom(...ways), (code, way) => {
        expect(detectSecrets(way(code))).toEqual([]);
        expect(readCode(maskText(way(code), { marks }).text)).toBe(code);
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    'khong biet',
    'KMXP-RTN',
    'KMXP-RTNVX',
    'KMXPA-RTN',
    'mã KMXP-RTNV',
    '4120-3344',
    '',
    'ok',
    'ntn lm',
  ])('is not found in %j', (text) => {
    expect(readCode(text)).toBeUndefined();
  });
});
