import { escapeMentions } from './escape-mentions.ts';

/** Blanks of all kinds but line feeds, also signs that look empty. */
const blanks = /(?:[^\S\n]|[\u115f\u1160\u2800\u3164\uffa0])+/g;

/**
 * A resident's words for a text of ours, to be put behind words of ours in the same line. Marks every further line, so
 * that none of theirs looks like one of the bot's.
 */
export function quoteResident(text: string): string {
  return escapeMentions(text)
    .replaceAll(blanks, ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .join('\n› ');
}
