import { z } from 'zod';

const kindId = z.string().regex(/^[a-z]+(-[a-z]+)*$/, 'must be kebab-case');

const emergencyKind = z.strictObject({
  /** Help lines of local.yaml to be called, the first one first. */
  call: z.array(z.string()).min(1),
  /** Whether a person of the office is told at once. */
  person: z.boolean().default(false),
  /** The number and one instruction; `{{name}}` is the number of a help line. */
  first: z.string().min(1).max(160),
  /** What to do next, and not to do; short lines. */
  next: z.array(z.string().min(1).max(220)).min(2).max(3),
  /** Words that alone tell of it, with diacritics. */
  cues: z.array(z.string()).min(3),
  /** What sounds like it and is none. */
  near: z.array(z.string()).min(1),
});

/** `locales/<language>/emergencies.yaml`: what is said to people in danger, by kind. */
export const emergenciesFile = z.strictObject({
  kinds: z.record(kindId, emergencyKind),
});

/** The same in another language, where it is translated. */
export const translatedEmergencies = z.strictObject({
  kinds: z.record(kindId, emergencyKind.pick({ first: true, next: true })),
});

/** `locales/<language>/emergencies/{examples,near-misses}.yaml`: what people write, by kind or by reason. */
export const emergencyExamples = z.strictObject({ examples: z.record(kindId, z.array(z.string())) });

/** `locales/<language>/emergencies/meanings.yaml`: ways to say the same between commas, by a name of ours. */
export const emergencyMeanings = z.strictObject({ meanings: z.record(z.string(), z.string()) });

export type EmergencyKind = z.infer<typeof emergencyKind>;
export type EmergenciesFile = z.infer<typeof emergenciesFile>;
