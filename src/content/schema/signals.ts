import { z } from 'zod';

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
