import type { Circumstances, KnownObject } from '../../content/objects/known-object.ts';
import type { ObjectDirectory } from '../../content/objects/object-directory.ts';
import { selectCell } from '../../content/objects/select-cell.ts';
import type { AspectsFile } from '../../content/schema/aspects.ts';
import { type AspectName, aspectNames, conditionNames, stateNames } from '../../content/schema/grid.ts';
import { toldIn } from '../../content/schema/object.ts';
import type { ActName } from '../../content/schema/turns.ts';
import type { Understanding } from '../../understanding/understanding.ts';
import type { NoAnswer } from '../flow/flow.ts';
import type { IntentCall } from '../flow/flow-shape.ts';
import { answers, laterTurn, smallTalk } from '../flow/flow-shapes.ts';
import { answeredLately, type Talk } from '../flow/talk.ts';
import { callOfChoice } from '../object/call-of-choice.ts';
import { chooseByNeed, rankCells, toldBy } from '../object/choose-by-need.ts';
import { meansKinds, meant } from '../object/choose-object.ts';
import { actOfTurn } from './act-of-turn.ts';

/** A follow-up asks for no aspect less likely than this. */
const minAsked = 0.3;
/** A candidate this likely tells an aspect for all objects alike. */
const minGeneral = 0.15;
/** What is this likely a question for somebody else is not about the last object. */
const surelyOutside = 0.5;
/** A message that nothing else answers asks of the last object for an aspect that is this likely. */
const surelyAsked = 0.5;
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

export interface TurnParts {
  objects: ObjectDirectory;
  /** The answers that tell an aspect for all objects alike. */
  general: AspectsFile['general'];
}

/**
 * Reads a message that leans on the talk: a question about the object of the last answer, something told about the
 * resident's own case, a correction, a word of understanding, a question of what was meant. Undefined for a question
 * of its own, and where no object was spoken of. Pure.
 */
export function readTurn(
  { objects, general }: TurnParts,
  u: Understanding,
  talk: Talk,
): IntentCall | undefined {
  const last = answeredLately(talk) ? lastObject(objects, talk) : undefined;
  if (!last || u.name) return undefined;
  const other = otherObject(last, objects, u);
  const act = actOfTurn(u.need, { namesOther: other !== undefined });
  const about: AboutLast = { last, u, talk, general };
  switch (asksOn(act, u) ? 'follow-up' : act) {
    case 'follow-up':
      return other ? undefined : askedOfLast(about);
    case 'correct':
      return other ? askedOf(other, about) : (askedOfLast(about) ?? toldOfLast(about));
    case 'inform':
      return toldOfLast(about);
    case 'acknowledge':
      return u.isQuestion ? undefined : smallTalk.call('acknowledge');
    case 'repair':
      return laterTurn.call('unclear', 'object', { object: last.id });
    default:
      return undefined;
  }
}

/** Whether what looks like telling or a word of understanding asks something all the same. */
function asksOn(act: ActName | undefined, u: Understanding): boolean {
  return (
    (act === 'inform' && u.isQuestion) || ((act === 'inform' || act === 'acknowledge') && tellsTrouble(u))
  );
}

/** Whether a message tells that something went wrong, which asks what to do: "nó bảo sai mật khẩu". */
function tellsTrouble({ need: { aspects, states } }: Understanding): boolean {
  const [aspect] = aspects;
  const [state] = states;
  return (
    aspect?.name === 'fix' && aspect.probability >= surelyAsked && (state?.probability ?? 0) >= surelyAsked
  );
}

/**
 * Reads a message that nothing answers right after an answer: a question that surely asks for an aspect is about the
 * same object, and what is no question tells more of the resident's case. Pure.
 */
export function readTurnLast(
  { objects, general }: TurnParts,
  u: Understanding,
  { talk, without }: { talk: Talk; without: NoAnswer },
): IntentCall | undefined {
  if (without === 'decline' && (u.candidates[0]?.probability ?? 0) >= surelyOutside) return undefined;
  const last = answeredLately(talk) ? lastObject(objects, talk) : undefined;
  if (!last || otherObject(last, objects, u)) return undefined;
  const [aspect] = u.need.aspects;
  if (aspect && aspect.probability >= surelyAsked) return askedOfLast({ last, u, talk, general });
  return u.isQuestion ? undefined : toldOfLast({ last, u, talk, general });
}

interface AboutLast extends Pick<TurnParts, 'general'> {
  last: KnownObject;
  u: Understanding;
  talk: Talk;
}

/** The object that the last answer was about. */
export function lastObject(
  objects: ObjectDirectory,
  { state }: Pick<Talk, 'state'>,
): KnownObject | undefined {
  const [most, ...others] = objects.listByIntent(state.intent);
  return [most, ...others].find((one) => one?.id === state.object) ?? most;
}

/** What the resident told of their case while the talk was about an object. */
export function toldBefore({ id }: KnownObject, { state }: Pick<Talk, 'state'>): Circumstances {
  const { told } = state;
  if (told?.object !== id) return { conditions: [] };
  const known = stateNames.find((name) => name === told.state);
  return {
    ...(known && { state: known }),
    conditions: conditionNames.filter((name) => told.conditions.includes(name)),
  };
}

/** An object that the text names and that was not spoken of; an app is named beside many questions. */
function otherObject(last: KnownObject, objects: ObjectDirectory, u: Understanding): KnownObject | undefined {
  const named = meant(u.objects, objects);
  if (named.includes(last)) return undefined;
  return named.find(({ kind }) => !meansKinds.has(kind));
}

/** The cell of the last object that a follow-up asks for, in the circumstances that the resident has told. */
function askedOfLast({ last, u, talk, general }: AboutLast): IntentCall | undefined {
  const [asked] = u.need.aspects;
  if (!asked || asked.probability < minAsked) return undefined;
  const before = toldBefore(last, talk);
  const [best] = rankCells(last, u, before);
  const ofBest = u.need.aspects.find(({ name }) => name === best?.aspect)?.probability ?? 0;
  if (ofBest >= minAsked) return callOfChoice(chooseByNeed(last, u, before));
  const aspect = aspectNames.find((name) => name === asked.name);
  if (!aspect || asked.probability < surelyAsked) return undefined;
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
