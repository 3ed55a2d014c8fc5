import type { AskedBefore } from './nearest-asked.ts';
import type { TellableText } from './tellable-text.ts';
import type { TextsThatAnswer } from './texts-that-answer.ts';
import { createWordIndex } from './word-index.ts';

/** What others asked once they were told of an object. */
export interface NearestNext {
  /**
   * Prepares a message: how alike it is to the nearest question for a text, by its number, that others asked after an
   * answer about the same object, 0..1. The result is valid until the next call.
   * @param last the id of the object that was told of
   */
  compare(message: string, last: string): (text: number) => number;
  /** The objects of which others asked then. */
  objectsAfter(last: string): readonly string[];
}

/** Finds the nearest of the questions that go on from an object, by their words. */
export function createNearestNext(
  asked: AskedBefore,
  texts: readonly TellableText[],
  answering: TextsThatAnswer,
): NearestNext {
  const known = asked.flatMap((example) => {
    if (!('after' in example)) return [];
    const { text, after, asks } = example;
    const numbers = 'intent' in asks ? answering.byIntent(asks.intent) : answering.byCell(asks.object, asks);
    return numbers.map((number) => ({ text, after, number }));
  });
  const index = createWordIndex(known.map(({ text }) => text));
  const askedAfter = new Map<string, Map<number, number[]>>();
  for (const [at, { after, number }] of known.entries()) {
    const askedFor = askedAfter.get(after) ?? new Map<number, number[]>();
    askedAfter.set(after, askedFor.set(number, [...(askedFor.get(number) ?? []), at]));
  }
  const objectOf = (number: number) => texts[number]?.object?.id ?? [];
  return {
    compare(message, last) {
      const askedFor = askedAfter.get(last);
      const { resembles } = index.compare(message);
      return (text) =>
        (askedFor?.get(text) ?? []).reduce((nearest, one) => Math.max(nearest, resembles(one)), 0);
    },
    objectsAfter: (last) => [...new Set([...(askedAfter.get(last)?.keys() ?? [])].flatMap(objectOf))],
  };
}
