import { z } from 'zod';
import { scamLabels } from '../../nlu/scam/scam.ts';

/** `locales/<language>/scams/examples.yaml`: messages of residents, by the stage of the scam. */
export const scamExamples = z.strictObject({ examples: z.record(z.enum(scamLabels), z.array(z.string())) });
