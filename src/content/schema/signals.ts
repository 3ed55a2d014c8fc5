import { z } from 'zod';
import { secretKinds } from '../../message.ts';

/** `locales/<language>/signals/<signal>.yaml`: what the model learns about one signal. */
export const signalFile = z.strictObject({
  /** Comma-separated synonyms, by a name that only we use. */
  meanings: z.record(z.string(), z.string()),
  /**
   * Names of the meanings that tell the signal: the reader asks for less certainty where one occurs, and an ordinary
   * message with one is no certain negative example.
   */
  telling: z.array(z.string()),
  /** Messages of residents, by label; `none` are near misses. */
  examples: z.record(z.string(), z.array(z.string())),
  /** Sentences with gaps, by label: `{name}` stands for any phrase of that meaning. */
  patterns: z.record(z.string(), z.array(z.string())).default({}),
});

const mark = new RegExp(`⟦(?:${secretKinds.join('|')}) [^⟦⟧]+⟧`);
const wellMarked = new RegExp(`^(?:[^⟦⟧]|${mark.source})*$`);

/** `locales/<language>/signals/secrets.yaml`: messages of residents with what must be masked in them. */
export const secretLessonsFile = z.strictObject({
  /** A secret is marked with its kind: `mk là ⟦password Lua@vang9⟧`. */
  some: z.array(
    z
      .string()
      .regex(mark, 'marks no secret: ⟦kind …⟧')
      .regex(wellMarked, `a mark is ⟦kind …⟧ with one of ${secretKinds.join(', ')}`),
  ),
  /** Near misses. */
  none: z.array(z.string().regex(/^[^⟦⟧]*$/, 'has a mark, so it belongs under `some`')),
});
