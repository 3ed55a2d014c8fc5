import type { Circumstances, KnownObject } from '../../content/objects/known-object.ts';
import type { ObjectDirectory } from '../../content/objects/object-directory.ts';
import { lackOf, type SelectedCell, selectCell } from '../../content/objects/select-cell.ts';
import type { AspectsFile } from '../../content/schema/aspects.ts';
import { type AspectName, aspectNames, type KindName } from '../../content/schema/grid.ts';
import type { Candidate } from '../../nlu/classifier/classifier.ts';
import { outOfScope } from '../../nlu/classifier/decide.ts';
import type { ObjectReading } from '../../understanding/read-object.ts';

/** What the bot tells: some cells of one object, or its card. With several objects it asks back. */
export interface ObjectChoice extends Circumstances {
  objects: KnownObject[];
  /** Empty for the card. */
  aspects: AspectName[];
}

/** A text, and its context. */
interface AskedObject {
  reading: ObjectReading;
  /** The objects that the last answer was about. */
  context: KnownObject[];
  /** The aspect of the last answer: "còn khai tử?" asks for it again. */
  lastAspect?: AspectName | undefined;
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
/** With more unknown words a question is about more than an aspect. */
const maxUnknown = 2;
/** With more filler around it, the name is not the whole question. */
const maxAroundName = 2;
/** Aspects that a general question may ask for without naming them. */
const toldByGeneral: readonly AspectName[] = ['papers', 'fee', 'time', 'who'];
/** "Được không" ends nearly every question; without a cell it asks for nothing. */
const weakAspects: ReadonlySet<AspectName> = new Set(['can']);
/** An aspect that the object does not declare counts as so many unknown words: the question is about something else. */
const undeclaredWeight = 2;
/** What a procedure is done with or where; beside a procedure it is not what the question is about. */
export const meansKinds: ReadonlySet<KindName> = new Set(['app', 'device', 'place', 'agency']);
/** With more unknown words a question that names an app is about something in it. */
const maxUnknownOfMeans = 1;

/** Decides which cells answer a text; undefined leaves it to the topics. Pure. */
export type ChooseObject = (asked: AskedObject) => ObjectChoice | undefined;

interface ChoiceParams {
  directory: ObjectDirectory;
  general: AspectsFile['general'];
}

/**
 * A question that an answer of a topic covers keeps that answer. Objects take aspects that no answer covers, states and
 * conditions that a cell declares, questions that continue an object, and questions about an object as a whole.
 */
export function createChooseObject(choosing: ChoiceParams): ChooseObject {
  return (asked) => {
    if (asked.reading.named.length > 0) return chooseNamed(choosing, asked);
    return asked.context.length > 0 ? chooseGoingOn(choosing, asked) : undefined;
  };
}

/** What a text asks about some objects: the aspects with a cell, and the words that none of the cells accounts for. */
interface Fit {
  choice: ObjectChoice;
  unknown: number;
}

export function fitOf(objects: KnownObject[], reading: ObjectReading): Fit {
  const { state, conditions } = reading;
  const asked = askedAspects(objects, reading);
  const cellsOf = (aspect: AspectName) =>
    objects.flatMap((object) => tellable(selectCell(object, aspect, { state, conditions })));
  const aspects = asked.filter((aspect) =>
    cellsOf(aspect).some(({ cell }) => !(cell === 'unknown' && weakAspects.has(aspect))),
  );
  const undeclared = asked.filter((aspect) => !aspects.includes(aspect) && !weakAspects.has(aspect));
  const lacks =
    aspects.length > 0
      ? aspects.flatMap(cellsOf).map((cell) => cell.lacks)
      : objects.map(({ covers }) => lackOf({ conditions: [], covers }, { state, conditions }));
  const accountsForAll = lacks.every((one) => isNothing(one, aspects));
  return {
    choice: { objects, aspects, ...(state && { state }), conditions },
    unknown:
      reading.unknown +
      undeclaredWeight * undeclared.length +
      (accountsForAll ? 0 : Math.max(reading.telling, 1)),
  };
}

/** A state without another question, or with "làm sao", asks what to do about it. */
function askedAspects(
  objects: readonly KnownObject[],
  { aspects, state, conditions }: ObjectReading,
): AspectName[] {
  const asksElse = aspects.some((aspect) => aspect !== 'how' && !weakAspects.has(aspect));
  const isFixable = objects.some(
    (object) => state && selectCell(object, 'fix', { state, conditions })?.declares.state === state,
  );
  return isFixable && !asksElse ? ['fix'] : aspects;
}

function tellable(selected: SelectedCell | undefined): SelectedCell[] {
  return selected && selected.cell !== 'n/a' ? [selected] : [];
}

/** A condition that is asked about as an aspect is answered in its own cell. */
function isNothing(lacks: Circumstances, aspects: readonly string[]): boolean {
  return lacks.state === undefined && lacks.conditions.every((condition) => aspects.includes(condition));
}

/** The text names an object. */
function chooseNamed(choosing: ChoiceParams, asked: AskedObject): ObjectChoice | undefined {
  const { reading, context, lastAspect, best } = asked;
  const all = meant(reading, choosing.directory);
  // The difference between two things is told by neither: "hai ứng dụng này khác nhau chỗ nào".
  const areApps = reading.named.length > 1 && all.every(({ kind }) => kind === 'app');
  if (all.length > 1 && (areApps || reading.aspects.includes('compare'))) return undefined;
  const objects = narrowed(all, context);
  const { choice: read, unknown } = fitOf(objects, reading);
  const isAll = unknown === 0;
  const goesOn = reading.goesOn && context.length > 0 && lastAspect !== undefined;
  const aspects = read.aspects.length === 0 && goesOn && isAll ? [lastAspect] : read.aspects;
  const choice = { ...read, aspects };
  const isShort = reading.words <= maxWords;
  if (aspects.length === 0) return wantsAll(choosing, asked, { choice, unknown }) ? choice : undefined;
  if (isAll) return isCovered(choice, best) ? undefined : choice;
  if (!isSure(best)) {
    const isInApp = unknown > maxUnknownOfMeans && objects.every(({ kind }) => meansKinds.has(kind));
    return isShort && !isInApp && isRelated(choosing, choice, best) ? choice : undefined;
  }
  const isItsOwn = isAbout(choice, best) || isGeneral(choosing, best, aspects);
  return isItsOwn && objects.length === 1 && !isCovered(choice, best) ? choice : undefined;
}

/** Whether the text asks for the card of an object that it names without an aspect. */
function wantsAll(
  choosing: ChoiceParams,
  { reading, context, best }: AskedObject,
  { choice, unknown }: Fit,
): boolean {
  const { asksForAll, goesOn, around, words } = reading;
  // A name in passing belongs to the last topic: "có phải nộp sổ đỏ không".
  const isPassing = context.length > 0 && !goesOn && around > maxAroundName;
  if (unknown === 0) return asksForAll || !(isSure(best) || isPassing);
  return asksForAll && !isSure(best) && words <= maxWords && isRelated(choosing, choice, best);
}

/** The text names no object and follows an answer about one. */
function chooseGoingOn(choosing: ChoiceParams, asked: AskedObject): ObjectChoice | undefined {
  const { reading, context, best } = asked;
  const { words } = reading;
  const { choice, unknown } = fitOf(context, reading);
  const { aspects } = choice;
  // Right after an answer a question about it is likelier than one out of scope.
  const sure = isSure(best) && best.topic !== outOfScope ? best : undefined;
  if (aspects.length === 0) {
    const aspect = toldByGeneral.find((one) => isGeneral(choosing, sure, [one]));
    return aspect && words <= maxWordsGoingOn ? { ...choice, aspects: [aspect] } : undefined;
  }
  if (unknown === 0) return choice;
  if (words > maxWordsGoingOn) return undefined;
  // One unknown word is a way of speaking, unless the text is a question that an answer of this object covers, or
  // names another subject, such as an app.
  if (unknown === 1) {
    // "Thuế thế nào" asks about what it names, not how the procedure is done.
    if (aspects.every((aspect) => aspect === 'how')) return undefined;
    const isItsOwnQuestion = sure && (isAbout(choice, sure) || !isRelated(choosing, choice, sure));
    return isItsOwnQuestion ? undefined : choice;
  }
  if (sure) return isGeneral(choosing, sure, aspectNames) ? choice : undefined;
  return unknown <= maxUnknown && isRelated(choosing, choice, best) ? choice : undefined;
}

function isSure(best: Candidate | undefined): best is Candidate {
  return best !== undefined && best.probability >= sureEnough;
}

/** Whether an intent covers one of the aspects for all objects alike. */
function isGeneral(
  { general }: ChoiceParams,
  best: Candidate | undefined,
  aspects: readonly AspectName[],
): boolean {
  return best !== undefined && aspects.some((aspect) => general[aspect]?.includes(best.intent));
}

/** Whether the best candidate leaves room for the objects. */
function isRelated(choosing: ChoiceParams, { objects }: ObjectChoice, best: Candidate | undefined): boolean {
  if (best === undefined || best.probability < worthNothing || best.topic === outOfScope) return true;
  if (isGeneral(choosing, best, aspectNames)) return true;
  return objects.some(({ topic, answers }) => best.topic === topic || best.intent in answers);
}

function isAbout({ objects }: ObjectChoice, best: Candidate): boolean {
  return objects.some(({ answers }) => best.intent in answers);
}

export function meant({ named }: ObjectReading, directory: ObjectDirectory): KnownObject[] {
  const all = [...new Set(named.flat())].flatMap((id) => directory.find(id) ?? []);
  const requested = all.filter(({ kind }) => !meansKinds.has(kind));
  return requested.length > 0 ? requested : all;
}

/** Of several objects with one name, those of the last answer take precedence. */
function narrowed(objects: KnownObject[], context: readonly KnownObject[]): KnownObject[] {
  const spokenOf = objects.filter(({ id }) => context.some((one) => one.id === id));
  return spokenOf.length > 0 ? spokenOf : objects;
}

/**
 * Whether one answer of a topic surely covers the whole question. With several objects it is unknown which one is
 * meant; a cell written for the state or the condition is narrower than any answer of a topic.
 */
function isCovered(
  { objects, aspects, state, conditions }: ObjectChoice,
  best: Candidate | undefined,
): boolean {
  const [object, ...others] = objects;
  if (!object || others.length > 0 || !isSure(best)) return false;
  const told = object.answers[best.intent] ?? [];
  return aspects.every((aspect) => {
    const selected = selectCell(object, aspect, { state, conditions });
    const isNarrow = selected !== undefined && selected.cell !== 'unknown' && isVariant(selected);
    return !isNarrow && (told.includes(aspect) || (selected !== undefined && told.includes(selected.aspect)));
  });
}

function isVariant({ declares }: SelectedCell): boolean {
  return declares.state !== undefined || declares.conditions.length > 0;
}
