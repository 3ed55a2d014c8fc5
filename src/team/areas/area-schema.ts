import { z } from 'zod';

const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'must be yyyy-mm-dd');
const areaId = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be kebab-case');

const village = z.strictObject({
  name: z.string(),
  /** `name-only`: unconfirmed; may match typed text, but the bot never states it as true. */
  confidence: z.enum(['high', 'medium', 'name-only']),
  aliases: z.array(z.string()).optional(),
});

const unit = z.strictObject({
  name: z.string(),
  kind: z.enum(['district', 'town', 'commune']),
  /** First day, if known. */
  from: isoDate.optional(),
  /** Last day; absent while the unit exists. */
  until: isoDate.optional(),
  parent: areaId.optional(),
  /** The unit that its people belong to from the day after `until`. */
  becomes: areaId.optional(),
  office: z.string().optional(),
  website: z.string().optional(),
  aliases: z.array(z.string()).optional(),
  villages: z.array(village).optional(),
  villagesComplete: z.boolean().optional(),
  note: z.string().optional(),
});

/** `locales/<language>/areas.yaml`: administrative units with the days they began and ended. */
export const areasFile = z
  .strictObject({
    /** Names of more than one place, or also of a place elsewhere: the bot asks which one. */
    ambiguous: z.array(z.strictObject({ name: z.string(), units: z.array(areaId), why: z.string() })),
    /**
     * Places elsewhere that residents name. The bot never takes them for a misspelt local name; after a local name they
     * mean that the place is not ours.
     */
    elsewhere: z.array(z.string()).default([]),
    /** Ordinary words that equal a local name when typed without marks; such a name needs "thôn" or "ở" before it. */
    everyday: z.array(z.string()).default([]),
    units: z.record(areaId, unit),
  })
  .superRefine((areas, context) => {
    for (const [id, { parent, becomes, until }] of Object.entries(areas.units)) {
      for (const [key, target] of Object.entries({ parent, becomes })) {
        if (target === undefined || target in areas.units) continue;
        context.addIssue({ code: 'custom', path: ['units', id, key], message: `no unit "${target}"` });
      }
      if (becomes !== undefined && until === undefined) {
        context.addIssue({ code: 'custom', path: ['units', id, 'becomes'], message: 'needs "until"' });
      }
    }
  });

export type Areas = z.infer<typeof areasFile>;
export type AreaUnit = Areas['units'][string];
