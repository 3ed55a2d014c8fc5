import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** Codes of an authenticator app: RFC 6238 over RFC 4226, with what every app takes: SHA-1, 30 seconds, 6 digits. */

const stepMs = 30_000;
const digits = 6;
/** As long as the hash, as RFC 4226 recommends. */
const secretBytes = 20;
/** The clock of a phone may be so many steps off. */
const drift = 1;
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** A new secret in base32, as people type it into their app. */
export function createTotpSecret(): string {
  return toBase32(randomBytes(secretBytes));
}

/** The code of one step. Pure. @param secret base32 @param step half minutes since 1970 */
export function totpAt(secret: string, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const hash = createHmac('sha1', fromBase32(secret)).update(counter).digest();
  const offset = (hash.at(-1) ?? 0) & 0xf;
  const number = hash.readUInt32BE(offset) & 0x7f_ff_ff_ff;
  return String(number % 10 ** digits).padStart(digits, '0');
}

/** The step of a time, epoch ms. */
export function totpStep(now: number): number {
  return Math.floor(now / stepMs);
}

interface GivenCode {
  secret: string;
  code: string;
  now: number;
  /** The last step whose code was used; it and earlier ones count no more. */
  usedStep: number | null;
}

/** The step whose code this is, now or one step to either side; undefined when it is none, or was used. Pure. */
export function matchTotp({ secret, code, now, usedStep }: GivenCode): number | undefined {
  const current = totpStep(now);
  const steps = Array.from({ length: 2 * drift + 1 }, (_, at) => current - drift + at);
  return steps.find((step) => step > (usedStep ?? -1) && isSame(totpAt(secret, step), code));
}

/** The address in the QR code that an authenticator app reads. */
export function totpAddress({
  secret,
  account,
  issuer,
}: {
  secret: string;
  account: string;
  issuer: string;
}): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`;
  return `otpauth://totp/${label}?secret=${secret}&issuer=${encodeURIComponent(issuer)}`;
}

function isSame(expected: string, given: string): boolean {
  const [a, b] = [Buffer.from(expected), Buffer.from(given)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Pure. */
export function toBase32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? [])
    .map((part) => alphabet[Number.parseInt(part.padEnd(5, '0'), 2)])
    .join('');
}

function fromBase32(text: string): Buffer {
  const bits = [...text].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}
