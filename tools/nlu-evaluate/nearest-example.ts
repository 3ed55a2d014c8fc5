import type { Example } from '../../src/nlu/classifier/classifier.ts';
import { foldText } from '../../src/nlu/text/fold-text.ts';

interface Nearest {
  example: Example;
  /** Share of the text's trigrams that also occur in the example, 0..1. */
  shared: number;
}

export type FindNearest = (text: string) => Nearest | undefined;

/**
 * Finds the example most similar to a text: shows the source of an error, and texts that are useless as
 * tests.
 */
export function createNearestFinder(examples: readonly Example[]): FindNearest {
  const having = new Map<string, number[]>();
  for (const [number, { text }] of examples.entries()) {
    for (const run of runsOf(text)) {
      const numbers = having.get(run);
      if (numbers) numbers.push(number);
      else having.set(run, [number]);
    }
  }
  const shared = new Uint16Array(examples.length);
  return (text) => {
    const runs = runsOf(text);
    shared.fill(0);
    for (const run of runs) {
      for (const number of having.get(run) ?? []) shared[number] = (shared[number] as number) + 1;
    }
    let best = 0;
    for (let number = 1; number < shared.length; number++) {
      if ((shared[number] as number) > (shared[best] as number)) best = number;
    }
    const example = examples[best];
    return example && runs.size > 0 ? { example, shared: (shared[best] as number) / runs.size } : undefined;
  };
}

function runsOf(text: string): Set<string> {
  const padded = ` ${foldText(text)} `;
  return new Set(Array.from({ length: Math.max(0, padded.length - 2) }, (_, at) => padded.slice(at, at + 3)));
}
