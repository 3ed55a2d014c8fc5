import type { Span } from '../../text/span.ts';

/** A run of letters or digits, folded. */
export interface Word extends Span {
  text: string;
}

const piece = /[a-z]+|\d+/g;

/** @param folded a text folded in place */
export function readWords(folded: string): Word[] {
  return [...folded.matchAll(piece)].map(({ 0: text, index }) => ({
    text,
    start: index,
    end: index + text.length,
  }));
}

/** Whether a word is a number. */
export function isNumeric({ text }: Word): boolean {
  return text.charCodeAt(0) <= 57;
}
