import type { Example } from '../../nlu/classifier/classifier.ts';
import type { AskedExample, NextExample } from '../../nlu/needs/need.ts';
import type { TellableText } from './tellable-text.ts';
import type { TextsThatAnswer } from './texts-that-answer.ts';
import { createWordIndex } from './word-index.ts';

/**
 * Prepares a message: how alike it is to the nearest question that others asked for a text, by its number, 0..1. The
 * result is valid until the next call.
 */
export type NearestAsked = (message: string) => (text: number) => number;

/** What residents asked before, at first or once they were told of an object, with the text that answers it. */
export type AskedBefore = readonly (Example | AskedExample | NextExample)[];

/** Finds the nearest first questions of others by their words. */
export function createNearestAsked(
  asked: AskedBefore,
  texts: readonly TellableText[],
  answering: TextsThatAnswer,
): NearestAsked {
  const numbersOf = (example: Example | AskedExample) =>
    'aspect' in example ? answering.byCells(example) : answering.byIntent(example.intent);
  const known = asked
    .flatMap((example) => ('after' in example ? [] : [{ text: example.text, numbers: numbersOf(example) }]))
    .filter(({ numbers }) => numbers.length > 0);
  const index = createWordIndex(known.map(({ text }) => text));
  const askedFor: number[][] = texts.map(() => []);
  for (const [example, { numbers }] of known.entries()) {
    for (const number of numbers) askedFor[number]?.push(example);
  }
  return (message) => {
    const { resembles } = index.compare(message);
    return (text) => (askedFor[text] ?? []).reduce((nearest, one) => Math.max(nearest, resembles(one)), 0);
  };
}
