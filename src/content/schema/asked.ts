import { z } from 'zod';
import {
  type AspectName,
  aspectNames,
  type ConditionName,
  conditionNames,
  type StateName,
  stateNames,
} from './grid.ts';

/** What some messages ask of an object. */
export interface AskedHeading {
  aspect: AspectName;
  state: StateName | undefined;
  conditions: ConditionName[];
}

/** Marks a condition in a heading. */
const conditionSign = '@';

/**
 * Parses a heading of a file in `asked/`: an aspect, then at most one state, then conditions with `@`, as in
 * `fix rejected @elder`. Undefined if a word is on no list of the grid.
 */
export function parseHeading(heading: string): AskedHeading | undefined {
  const [first, ...rest] = heading.split(' ');
  const aspect = aspectNames.find((name) => name === first);
  const circumstances = parseCircumstances(rest);
  return aspect && circumstances && { aspect, ...circumstances };
}

/** At most one state, then conditions with `@`. Undefined if a word is on no list of the grid. */
export function parseCircumstances(words: readonly string[]): Omit<AskedHeading, 'aspect'> | undefined {
  const conditionsTold = words.filter((word) => word.startsWith(conditionSign));
  const statesTold = words.filter((word) => !word.startsWith(conditionSign));
  const states = statesTold.flatMap((word) => stateNames.find((name) => name === word) ?? []);
  const conditions = conditionsTold.flatMap(
    (word) => conditionNames.find((name) => `${conditionSign}${name}` === word) ?? [],
  );
  const isKnown = states.length === statesTold.length && conditions.length === conditionsTold.length;
  return isKnown && states.length <= 1 ? { state: states[0], conditions } : undefined;
}

/** `locales/<language>/asked/<object>.yaml`: what residents write about an object, by what they ask of it. */
export const askedFile = z
  .record(z.string(), z.array(z.string().min(1)).min(1))
  .superRefine((messagesOf, context) => {
    for (const heading of Object.keys(messagesOf)) {
      if (parseHeading(heading)) continue;
      const message = 'must be an aspect, a state, @conditions of the grid';
      context.addIssue({ code: 'custom', path: [heading], message });
    }
  });

export type AskedFile = z.infer<typeof askedFile>;
