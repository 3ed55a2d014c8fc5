import { createHash, randomInt } from 'node:crypto';

/**
 * Consonants that no way of typing Vietnamese turns into something else: no D (Telex makes Đ of two), no F J W Z (marks
 * and ư), and none that a printed sheet leaves in doubt. Without vowels a code is never a word, and without digits no
 * detector takes it for a secret.
 */
const letters = 'BCGHKLMNPRSTVX';
const groupLength = 4;
const written = new RegExp(`^([${letters}]{${groupLength}})[\\s.·_–—-]*([${letters}]{${groupLength}})$`, 'i');

/** A new code as it is kept and compared: eight letters. */
export function createCode(random: (below: number) => number = randomInt): string {
  return Array.from({ length: 2 * groupLength }, () => letters[random(letters.length)]).join('');
}

/** As people read it: `KMXP-RTNV`. */
export function printCode(code: string): string {
  return `${code.slice(0, groupLength)}-${code.slice(groupLength)}`;
}

/** The code that a message is, in any case, with or without the dash; undefined for any other text. */
export function readCode(text: string): string | undefined {
  const [, first, second] = written.exec(text.normalize('NFKC').trim()) ?? [];
  return first && second ? `${first}${second}`.toUpperCase() : undefined;
}

/** What is stored of a code. */
export function hashCode(code: string): string {
  return createHash('sha256').update(`member-invite ${code}`).digest('hex');
}
