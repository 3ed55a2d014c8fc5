import type { Candidate } from '../nlu/classifier.ts';
import { outOfScope } from '../nlu/decide.ts';
import type { Procedure, ProcedureDirectory } from './procedure-directory.ts';
import type { ProcedureReading } from './procedure-reading.ts';
import { type ProceduresFile, type SlotName, slotNames } from './procedure-schema.ts';

/** What the guide is to tell: some slots, or all of them, of one procedure; several are asked back. */
export interface ProcedureChoice {
  procedures: Procedure[];
  /** Empty for the whole guide. */
  slots: SlotName[];
}

/** A text, and what was spoken of right before it. */
export interface AskedProcedure {
  reading: ProcedureReading;
  /** The procedures that the last answer was about. */
  context: Procedure[];
  /** The slot told last: what "còn khai tử?" asks for again. */
  lastSlot?: SlotName | undefined;
  /** What the classifier takes the text for. */
  best?: Candidate | undefined;
}

/** As sure as an answer of a topic has to be to be given at once. */
const sureEnough = 0.5;
/** So sure that of several procedures the right one is meant. */
const surelyOne = 0.7;
/** An intent less likely than this says nothing about what the text is about. */
const worthNothing = 0.2;
/** A longer text that is not only about a procedure tells a story: the classifier's business. */
const mostWords = 14;
const mostWordsGoingOn = 12;
/** With more words that say something else, a question is about more than a slot. */
const mostUnknown = 2;
/** With more filler around it a name is not the whole question. */
const mostAroundName = 2;
/** Slots that a general question may ask for without any of their words. */
const toldByGeneral: readonly SlotName[] = ['bring', 'fee', 'time', 'who'];

/** Decides what the guide tells; undefined leaves the text to the topics. Pure. */
export type ChooseProcedure = (asked: AskedProcedure) => ProcedureChoice | undefined;

/**
 * A question that an answer of a topic covers keeps that answer. The guide takes the slots that no answer covers, the
 * questions that go on with a procedure, and those that ask for a procedure as a whole.
 */
export function createChooseProcedure(
  directory: ProcedureDirectory,
  { general }: Pick<ProceduresFile, 'general'>,
): ChooseProcedure {
  const isGeneral = (best: Candidate | undefined, slots: readonly SlotName[]) =>
    best !== undefined && slots.some((slot) => general[slot]?.includes(best.intent));
  const generalIntents = new Set(Object.values(general).flat());

  function named({ reading, context, lastSlot, best }: AskedProcedure): ProcedureChoice | undefined {
    const { asksForAll, words } = reading;
    const isAll = reading.unknown === 0;
    const procedures = narrowed(meant(reading, directory), context);
    const goesOn = reading.goesOn && context.length > 0 && lastSlot !== undefined;
    const slots = reading.slots.length === 0 && goesOn && isAll ? [lastSlot] : reading.slots;
    const choice = { procedures, slots };
    const isSure = best !== undefined && best.probability >= sureEnough;
    if (slots.length === 0) {
      // A name in passing is part of what is spoken of: "có phải nộp sổ đỏ không".
      const isPassing = context.length > 0 && !reading.goesOn && reading.around > mostAroundName;
      if (isAll) return asksForAll || !(isSure || isPassing) ? choice : undefined;
      return asksForAll && !isSure && words <= mostWords && isRelated(choice, best) ? choice : undefined;
    }
    if (isAll) return isCovered(choice, best) ? undefined : choice;
    if (isSure) {
      const isItsOwn = isAbout(choice, best) || isGeneral(best, slots);
      return isItsOwn && procedures.length === 1 && !isCovered(choice, best) ? choice : undefined;
    }
    return words <= mostWords && isRelated(choice, best) ? choice : undefined;
  }

  function goingOn({ reading, context, best }: AskedProcedure): ProcedureChoice | undefined {
    const { slots, unknown, words } = reading;
    const choice = { procedures: context, slots };
    // Right after an answer a part of it is likelier than nothing the bot knows of.
    const isSure = best !== undefined && best.probability >= sureEnough && best.topic !== outOfScope;
    if (slots.length === 0) {
      const slot = toldByGeneral.find((one) => isGeneral(best, [one]));
      return isSure && slot && words <= mostWordsGoingOn ? { procedures: context, slots: [slot] } : undefined;
    }
    if (unknown === 0) return choice;
    if (words > mostWordsGoingOn) return undefined;
    // One word more is how they say it, unless it is a question that an answer of this procedure tells.
    if (unknown === 1) return isSure && isAbout(choice, best) ? undefined : choice;
    if (isSure) return generalIntents.has(best.intent) ? choice : undefined;
    return unknown <= mostUnknown && isRelated(choice, best) ? choice : undefined;
  }

  function isRelated({ procedures }: ProcedureChoice, best: Candidate | undefined): boolean {
    if (best === undefined || best.probability < worthNothing || best.topic === outOfScope) return true;
    if (generalIntents.has(best.intent)) return true;
    return procedures.some(({ topic, intents }) => best.topic === topic || best.intent in intents);
  }

  return (asked) => {
    if (asked.reading.named.length > 0) return named(asked);
    return asked.context.length > 0 ? goingOn(asked) : undefined;
  };
}

function isAbout({ procedures }: ProcedureChoice, best: Candidate): boolean {
  return procedures.some(({ intents }) => best.intent in intents);
}

function meant({ named }: ProcedureReading, directory: ProcedureDirectory): Procedure[] {
  return [...new Set(named.flat())].flatMap((id) => directory.find(id) ?? []);
}

/** Of what a name may mean, what was just spoken of goes first. */
function narrowed(procedures: Procedure[], context: readonly Procedure[]): Procedure[] {
  const spokenOf = procedures.filter(({ id }) => context.some((one) => one.id === id));
  return spokenOf.length > 0 ? spokenOf : procedures;
}

/** Whether the answer that the classifier is sure of tells all that is asked. */
function isCovered({ procedures, slots }: ProcedureChoice, best: Candidate | undefined): boolean {
  if (best === undefined || best.probability < (procedures.length > 1 ? surelyOne : sureEnough)) return false;
  return procedures.some(({ intents }) => {
    const told = intents[best.intent] ?? [];
    return slots.every((slot) => told.includes(slot));
  });
}

/** Slots written as one text, for the data of a button, and back. */
export function writeSlots(slots: readonly SlotName[]): string {
  return slots.join(' ');
}

export function readSlots(text: string | undefined): SlotName[] {
  const written = (text ?? '').split(' ');
  return slotNames.filter((slot) => written.includes(slot));
}
