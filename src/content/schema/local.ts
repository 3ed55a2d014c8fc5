import { z } from 'zod';
import { factId } from './fact-id.ts';

/**
 * `locales/<language>/local.yaml`: everything that is specific to one office. docs/content.md explains each
 * part.
 */
export const localFile = z.strictObject({
  /** The office that runs the account, and its city or province. */
  office: z.strictObject({ name: z.string(), place: z.string(), province: z.string() }),
  /** Phone numbers that texts may show, each with a fact. */
  helpLines: z.record(
    z.string(),
    z.strictObject({ name: z.string(), call: z.string(), note: z.string().optional(), fact: factId }),
  ),
  /** Hosts that links may point to; a subdomain needs its own entry. */
  officialHosts: z.array(z.string()),
  /**
   * Hosts of sources with their public names, most trusted first; residents do not see the names of other
   * hosts.
   */
  sources: z.record(z.string(), z.string()).default({}),
  /** Apps and brands: the right spelling, and how people type it (lower case, without diacritics). */
  brands: z.array(
    z.strictObject({ name: z.string(), app: z.boolean().optional(), spellings: z.array(z.string()) }),
  ),
  /**
   * Companies that people name, such as networks, banks and sellers of signatures: the right spelling, and
   * how people type it.
   */
  providers: z
    .array(z.strictObject({ name: z.string(), spellings: z.array(z.string()).default([]) }))
    .default([]),
  /** Procedures as people name them; ignored when examples are compared. */
  procedures: z.array(z.string()),
  /** Days off besides national holidays: yyyy-mm-dd. */
  extraHolidays: z.array(z.strictObject({ date: z.string().regex(/^\d{4}-\d{2}-\d{2}$/), name: z.string() })),
  /** How long the platform allows messages, from a given day on; without entries, the published rules. */
  windowRules: z
    .array(
      z.strictObject({
        from: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
        freeHours: z.number().positive(),
        paidHours: z.number().positive(),
        remindHours: z.tuple([z.number().positive(), z.number().positive()]),
        keepOpenHours: z.number().positive(),
      }),
    )
    .min(1)
    .optional(),
  /** Forbidden in any text, unless the same sentence contains one of the words in `unless`. */
  forbidden: z.array(
    z.strictObject({ phrase: z.string(), why: z.string(), unless: z.array(z.string()).optional() }),
  ),
  /** Numbers that claim nothing and need no fact. */
  harmlessNumbers: z.array(z.string()),
});

export type Local = z.infer<typeof localFile>;
