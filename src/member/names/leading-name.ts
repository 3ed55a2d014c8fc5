import { isWritten } from '../chat/command-words.ts';
import { findByName, isTitle, type Named } from './find-by-name.ts';

/** Whom the first words of a text name. */
export interface LeadingName {
  /** Several when the name is that of several residents. */
  tickets: number[];
  /** They are called, "tùng ơi", or named in full; else they may only be talked about, "anh Tùng qua nhé". */
  isCalled: boolean;
  /** The text behind "gửi ông Thắng:"; undefined when the name is part of the text. */
  body: string | undefined;
}

interface Word {
  word: string;
  start: number;
  end: number;
}

const verbs = ['gửi', 'gửi cho', 'nhắn', 'nhắn cho', 'bảo', 'báo', 'báo cho', 'trả lời', 'trả lời cho'].map(
  (verb) => verb.split(' '),
);
const maxNameWords = 6;
const afterName = /^(?:\s*[,:]| (?:[a-zà-ỹ]{2,4} )?(?:ơi|oi)(?![\p{L}\p{M}]))/u;
const instruction = /^\s*:\s*(?=\S)/;

/**
 * The residents that a text begins with: "ông Thắng ơi, …", "lan nguyen chị ơi …", "gửi ông Thắng: …". A lone word
 * without a title is a name only when somebody is called by it, or when several have it: "mai cháu qua" is tomorrow.
 * Pure.
 */
export function readLeadingName(text: string, own: readonly Named[]): LeadingName | undefined {
  const written = text.normalize('NFC').trim();
  const words = firstWords(written);
  const start = verbLength(words);
  for (let size = Math.min(maxNameWords, words.length - start); size > 0; size -= 1) {
    const named = words.slice(start, start + size);
    const tickets = findByName(
      named.map(({ word }) => word),
      own,
    );
    if (tickets.length === 0) continue;
    const rest = written.slice(named.at(-1)?.end ?? 0);
    const hasTitle = size > 1 && isTitle(named[0]?.word ?? '');
    const isFull = size - (hasTitle ? 1 : 0) > 1;
    const isCalled = isFull || afterName.test(rest.toLowerCase());
    if (!isCalled && !hasTitle && tickets.length === 1) return undefined;
    const head = instruction.exec(rest)?.[0];
    return { tickets, isCalled, body: head && rest.slice(head.length).trim() };
  }
  return undefined;
}

/** The words before the first sign that is no single space. */
function firstWords(written: string): Word[] {
  const words: Word[] = [];
  for (const match of written.matchAll(/[\p{L}\p{M}]+/gu)) {
    const start = match.index;
    const before = words.at(-1)?.end ?? -1;
    const isNext = words.length === 0 ? start === 0 : start === before + 1 && written[before] === ' ';
    if (!isNext || words.length > maxNameWords + 2) return words;
    words.push({ word: match[0].toLowerCase(), start, end: start + match[0].length });
  }
  return words;
}

function verbLength(words: readonly Word[]): number {
  const lengths = verbs.map((verb) =>
    isWritten(
      words.slice(0, verb.length).map(({ word }) => word),
      verb,
    )
      ? verb.length
      : 0,
  );
  return Math.max(...lengths);
}
