import { z } from 'zod';
import { parseCircumstances } from './asked.ts';
import { type AspectName, aspectNames, type ConditionName, type StateName } from './grid.ts';

/**
 * What a resident does with a later turn of a talk; a question that stands alone is none of these. The words are those
 * of dialogue act annotation (ISO 24617-2), a repair is what conversation analysis calls so.
 */
export const actNames = [
  /** Asks on, without naming the subject: "nộp ở đâu". */
  'follow-up',
  /** Tells something of their own case: "nhà bà hộ nghèo". */
  'inform',
  /** Corrects what was said or assumed: "à không, hỏi cho mẹ". */
  'correct',
  /** Has understood, waits, thanks, says what they do next: "để mai tôi ra xã". */
  'acknowledge',
  /** Did not understand, or was misunderstood: "nói lại cái", "có hỏi cái đấy đâu". */
  'repair',
] as const;

export type ActName = (typeof actNames)[number];

/** What some later turns do and tell. */
export interface TurnHeading {
  act: ActName;
  aspect: AspectName | undefined;
  state: StateName | undefined;
  conditions: ConditionName[];
}

/**
 * Parses a heading of `turns.yaml`: an act, then at most one aspect, one state, and conditions with `@`, as in
 * `follow-up papers @minor`. Undefined if a word is on no list.
 */
export function parseTurnHeading(heading: string): TurnHeading | undefined {
  const [first, ...rest] = heading.split(' ');
  const act = actNames.find((name) => name === first);
  const aspect = aspectNames.find((name) => name === rest[0]);
  const circumstances = parseCircumstances(aspect ? rest.slice(1) : rest);
  return act && circumstances && { act, aspect, ...circumstances };
}

/** `locales/<language>/turns.yaml`: what residents write in a talk after their first question, by what it does. */
export const turnsFile = z.strictObject({
  examples: z.record(z.string(), z.array(z.string().min(1)).min(1)).superRefine((messagesOf, context) => {
    for (const heading of Object.keys(messagesOf)) {
      if (parseTurnHeading(heading)) continue;
      const message = 'must be an act, an aspect, a state, @conditions of the grid';
      context.addIssue({ code: 'custom', path: [heading], message });
    }
  }),
});
