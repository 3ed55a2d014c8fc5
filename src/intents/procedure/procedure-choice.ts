import type { Procedure, ProcedureDirectory } from '../../content/procedure-directory.ts';
import { type ProceduresFile, type SlotName, slotNames } from '../../content/schema/procedure.ts';
import type { Candidate } from '../../nlu/classifier/classifier.ts';
import { outOfScope } from '../../nlu/classifier/decide.ts';
import type { ProcedureReading } from '../../understanding/parse-procedure.ts';

/** What the guide is to tell: some slots, or all of them, of one procedure; several are asked back. */
export interface ProcedureChoice {
  procedures: Procedure[];
  /** Empty for the whole guide. */
  slots: SlotName[];
}

/** A text, and what was spoken of right before it. */
interface AskedProcedure {
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
/** An intent less likely than this says nothing about what the text is about. */
const worthNothing = 0.2;
/** A longer text that is not only about a procedure tells a story: the classifier's business. */
const maxWords = 14;
const maxWordsGoingOn = 12;
/** With more words that say something else, a question is about more than a slot. */
const maxUnknown = 2;
/** With more filler around it a name is not the whole question. */
const maxAroundName = 2;
/** Slots that a general question may ask for without any of their words. */
const toldByGeneral: readonly SlotName[] = ['bring', 'fee', 'time', 'who'];

/** Decides what the guide tells; undefined leaves the text to the topics. Pure. */
export type ChooseProcedure = (asked: AskedProcedure) => ProcedureChoice | undefined;

interface ChoiceParams {
  directory: ProcedureDirectory;
  general: ProceduresFile['general'];
}

/**
 * A question that an answer of a topic covers keeps that answer. The guide takes the slots that no answer covers, the
 * questions that go on with a procedure, and those that ask for a procedure as a whole.
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

/** Whether a procedure named without a slot is asked for as a whole. */
function wantsAll(
  choosing: ChoiceParams,
  { reading, context, best }: AskedProcedure,
  choice: ProcedureChoice,
) {
  const { unknown, asksForAll, goesOn, around, words } = reading;
  // A name in passing is part of what is spoken of: "có phải nộp sổ đỏ không".
  const isPassing = context.length > 0 && !goesOn && around > maxAroundName;
  if (unknown === 0) return asksForAll || !(isSure(best) || isPassing);
  return asksForAll && !isSure(best) && words <= maxWords && isRelated(choosing, choice, best);
}

/** The text names none, right after an answer about one. */
function chooseGoingOn(choosing: ChoiceParams, asked: AskedProcedure): ProcedureChoice | undefined {
  const { reading, context, best } = asked;
  const { slots, unknown, words } = reading;
  const choice = { procedures: context, slots };
  // Right after an answer a part of it is likelier than nothing the bot knows of.
  const sure = isSure(best) && best.topic !== outOfScope ? best : undefined;
  if (slots.length === 0) {
    const slot = toldByGeneral.find((one) => isGeneral(choosing, sure, [one]));
    return slot && words <= maxWordsGoingOn ? { procedures: context, slots: [slot] } : undefined;
  }
  if (unknown === 0) return choice;
  if (words > maxWordsGoingOn) return undefined;
  // One word more is how they say it, unless it is a question that an answer of this procedure tells, or names another
  // subject, such as an app.
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

/** Whether an intent speaks of one of the slots for all procedures alike. */
function isGeneral(
  { general }: ChoiceParams,
  best: Candidate | undefined,
  slots: readonly SlotName[],
): boolean {
  return best !== undefined && slots.some((slot) => general[slot]?.includes(best.intent));
}

/** Whether what the text is likeliest about leaves room for the procedures. */
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

/** Of what a name may mean, what was just spoken of goes first. */
function narrowed(procedures: Procedure[], context: readonly Procedure[]): Procedure[] {
  const spokenOf = procedures.filter(({ id }) => context.some((one) => one.id === id));
  return spokenOf.length > 0 ? spokenOf : procedures;
}

/** Whether an answer of a topic surely tells all that is asked; of several procedures nobody knows which is meant. */
function isCovered({ procedures, slots }: ProcedureChoice, best: Candidate | undefined): boolean {
  const [procedure, ...others] = procedures;
  if (!procedure || others.length > 0 || !isSure(best)) return false;
  const told = procedure.intents[best.intent] ?? [];
  return slots.every((slot) => told.includes(slot));
}
