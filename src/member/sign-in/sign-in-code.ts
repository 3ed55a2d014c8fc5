import { createHash, createHmac } from 'node:crypto';

/** As in invitation codes: letters that no input method changes, and no vowels, so that a code is never a word. */
const letters = 'BCGHKLMNPRSTVX';
const length = 6;
const written = new RegExp(`^([${letters}]{3})[\\s.·_–—-]*([${letters}]{3})$`, 'i');

/** The code of a waiting browser, derived from its secret: the page can show it again, and nobody stores it. */
export function deriveCode(browserSecret: string, requestedAt: number): string {
  const bytes = createHmac('sha256', browserSecret).update(`sign-in-code ${requestedAt}`).digest();
  return Array.from({ length }, (_, at) => letters[(bytes[at] ?? 0) % letters.length]).join('');
}

/** As people read it: `KMX-RTN`. */
export function printSignInCode(code: string): string {
  return `${code.slice(0, length / 2)}-${code.slice(length / 2)}`;
}

/** Reads a message that is a sign-in code, in any case, with or without the dash; undefined for any other text. */
export function readSignInCode(text: string): string | undefined {
  const [, first, second] = written.exec(text.normalize('NFKC').trim()) ?? [];
  return first && second ? `${first}${second}`.toUpperCase() : undefined;
}

/** The hash of a code, a cookie or a link's token, which is what the database stores. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(`console ${secret}`).digest('hex');
}
