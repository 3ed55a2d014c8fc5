import { z } from 'zod';
import { factId } from './fact-id.ts';

/** `locales/<language>/knows.yaml`: who knows what the bot does not, as part of a sentence after "hỏi". */
export const knowsFile = z.record(
  z.string(),
  z.strictObject({ name: z.string().min(1), facts: z.array(factId) }),
);

export type KnowsFile = z.infer<typeof knowsFile>;
