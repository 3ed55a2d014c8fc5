import { z } from 'zod';

const factId = z.string().regex(/^[A-Z]\d{2,}$/);

/** `locales/<language>/local.yaml`: all that is true of one office only. What each part means stands in docs/content.md. */
export const localFile = z.strictObject({
  /** The office that speaks: who runs the account, and the city or province above it. */
  office: z.strictObject({ name: z.string(), place: z.string(), province: z.string() }),
  /** Numbers that may be shown, each resting on a fact. */
  helpLines: z.record(
    z.string(),
    z.strictObject({ name: z.string(), call: z.string(), note: z.string().optional(), fact: factId }),
  ),
  /** Hosts a link may lead to; a subdomain needs a line of its own. */
  officialHosts: z.array(z.string()),
  /** Hosts of sources by the name people know them under, the most trusted first; others are not named to residents. */
  sources: z.record(z.string(), z.string()).default({}),
  /** Apps and marks: the right spelling, and how people type it (lower case, without diacritics). */
  brands: z.array(
    z.strictObject({ name: z.string(), app: z.boolean().optional(), spellings: z.array(z.string()) }),
  ),
  /** Companies that people name: networks, banks, sellers of signatures; the right spelling, and how people type it. */
  providers: z
    .array(z.strictObject({ name: z.string(), spellings: z.array(z.string()).default([]) }))
    .default([]),
  /** Procedures as people name them; left out of account when examples are compared. */
  procedures: z.array(z.string()),
  /** Days off besides the national ones: yyyy-mm-dd. */
  extraHolidays: z.array(z.strictObject({ date: z.string().regex(/^\d{4}-\d{2}-\d{2}$/), name: z.string() })),
  /** How long the platform lets us write, from a day on; what it publishes where there are none. */
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
  /** Not to be said in any text, unless the same sentence also has one of the words of `unless`. */
  forbidden: z.array(
    z.strictObject({ phrase: z.string(), why: z.string(), unless: z.array(z.string()).optional() }),
  ),
  /** Numbers that claim nothing, so need no fact. */
  harmlessNumbers: z.array(z.string()),
});

export type Local = z.infer<typeof localFile>;
