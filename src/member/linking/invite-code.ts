import { createHash, randomInt } from 'node:crypto';

/**
 * Consonants that no Vietnamese input method changes: no D (Telex makes Đ of two), no F J W Z (marks and ư), and none
 * that is ambiguous in print. Without vowels a code is never a word, and without digits no detector takes it for a
 * secret.
 */
const letters = 'BCGHKLMNPRSTVX';
const groupLength = 4;
const written = new RegExp(`^([${letters}]{${groupLength}})[\\s.·_–—-]*([${letters}]{${groupLength}})$`, 'i');

/** A new code in the form that is stored and compared: eight letters. */
export function createCode(random: (below: number) => number = randomInt): string {
  return Array.from({ length: 2 * groupLength }, () => letters[random(letters.length)]).join('');
}

/** As people read it: `KMXP-RTNV`. */
export function printCode(code: string): string {
  return `${code.slice(0, groupLength)}-${code.slice(groupLength)}`;
}

/** Reads a message that is a code, in any case, with or without the dash; undefined for any other text. */
export function readCode(text: string): string | undefined {
  const [, first, second] = written.exec(text.normalize('NFKC').trim()) ?? [];
  return first && second ? `${first}${second}`.toUpperCase() : undefined;
}

/** The hash of a code, which is what the database stores. */
export function hashCode(code: string): string {
  return createHash('sha256').update(`member-invite ${code}`).digest('hex');
}
