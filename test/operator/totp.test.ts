import {
  createTotpSecret,
  matchTotp,
  toBase32,
  totpAddress,
  totpAt,
  totpStep,
} from '../../src/operator/totp.ts';

/** The secret of the test vectors in RFC 4226 and RFC 6238. */
const secret = toBase32(Buffer.from('12345678901234567890'));

describe('the codes of an authenticator', () => {
  it.each([
    [0, '755224'],
    [1, '287082'],
    [2, '359152'],
    [3, '969429'],
    [4, '338314'],
    [5, '254676'],
    [6, '287922'],
    [7, '162583'],
    [8, '399871'],
    [9, '520489'],
  ])('are those of RFC 4226: count %i is %s', (count, code) => {
    expect(totpAt(secret, count)).toBe(code);
  });

  // The RFC has eight digits; apps show the last six.
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ])('are those of RFC 6238: second %i is %s', (seconds, code) => {
    expect(totpAt(secret, totpStep(seconds * 1_000))).toBe(code);
  });

  it('are taken half a minute early and late, no further, and never twice', () => {
    const now = 1_111_111_111_000;
    const step = totpStep(now);
    const match = (at: number, usedStep: number | null = null) =>
      matchTotp({ secret, code: totpAt(secret, at), now, usedStep });
    expect([match(step - 2), match(step - 1), match(step), match(step + 1), match(step + 2)]).toEqual([
      undefined,
      step - 1,
      step,
      step + 1,
      undefined,
    ]);
    expect(match(step, step)).toBeUndefined();
    expect(match(step - 1, step)).toBeUndefined();
    expect(match(step + 1, step)).toBe(step + 1);
  });

  it('come of secrets of 160 bits that differ, in an address that apps read', () => {
    const [one, other] = [createTotpSecret(), createTotpSecret()];
    expect(one).toMatch(/^[A-Z2-7]{32}$/);
    expect(one).not.toBe(other);
    expect(totpAddress({ secret: one, account: 'Lê Thị Lan', issuer: 'Nơi Thử' })).toBe(
      `otpauth://totp/N%C6%A1i%20Th%E1%BB%AD:L%C3%AA%20Th%E1%BB%8B%20Lan?secret=${one}&issuer=N%C6%A1i%20Th%E1%BB%AD`,
    );
  });
});
