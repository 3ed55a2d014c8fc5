import type { Procedure, ProcedureDirectory } from '../../content/procedure-directory.ts';
import { type ProceduresFile, type SlotName, slotNames } from '../../content/schema/procedure.ts';
import type { Candidate } from '../../nlu/classifier/classifier.ts';
import { outOfScope } from '../../nlu/classifier/decide.ts';
import type { ProcedureReading } from '../../understanding/parse-procedure.ts';

/** What the guide tells: some slots, or all of them, of one procedure. With several procedures it asks back. */
export interface ProcedureChoice {
  procedures: Procedure[];
  /** Empty for the whole guide. */
  slots: SlotName[];
}

/** A text, and its context. */
interface AskedProcedure {
  reading: ProcedureReading;
  /** The procedures that the last answer was about. */
  context: Procedure[];
  /** The slot of the last answer: "còn khai tử?" asks for it again. */
  lastSlot?: SlotName | undefined;
  /** The classifier's best candidate. */
  best?: Candidate | undefined;
}

/** Same probability as for an answer of a topic without asking back. */
const sureEnough = 0.5;
/** A less likely intent tells nothing about the subject of the text. */
const worthNothing = 0.2;
/** A longer text that is not only about a procedure tells a story; the classifier handles it. */
const maxWords = 14;
const maxWordsGoingOn = 12;
/** With more unknown words a question is about more than a slot. */
const maxUnknown = 2;
/** With more filler around it, the name is not the whole question. */
const maxAroundName = 2;
/** Slots that a general question may ask for without naming them. */
const toldByGeneral: readonly SlotName[] = ['bring', 'fee', 'time', 'who'];

/** Decides what the guide tells; undefined leaves the text to the topics. Pure. */
export type ChooseProcedure = (asked: AskedProcedure) => ProcedureChoice | undefined;

interface ChoiceParams {
  directory: ProcedureDirectory;
  general: ProceduresFile['general'];
}

/**
 * A question that an answer of a topic covers keeps that answer. The guide takes slots that no answer covers,
 * questions that continue a procedure, and questions about a procedure as a whole.
 */
export function createChooseProcedure(choosing: ChoiceParams): ChooseProcedure {
  return (asked) => {
    if (asked.reading.named.length > 0) return chooseNamed(choosing, asked);
    return asked.context.length > 0 ? chooseGoingOn(choosing, asked) : undefined;
  };
}

/** The text names a procedure. */
function chooseNamed(choosing: ChoiceParams, asked: AskedProcedure): ProcedureChoice | undefined {
  const { reading, context, lastSlot, best } = asked;
  const procedures = narrowed(meant(reading, choosing.directory), context);
  const isAll = reading.unknown === 0;
  const goesOn = reading.goesOn && context.length > 0 && lastSlot !== undefined;
  const slots = reading.slots.length === 0 && goesOn && isAll ? [lastSlot] : reading.slots;
  const choice = { procedures, slots };
  const isShort = reading.words <= maxWords;
  if (slots.length === 0) return wantsAll(choosing, asked, choice) ? choice : undefined;
  if (isAll) return isCovered(choice, best) ? undefined : choice;
  if (!isSure(best)) return isShort && isRelated(choosing, choice, best) ? choice : undefined;
  const isItsOwn = isAbout(choice, best) || isGeneral(choosing, best, slots);
  return isItsOwn && procedures.length === 1 && !isCovered(choice, best) ? choice : undefined;
}

/** Whether the text asks for the whole of a procedure that it names without a slot. */
function wantsAll(
  choosing: ChoiceParams,
  { reading, context, best }: AskedProcedure,
  choice: ProcedureChoice,
) {
  const { unknown, asksForAll, goesOn, around, words } = reading;
  // A name in passing belongs to the last topic: "có phải nộp sổ đỏ không".
  const isPassing = context.length > 0 && !goesOn && around > maxAroundName;
  if (unknown === 0) return asksForAll || !(isSure(best) || isPassing);
  return asksForAll && !isSure(best) && words <= maxWords && isRelated(choosing, choice, best);
}

/** The text names no procedure and follows an answer about one. */
function chooseGoingOn(choosing: ChoiceParams, asked: AskedProcedure): ProcedureChoice | undefined {
  const { reading, context, best } = asked;
  const { slots, unknown, words } = reading;
  const choice = { procedures: context, slots };
  // Right after an answer a question about it is likelier than one out of scope.
  const sure = isSure(best) && best.topic !== outOfScope ? best : undefined;
  if (slots.length === 0) {
    const slot = toldByGeneral.find((one) => isGeneral(choosing, sure, [one]));
    return slot && words <= maxWordsGoingOn ? { procedures: context, slots: [slot] } : undefined;
  }
  if (unknown === 0) return choice;
  if (words > maxWordsGoingOn) return undefined;
  // One unknown word is a way of speaking, unless the text is a question that an answer of this procedure covers, or
  // names another subject, such as an app.
  if (unknown === 1) {
    // "Thuế thế nào" asks about what it names, not how the procedure is done.
    if (slots.every((slot) => slot === 'how')) return undefined;
    const isItsOwnQuestion = sure && (isAbout(choice, sure) || !isRelated(choosing, choice, sure));
    return isItsOwnQuestion ? undefined : choice;
  }
  if (sure) return isGeneral(choosing, sure, slotNames) ? choice : undefined;
  return unknown <= maxUnknown && isRelated(choosing, choice, best) ? choice : undefined;
}

function isSure(best: Candidate | undefined): best is Candidate {
  return best !== undefined && best.probability >= sureEnough;
}

/** Whether an intent covers one of the slots for all procedures alike. */
function isGeneral(
  { general }: ChoiceParams,
  best: Candidate | undefined,
  slots: readonly SlotName[],
): boolean {
  return best !== undefined && slots.some((slot) => general[slot]?.includes(best.intent));
}

/** Whether the best candidate leaves room for the procedures. */
function isRelated(
  choosing: ChoiceParams,
  { procedures }: ProcedureChoice,
  best: Candidate | undefined,
): boolean {
  if (best === undefined || best.probability < worthNothing || best.topic === outOfScope) return true;
  if (isGeneral(choosing, best, slotNames)) return true;
  return procedures.some(({ topic, intents }) => best.topic === topic || best.intent in intents);
}

function isAbout({ procedures }: ProcedureChoice, best: Candidate): boolean {
  return procedures.some(({ intents }) => best.intent in intents);
}

function meant({ named }: ProcedureReading, directory: ProcedureDirectory): Procedure[] {
  return [...new Set(named.flat())].flatMap((id) => directory.find(id) ?? []);
}

/** Of several procedures with one name, those of the last answer take precedence. */
function narrowed(procedures: Procedure[], context: readonly Procedure[]): Procedure[] {
  const spokenOf = procedures.filter(({ id }) => context.some((one) => one.id === id));
  return spokenOf.length > 0 ? spokenOf : procedures;
}

/**
 * Whether one answer of a topic surely covers the whole question. With several procedures it is unknown which one is
 * meant.
 */
function isCovered({ procedures, slots }: ProcedureChoice, best: Candidate | undefined): boolean {
  const [procedure, ...others] = procedures;
  if (!procedure || others.length > 0 || !isSure(best)) return false;
  const told = procedure.intents[best.intent] ?? [];
  return slots.every((slot) => told.includes(slot));
}
