import { z } from 'zod';

const pointer = z.strictObject({
  /** One sentence: who helps instead. Numbers are in answers, where facts support them. */
  text: z.string().min(1).max(220).regex(/^\D*$/, 'must not contain a number'),
  /** Intents that are near to it; each becomes a button. */
  ask: z.array(z.string()).max(2).default([]),
});

/** `locales/<language>/instead.yaml`: who helps with what no answer covers, by intent of out-of-scope.yaml. */
export const insteadFile = z.record(z.string(), pointer);

/** The same in another language; the buttons are those of the original. */
export const translatedInstead = z.record(z.string(), pointer.pick({ text: true }));

export type InsteadFile = z.infer<typeof insteadFile>;
export type Pointer = z.infer<typeof pointer>;
