import { z } from 'zod';
import { aspectNames, conditionNames, kindNames, stateNames } from './grid.ts';

/** `locales/<language>/aspects.yaml`: how residents ask, in words. docs/content.md explains each part. */

const cues = z.array(z.string().min(1)).default([]);
const aspect = z.enum(aspectNames);

export const aspectsFile = z.strictObject({
  /** How residents ask for each aspect. Case and diacritics do not count; the longer cue wins. */
  aspects: z.partialRecord(aspect, cues),
  /** How they say in which state something is. */
  states: z.partialRecord(z.enum(stateNames), cues),
  /** Single words that tell a state only directly before the name of an object: "mất hộ chiếu". */
  beforeName: z
    .partialRecord(z.enum(stateNames), z.array(z.string().regex(/^\S+$/, 'must be one word')))
    .default({}),
  /** How they say under which condition they ask. */
  conditions: z.partialRecord(z.enum(conditionNames), cues),
  /** Conditions that a place tells: each of the words, before each of the places. */
  conditionPlaces: z
    .array(z.strictObject({ condition: z.enum(conditionNames), words: cues, places: cues }))
    .default([]),
  /** Phrases that resemble a cue and ask for something else. */
  elsewhere: cues,
  /** Words around a name and a cue that ask for nothing, separated by blanks. */
  filler: z.string().default(''),
  /** Answers of topics about one aspect of all objects. */
  general: z.partialRecord(aspect, z.array(z.string())).default({}),
  /** For each kind of object: the cells that its file must declare, and those of its card. */
  kinds: z
    .partialRecord(
      z.enum(kindNames),
      z.strictObject({ needs: z.array(aspect).default([]), card: z.array(aspect).min(1) }),
    )
    .default({}),
});

export type AspectsFile = z.infer<typeof aspectsFile>;

/** The empty lists of an office without objects. */
export const noAspects: AspectsFile = aspectsFile.parse({ aspects: {}, states: {}, conditions: {} });
