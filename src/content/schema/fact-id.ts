import { z } from 'zod';

/** An id in facts.yaml: one or two letters of its group, and a number. */
export const factId = z.string().regex(/^[A-Z]{1,2}\d{2,}$/, 'must be the id of a fact, such as F07 or NJ01');
