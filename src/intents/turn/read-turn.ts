import type { Circumstances, KnownObject } from '../../content/objects/known-object.ts';
import type { ObjectDirectory } from '../../content/objects/object-directory.ts';
import { selectCell } from '../../content/objects/select-cell.ts';
import type { AspectsFile } from '../../content/schema/aspects.ts';
import { type AspectName, aspectNames } from '../../content/schema/grid.ts';
import { toldIn } from '../../content/schema/object.ts';
import type { ActName } from '../../content/schema/turns.ts';
import type { Decision } from '../../nlu/classifier/decide.ts';
import type { Understanding } from '../../understanding/understanding.ts';
import type { IntentCall } from '../flow/flow-shape.ts';
import { answers, laterTurn, smallTalk } from '../flow/flow-shapes.ts';
import { answeredLately, isAboutTicket, type Talk } from '../flow/talk.ts';
import { callOfChoice } from '../object/call-of-choice.ts';
import { chooseByNeed, rankCells, toldBy } from '../object/choose-by-need.ts';
import { meansKinds, meant } from '../object/choose-object.ts';
import { actOfTurn } from './act-of-turn.ts';
import { lastObject, toldBefore } from './last-object.ts';
import {
  answersBetter,
  isSurelyElse,
  isSurelyOther,
  likelyOwn,
  ownAnswer,
  surelyOwn,
} from './weigh-decision.ts';

/** A follow-up asks for no aspect less likely than this. */
const minAsked = 0.3;
/** "What to do is not known here" tells nobody anything; who knows is named instead. */
const vague: ReadonlySet<AspectName> = new Set(['fix', 'why', 'how', 'what', 'compare', 'can', 'safe']);
/** A candidate this likely tells an aspect for all objects alike. */
const minGeneral = 0.15;
/** A message that nothing else answers asks of the last object for an aspect that is this likely. */
const surelyAsked = 0.5;
/** From here on a statement asks for an aspect, other than those that statements sound like. */
const surelyAspect = 0.85;
const toldLike: ReadonlySet<string> = new Set(['how', 'fix', 'eligible', 'amount']);
/** Trouble without a state that it surely tells. */
const surelyTrouble = 0.8;
/** What residents mostly want to know of a condition that they tell, the first that has a text of its own. */
const askedByTelling: readonly AspectName[] = [
  'how',
  'fix',
  'eligible',
  'can',
  'on-behalf',
  'papers',
  'where',
];

/** What is read of a message. */
export type ReadTurn = Pick<Understanding, 'need' | 'objects' | 'candidates' | 'isQuestion' | 'language'>;

export interface TurnParts {
  objects: ObjectDirectory;
  /** The answers that tell an aspect for all objects alike. */
  general: AspectsFile['general'];
}

/**
 * Reads a message that leans on the talk: a question about the object of the last answer, something told about the
 * resident's own case, a correction, a word of understanding, a question of what was meant. A message that the
 * classifier has no answer for asks about the last object too, if it surely asks for an aspect. Undefined for a question
 * of its own, where an answer about the same subject fits better, and where no object was spoken of. Pure.
 * @param decided what the classifier would do with it
 */
export function readTurn(
  { objects, general }: TurnParts,
  u: ReadTurn,
  { talk, decided }: { talk: Talk; decided: Decision },
): IntentCall | undefined {
  const last = answeredLately(talk) ? lastObject(objects, talk) : undefined;
  // The acts are learned from Vietnamese turns.
  if (!last || u.language === 'en' || isSurelyElse(decided) || isAboutTicket(talk)) return undefined;
  const other = otherObject(last, objects, u);
  const act = actOfTurn(u.need, { namesOther: other !== undefined });
  const about: AboutLast = { last, u, talk, general, decided };
  const own = ownAnswer(last, decided);
  const asks = act === undefined || act === 'follow-up' || act === 'correct' || asksOn(act, u);
  const isAgain = own?.intent === talk.state.intent;
  if (own && own.probability >= (asks ? likelyOwn : surelyOwn) && (asks || !isAgain)) return undefined;
  if (asks && isSurelyOther(last, decided)) return undefined;
  switch (asks && act ? (act === 'correct' ? act : 'follow-up') : act) {
    case 'follow-up':
      return other ? askedBeside(about) : askedOfLast(about);
    case 'correct':
      return other ? askedOf(other, about) : (askedOfLast(about) ?? toldOfLast(about));
    case 'inform':
      return toldOfLast(about);
    case 'acknowledge':
      return u.isQuestion ? undefined : smallTalk.call('acknowledge');
    case 'repair':
      return laterTurn.call('unclear', 'object', { object: last.id });
    default:
      return other || decided.kind === 'answer' ? undefined : readUnanswered(about);
  }
}

/**
 * A follow-up that names another object: it is asked of the last one, if that tells what is asked and nothing is known
 * of the other: "có phải mang giấy khám sức khỏe không", about a will.
 */
function askedBeside(about: AboutLast): IntentCall | undefined {
  const { last, u, talk, decided } = about;
  if (decided.kind === 'answer' && decided.candidate.probability >= likelyOwn) return undefined;
  const [best] = rankCells(last, u, toldBefore(last, talk));
  return best && toldIn(best.selected.cell) !== undefined ? askedOfLast(about) : undefined;
}

/** Whether what looks like telling or a word of understanding asks something all the same. */
function asksOn(act: ActName | undefined, u: ReadTurn): boolean {
  if (act === 'inform' && (u.isQuestion || surelyAsks(u))) return true;
  if (act === 'inform') return tellsTrouble(u);
  return act === 'acknowledge' && tellsTrouble(u) && (u.need.states[0]?.probability ?? 0) >= surelyAsked;
}

/** Whether a message without the form of a question surely asks for an aspect all the same: "ai lien he giang vien". */
function surelyAsks({ need: { aspects } }: ReadTurn): boolean {
  const [aspect] = aspects;
  return aspect !== undefined && aspect.probability >= surelyAspect && !toldLike.has(aspect.name);
}

/** Whether a message tells that something went wrong, which asks what to do: "nó bảo sai mật khẩu". */
function tellsTrouble({ need: { aspects, states } }: ReadTurn): boolean {
  const [aspect] = aspects;
  if (aspect?.name !== 'fix') return false;
  const isState = (states[0]?.probability ?? 0) >= surelyAsked;
  return aspect.probability >= (isState ? surelyAsked : surelyTrouble);
}

/**
 * What nothing answers right after an answer: a question that surely asks for an aspect is about the same object, and
 * what is no question tells more of the resident's case.
 */
function readUnanswered(about: AboutLast): IntentCall | undefined {
  const { u } = about;
  const [aspect] = u.need.aspects;
  if (aspect && aspect.probability >= surelyAsked) return askedOfLast(about);
  return u.isQuestion ? undefined : toldOfLast(about);
}

interface AboutLast extends Pick<TurnParts, 'general'> {
  last: KnownObject;
  u: ReadTurn;
  talk: Talk;
  decided: Decision;
}

/** An object that the text names and that was not spoken of; an app is named beside many questions. */
function otherObject(last: KnownObject, objects: ObjectDirectory, u: ReadTurn): KnownObject | undefined {
  const named = meant(u.objects, objects);
  if (named.includes(last)) return undefined;
  return named.find(({ kind }) => !meansKinds.has(kind));
}

/** The cell of the last object that a follow-up asks for, in the circumstances that the resident has told. */
function askedOfLast({ last, u, talk, general, decided }: AboutLast): IntentCall | undefined {
  const [asked] = u.need.aspects;
  if (!asked || asked.probability < minAsked) return undefined;
  const before = toldBefore(last, talk);
  const [best] = rankCells(last, u, before);
  const ofBest = u.need.aspects.find(({ name }) => name === best?.aspect)?.probability ?? 0;
  const isTold = best !== undefined && ofBest >= minAsked && toldIn(best.selected.cell) !== undefined;
  if (!isTold && answersBetter(last, decided)) return undefined;
  if (isTold || (best && ofBest >= minAsked && !vague.has(best.aspect))) {
    return callOfChoice(chooseByNeed(last, u, before));
  }
  const aspect = aspectNames.find((name) => name === asked.name);
  if (!aspect || asked.probability < surelyAsked) return undefined;
  if (vague.has(aspect) && decided.kind === 'clarify') return undefined;
  if (vague.has(aspect)) return laterTurn.call('told-more', 'object', { object: last.id });
  const forAll = u.candidates.find(
    ({ intent, probability }) => probability >= minGeneral && general[aspect]?.includes(intent),
  );
  return forAll
    ? answers.call(forAll.intent)
    : laterTurn.call('not-declared', 'object', { object: last.id, aspect });
}

/** "Không phải hộ chiếu, căn cước cơ": what was asked of the one is asked of the other. */
function askedOf(other: KnownObject, { u, talk }: AboutLast): IntentCall | undefined {
  const choice = chooseByNeed(other, u);
  const asked = aspectNames.find((aspect) => aspect === talk.state.slot);
  return callOfChoice(choice.aspects.length === 0 && asked ? { ...choice, aspects: [asked] } : choice);
}

/** A cell that was written for what the resident has just told, if there is one; else a word that it was heard. */
function toldOfLast({ last, u, talk }: AboutLast): IntentCall {
  const before = toldBefore(last, talk);
  const now = toldBy(u, before);
  const asked = aspectNames.find((aspect) => aspect === talk.state.slot);
  const aspect = [...(asked ? [asked] : []), ...askedByTelling].find((one) =>
    isNews(selectCell(last, one, now), before),
  );
  const call = aspect && callOfChoice({ objects: [last], aspects: [aspect], ...now });
  return call ?? laterTurn.call('told-more', 'object', { object: last.id });
}

/** Whether a cell was written for a state or a condition that had not been told before. */
function isNews(selected: ReturnType<typeof selectCell>, before: Circumstances): boolean {
  if (!selected || toldIn(selected.cell) === undefined) return false;
  const { state, conditions } = selected.declares;
  const isNewState = state !== undefined && state !== before.state;
  return isNewState || conditions.some((one) => !before.conditions.includes(one));
}
