import { z } from 'zod';
import { slotNames } from '../../content/schema/procedure.ts';
import { ticketIntent } from '../../conversation/intent-names.ts';
import { ticketNumber, ticketSteps } from '../../ticket/model/ticket-steps.ts';
import { defineContentFlow, defineFlow } from './flow-shape.ts';

/**
 * What every flow can be called with: its intents, their steps and the data of each. Calls come from what a resident
 * writes, from buttons and from the open step of a conversation. Buttons and steps are stored: what older rows contain
 * is coerced here, and a step that was ever offered stays readable for as long as rows are kept.
 */

/** Numbers, flags and lists were text once: "3", "yes", "bring fee". */
const count = z.coerce.number().int().min(0);
const flag = z.preprocess((value) => (typeof value === 'string' ? value === 'yes' : value), z.boolean());
const splitAt = (separator: string) => (value: unknown) =>
  typeof value === 'string' ? value.split(separator).filter(Boolean) : value;

const nothing = z.object({});
const ofTicket = z.object({ ticket: ticketNumber });

const ofEmergency = z.object({ kind: z.string() });

export const emergency = defineFlow({
  'in-danger': {
    help: ofEmergency,
    /** What the resident writes within the hour after it: wants nobody told, has forgiven, speaks of children, … */
    silence: ofEmergency,
    forgiven: ofEmergency,
    children: ofEmergency,
    whom: ofEmergency,
    stay: ofEmergency,
  },
});
export type EmergencyCall = ReturnType<typeof emergency.call>;

export const menu = defineFlow({ menu: { topic: z.object({ topic: z.string() }) } });

export const language = defineFlow({ 'english-please': {}, 'vietnamese-please': {} });

export const smallTalk = defineFlow({
  greeting: {},
  thanks: {},
  goodbye: {},
  nudge: {},
  acknowledge: {},
  'who-are-you': {},
  complaint: {},
});

/** What a place is asked for: to be remembered as the resident's own, or only to be told about. */
const purpose = z.enum(['home', 'question']).catch('home');
export type Purpose = z.output<typeof purpose>;

const unitAndVillage = z.object({ unit: z.string(), village: z.string().optional() });
/** One place of several; "unit/village" in older rows. */
const placeChoice = z.preprocess((value) => {
  if (typeof value !== 'string') return value;
  const [unit, village] = value.split('/');
  return { unit, ...(village && { village }) };
}, unitAndVillage);

export const place = defineFlow({
  'my-place': {
    read: nothing,
    set: unitAndVillage.extend({ purpose }),
    'not-there': z.object({ typed: z.string().default('') }),
    /** Asked where they live. */
    where: nothing,
    /** Asked which of several places. */
    which: z.object({ purpose, candidates: z.preprocess(splitAt(';'), z.array(placeChoice)).default([]) }),
    /** Asked in which unit a village lies that we do not know. */
    unit: z.object({ village: z.string().optional() }),
  },
});
export type PlaceCall = ReturnType<typeof place.call>;

export const handoff = defineFlow({
  /** `beside-staff`: kept ready while staff write by hand. */
  human: { 'beside-staff': nothing },
  'call-me': {
    agree: ofTicket,
    decline: nothing,
    /** Asked for the number. */
    phone: ofTicket,
    /** A number that came out of nothing. */
    'number-typed': nothing,
    'missed-call': nothing,
  },
  'not-helped': {},
});
export type HandoffCall = ReturnType<typeof handoff.call>;

/** The village of a ticket, asked for once. */
export const ticketVillage = defineFlow({
  'ticket-village': {
    told: ofTicket.extend({
      /** A choice was offered. */
      asked: flag.optional(),
      /** They named nothing, and were asked again. */
      again: flag.optional(),
    }),
    set: ofTicket.extend({ unit: z.string(), village: z.string().optional() }),
    other: ofTicket,
  },
});

export const ticket = defineFlow({ [ticketIntent]: ticketSteps });

export const ticketStatus = defineFlow({ 'ticket-status': {} });

export const privacy = defineFlow({ privacy: {}, 'erase-data': { sure: nothing, keep: nothing } });

export const media = defineFlow({ media: { send: nothing, type: nothing, sticker: nothing } });

export const stepByStep = defineFlow({ 'which-steps': {} });

const slots = z.preprocess(splitAt(' '), z.array(z.enum(slotNames))).default([]);

/** Which of several procedures is meant is asked back. */
export const whichProcedure = defineFlow({
  'which-procedure': { choose: z.object({ choices: z.array(z.string()), slots }) },
});

/** The guide of one procedure; its intents are named by `procedures.yaml`. */
export const procedureGuide = defineContentFlow({ tell: z.object({ slots }) });

/** The answers of a topic; their intents are named by the topic files. */
export const answers = defineContentFlow({
  /** A step of the answer, counted from 0. */
  walk: z.object({ number: count.default(0) }),
  /** The step that was told last: "tiếp" goes on from there. */
  walking: z.object({ number: count.default(0) }),
});
export type AnswerCall = ReturnType<typeof answers.call>;
