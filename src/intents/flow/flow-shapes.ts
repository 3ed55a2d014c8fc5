import { z } from 'zod';
import { aspectNames, conditionNames, stateNames } from '../../content/schema/grid.ts';
import { ticketIntent } from '../../conversation/intent-names.ts';
import { scamStages } from '../../nlu/scam/scam.ts';
import { ticketNumber, ticketSteps } from '../../ticket/model/ticket-steps.ts';
import { defineContentFlow, defineFlow } from './flow-shape.ts';

/**
 * The calls of every flow: its intents, their steps and the data of each. Calls come from a resident's text, from
 * buttons and from the open step of a conversation. Buttons and steps are stored, so the schemas coerce the data of
 * older rows, and a step that was ever offered stays readable for as long as rows are kept. Each flow says the class of
 * acts that its calls may do (`risk.ts`); the turn refuses the others.
 */

/** Older rows store numbers, flags and lists as text: "3", "yes", "bring fee". */
const count = z.coerce.number().int().min(0);
const flag = z.preprocess((value) => (typeof value === 'string' ? value === 'yes' : value), z.boolean());
const splitAt = (separator: string) => (value: unknown) =>
  typeof value === 'string' ? value.split(separator).filter(Boolean) : value;

const nothing = z.object({});
const ofTicket = z.object({ ticket: ticketNumber });

const ofEmergency = z.object({
  kind: z.string(),
  /** Other kinds that it may be. */
  others: z.array(z.string()).optional(),
});

export const emergency = defineFlow(
  { risk: 'bind' },
  {
    'in-danger': {
      help: ofEmergency,
      /** Follow-ups within the hour: the resident wants it kept secret, has forgiven, speaks of children, … */
      silence: ofEmergency,
      forgiven: ofEmergency,
      children: ofEmergency,
      whom: ofEmergency,
      stay: ofEmergency,
    },
  },
);
export type EmergencyCall = ReturnType<typeof emergency.call>;

const ofScam = z.object({ stage: z.enum(scamStages) });

export const scam = defineFlow(
  { risk: 'bind' },
  {
    'in-scam': {
      tell: ofScam,
      /** The resident was told this before in the talk. */
      again: ofScam,
      /** The resident says that they have not done what the scammer wants. */
      undone: ofScam,
    },
  },
);
export type ScamCall = ReturnType<typeof scam.call>;

export const menu = defineFlow({ risk: 'remember' }, { menu: { topic: z.object({ topic: z.string() }) } });

export const language = defineFlow({ risk: 'remember' }, { 'english-please': {}, 'vietnamese-please': {} });

export const secretOffer = defineFlow(
  { risk: 'say' },
  { 'secret-offer': {}, 'login-offer': {}, 'papers-offer': {} },
);

export const smallTalk = defineFlow(
  { risk: 'bind' },
  {
    greeting: {},
    thanks: {},
    goodbye: {},
    nudge: {},
    acknowledge: {},
    'who-are-you': {},
    complaint: {},
  },
);

/** Why the bot asks for a place: to remember it as the resident's home, or only to tell about it. */
const purpose = z.enum(['home', 'question']).catch('home');
export type Purpose = z.output<typeof purpose>;

const unitAndVillage = z.object({ unit: z.string(), village: z.string().optional() });
/** One of several places; "unit/village" in older rows. */
const placeChoice = z.preprocess((value) => {
  if (typeof value !== 'string') return value;
  const [unit, village] = value.split('/');
  return { unit, ...(village && { village }) };
}, unitAndVillage);

export const place = defineFlow(
  { risk: 'bind' },
  {
    'my-place': {
      read: nothing,
      set: unitAndVillage.extend({ purpose }),
      'not-there': z.object({ typed: z.string().default('') }),
      /** The bot asked where the resident lives. */
      where: nothing,
      /** The bot asked which of several places is meant. */
      which: z.object({ purpose, candidates: z.preprocess(splitAt(';'), z.array(placeChoice)).default([]) }),
      /** The bot asked which unit an unknown village is in. */
      unit: z.object({ village: z.string().optional() }),
    },
  },
);
export type PlaceCall = ReturnType<typeof place.call>;

export const handoff = defineFlow(
  { risk: 'bind' },
  {
    /** `beside-staff`: opens a ticket that waits while staff write by hand. */
    human: {
      'beside-staff': nothing,
      /** An unclear message that is added to an open ticket. */
      add: ofTicket,
    },
    'call-me': {
      agree: ofTicket,
      decline: nothing,
      /** Typed: no call, or no number. */
      'no-call': nothing,
      /** The bot asked for the phone number. */
      phone: ofTicket,
      /** An unsolicited phone number. */
      'number-typed': nothing,
      'missed-call': nothing,
    },
    'not-helped': {},
  },
);
export type HandoffCall = ReturnType<typeof handoff.call>;

/** The village of a ticket; the bot asks for it once. */
export const ticketVillage = defineFlow(
  { risk: 'bind' },
  {
    'ticket-village': {
      told: ofTicket.extend({
        /** The bot offered a choice. */
        asked: flag.optional(),
        /** The resident named no village, and the bot asked again. */
        again: flag.optional(),
      }),
      set: ofTicket.extend({ unit: z.string(), village: z.string().optional() }),
      other: ofTicket,
      /** Named while the talk is about the ticket. */
      corrected: nothing,
    },
  },
);

export const ticket = defineFlow({ risk: 'bind' }, { [ticketIntent]: ticketSteps });

/** A complaint about a person: an official, a volunteer, somebody who threatens the resident. */
export const grievance = defineFlow(
  { risk: 'bind' },
  {
    grievance: {
      officer: nothing,
      'bribe-asked': nothing,
      threat: nothing,
      'wrong-to-team': nothing,
      /** The resident wants it passed on to the root team. */
      'pass-on': nothing,
    },
  },
);

export const ticketStatus = defineFlow({ risk: 'say' }, { 'ticket-status': {} });

export const privacy = defineFlow(
  { risk: 'remember', steps: { 'erase-data/sure': 'destroy' } },
  {
    privacy: {},
    'erase-data': {
      /** The resident confirms. */
      sure: nothing,
      /** The resident does not confirm. */
      keep: nothing,
      /** The resident stops an erasure that waits. */
      stop: nothing,
      /** Tells that an erasure waits, if one does. */
      waits: nothing,
    },
  },
);

export const media = defineFlow(
  { risk: 'bind' },
  { media: { send: nothing, type: nothing, sticker: nothing } },
);

const aboutObject = z.object({ object: z.string() });

/** What leans on the talk: the object is that of the last answer. */
export const laterTurn = defineFlow(
  { risk: 'remember' },
  {
    /** The resident told more of their case. */
    'told-more': { object: aboutObject },
    /** The resident did not understand, or was misunderstood. */
    unclear: { object: aboutObject },
    /** The resident asks for an aspect of which the object says nothing. */
    'not-declared': { object: aboutObject.extend({ aspect: z.enum(aspectNames) }) },
  },
);
export type LaterTurnCall = ReturnType<typeof laterTurn.call>;

export const stepByStep = defineFlow({ risk: 'remember' }, { 'which-steps': {} });

const aspects = z.array(z.enum(aspectNames));
/** What older rows call two of the aspects. */
const formerAspects = new Map([
  ['bring', 'papers'],
  ['link', 'online'],
]);
const renamed = (value: unknown) => {
  const names = splitAt(' ')(value);
  return Array.isArray(names) ? names.map((name) => formerAspects.get(name) ?? name) : names;
};
/** The cells to tell, all of the card when empty, and what the question told about the object. */
const ofObject = z.object({
  aspects: aspects.default([]),
  /** The aspects in older rows. */
  slots: z.preprocess(renamed, aspects).optional(),
  state: z.enum(stateNames).optional(),
  conditions: z.array(z.enum(conditionNames)).default([]),
  /** Told right after an answer of a topic about the same object. */
  isBeside: flag.optional(),
});
export type AskedOfObject = z.output<typeof ofObject>;

/** The bot asks which of several objects is meant. */
export const whichObject = defineFlow(
  { risk: 'remember' },
  {
    'which-object': { choose: ofObject.extend({ choices: z.array(z.string()) }) },
  },
);

/** The cells of one object; the files of `objects/` name its intents. */
export const objectAnswers = defineContentFlow('remember', { tell: ofObject });

/** The answers of a topic; the topic files name their intents. */
export const answers = defineContentFlow('bind', {
  /** A step of the answer, counted from 0. */
  walk: z.object({ number: count.default(0) }),
  /** The last step given: "tiếp" continues from there. */
  walking: z.object({ number: count.default(0) }),
});
export type AnswerCall = ReturnType<typeof answers.call>;
