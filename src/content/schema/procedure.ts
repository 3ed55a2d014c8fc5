import { z } from 'zod';

/** `locales/<language>/procedures.yaml`: the procedure guide. What each part means stands in docs/content.md. */

/** What people want to know of a procedure, in the order in which a whole guide tells it. */
export const slotNames = ['where', 'how', 'bring', 'fee', 'time', 'who', 'link'] as const;

export type SlotName = (typeof slotNames)[number];

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be kebab-case');
const factIds = z.array(z.string().regex(/^[A-Z]\d{2,}$/));
const slotName = z.enum(slotNames);

/** Nobody has told us: said so in one fixed sentence that names who knows. */
const unknown = z.literal('unknown');

const told = z.strictObject({
  /** One or two short sentences; reads well after its label ("Lệ phí: …"). Never addresses the reader. */
  text: z.string().min(1),
  /** Ids in facts.yaml that carry the text. */
  facts: factIds.min(1),
});

const slot = z.union([unknown, told]);
/** The way to do it may be the answer of a question of a topic, with its steps. */
const howSlot = z.union([unknown, told, z.strictObject({ intent: id })]);
const linkSlot = z.union([unknown, told.extend({ url: z.url().optional() })]);

export const procedure = z.strictObject({
  /** As it stands within a sentence. */
  name: z.string().min(1).max(70),
  /** The same on a button: at most 20 characters. */
  button: z.string().min(1).max(20),
  topic: id,
  /** How people name it. A name that several share is asked back. */
  aliases: z.array(z.string().min(1)).min(1),
  /** Questions of the topics that are about this procedure, each with the slots that its answer tells as well. */
  intents: z.record(id, z.array(slotName)),
  /** Who knows what is unknown here: a key of `knows`. */
  knows: id,
  where: slot,
  how: howSlot,
  bring: slot,
  fee: slot,
  time: slot,
  who: slot,
  link: linkSlot,
});

export const proceduresFile = z.strictObject({
  /** How people ask for each slot. */
  asks: z.record(slotName, z.array(z.string().min(1)).min(1)),
  /** Words like those of a slot that ask for something else: what one gets, not what one pays. */
  elsewhere: z.array(z.string().min(1)).default([]),
  /** Questions of the topics that speak of one slot for all procedures alike. */
  general: z.partialRecord(slotName, z.array(id)),
  /** Words around a name and a slot that ask for nothing, parted by blanks. */
  filler: z.string(),
  knows: z.record(id, z.strictObject({ name: z.string().min(1), facts: factIds })),
  procedures: z.record(id, procedure),
});

export type ProceduresFile = z.infer<typeof proceduresFile>;
export type ProcedureEntry = z.infer<typeof procedure>;
export type Slot = ProcedureEntry[SlotName];
/** A slot with words of its own. */
export type ToldSlot = z.infer<typeof told> & { url?: string | undefined };

/** Nothing to guide through: an office without `procedures.yaml`. */
export const noProcedures: ProceduresFile = {
  asks: { where: [], how: [], bring: [], fee: [], time: [], who: [], link: [] },
  elsewhere: [],
  general: {},
  filler: '',
  knows: {},
  procedures: {},
};

/** The words of a slot that has some of its own. */
export function toldSlot(slot: Slot): ToldSlot | undefined {
  return slot !== 'unknown' && 'text' in slot ? slot : undefined;
}
