import { z } from 'zod';

/** `locales/<language>/procedures.yaml`: the procedure guide. docs/content.md explains each part. */

/** What residents ask about a procedure, in the order of a whole guide. */
export const slotNames = ['where', 'how', 'bring', 'fee', 'time', 'who', 'link'] as const;

export type SlotName = (typeof slotNames)[number];

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be kebab-case');
const factIds = z.array(z.string().regex(/^[A-Z]\d{2,}$/));
const slotName = z.enum(slotNames);

/** Not known: the bot says so in one fixed sentence and names the responsible office. */
const unknown = z.literal('unknown');

const told = z.strictObject({
  /** One or two short sentences that read well after the label ("Lệ phí: …"). Never addresses the reader. */
  text: z.string().min(1),
  /** Ids in facts.yaml that support the text. */
  facts: factIds.min(1),
});

const slot = z.union([unknown, told]);
/** The way to do it may be the answer of a topic, with its steps. */
const howSlot = z.union([unknown, told, z.strictObject({ intent: id })]);
const linkSlot = z.union([unknown, told.extend({ url: z.url().optional() })]);

export const procedure = z.strictObject({
  /** The name as used within a sentence. */
  name: z.string().min(1).max(70),
  /** The name on a button: at most 20 characters. */
  button: z.string().min(1).max(20),
  topic: id,
  /** How residents name it. If several procedures share a name, the bot asks which one. */
  aliases: z.array(z.string().min(1)).min(1),
  /** Topic questions about this procedure, each with the slots that its answer covers too. */
  intents: z.record(id, z.array(slotName)),
  /** The office that knows what is unknown here: a key of `knows`. */
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
  /** How residents ask for each slot. */
  asks: z.record(slotName, z.array(z.string().min(1)).min(1)),
  /** Phrases that resemble a slot but ask for something else: what residents receive, not what they pay. */
  elsewhere: z.array(z.string().min(1)).default([]),
  /** Topic questions about one slot of all procedures. */
  general: z.partialRecord(slotName, z.array(id)),
  /** Words around a name and a slot that ask for nothing, separated by blanks. */
  filler: z.string(),
  knows: z.record(id, z.strictObject({ name: z.string().min(1), facts: factIds })),
  procedures: z.record(id, procedure),
});

export type ProceduresFile = z.infer<typeof proceduresFile>;
export type ProcedureEntry = z.infer<typeof procedure>;
export type Slot = ProcedureEntry[SlotName];
/** A slot with its own text. */
export type ToldSlot = z.infer<typeof told> & { url?: string | undefined };

/** The empty guide of an office without `procedures.yaml`. */
export const noProcedures: ProceduresFile = {
  asks: { where: [], how: [], bring: [], fee: [], time: [], who: [], link: [] },
  elsewhere: [],
  general: {},
  filler: '',
  knows: {},
  procedures: {},
};

/** The text of a slot, if it has its own. */
export function toldSlot(slot: Slot): ToldSlot | undefined {
  return slot !== 'unknown' && 'text' in slot ? slot : undefined;
}
