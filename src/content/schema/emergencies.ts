import { z } from 'zod';

const kindId = z.string().regex(/^[a-z]+(-[a-z]+)*$/, 'must be kebab-case');

const emergencyKind = z.strictObject({
  /** What happens, in a few words: for a list of kinds. */
  name: z.string().min(1).max(40),
  /** Keys of help lines in local.yaml; the first one is called first. */
  call: z.array(z.string()).min(1),
  /** Why the bot notifies a member at once; undefined if it does not. */
  person: z.enum(['violence', 'self-harm']).optional(),
  /** The number and one instruction; `{{name}}` is the number of a help line. */
  first: z.string().min(1).max(160),
  /** The same for a resident whose form of address is known: `{{you}}`. */
  firstKnown: z.string().min(1).max(160).optional(),
  /** Other kinds for which `first` is right too: it has their number and an instruction that does no harm. */
  alike: z.array(z.string()).default([]),
  /** What to do next, and what not to do; short lines. */
  next: z.array(z.string().min(1).max(220)).min(2).max(3),
  /** Words that are enough to detect this kind, with diacritics. */
  cues: z.array(z.string()).min(3),
  /** Near misses: sound like this kind and are none. */
  near: z.array(z.string()).min(1),
});

/** `locales/<language>/emergencies.yaml`: texts for people in danger, by kind. */
export const emergenciesFile = z.strictObject({
  kinds: z.record(kindId, emergencyKind),
});

/** The same in another language, as far as it is translated. */
export const translatedEmergencies = z.strictObject({
  kinds: z.record(kindId, emergencyKind.pick({ name: true, first: true, next: true })),
});

const byName = z.record(kindId, z.array(z.string()));

/** `locales/<language>/emergencies/examples.yaml`: messages of residents, by kind. */
export const emergencyExamples = z.strictObject({ examples: byName });

/** `locales/<language>/emergencies/near-misses.yaml`: messages of residents, by the reason why they are none. */
export const emergencyNearMisses = z.strictObject({
  /** Intents of topics whose examples may tell of an emergency: they are no near misses. */
  exceptIntents: z.array(z.string()),
  examples: byName,
});

/** `locales/<language>/emergencies/meanings.yaml`: comma-separated synonyms, by a name that only we use. */
export const emergencyMeanings = z.strictObject({ meanings: z.record(z.string(), z.string()) });

export type EmergencyKind = z.infer<typeof emergencyKind>;
export type EmergenciesFile = z.infer<typeof emergenciesFile>;
