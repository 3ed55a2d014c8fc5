import { z } from 'zod';
import { factId } from './fact-id.ts';
import { stateNames } from './grid.ts';

/** What to do about a fault that every app can have. `{{name}}` is the app; an app's file fills in the other values. */
const fault = z.strictObject({
  first: z.string().min(1),
  body: z.string().min(1).optional(),
  steps: z.array(z.string().min(1)).min(1).max(4, 'at most 4 steps').optional(),
  facts: z.array(factId).default([]),
  general: z.literal(true).optional(),
});

/** `locales/<language>/faults.yaml`: shared templates, by the state that they answer. */
export const faultsFile = z.strictObject({ faults: z.partialRecord(z.enum(stateNames), fault) });

export type FaultsFile = z.infer<typeof faultsFile>;
export type Fault = z.infer<typeof fault>;
