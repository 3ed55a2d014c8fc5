import type { AspectName, ConditionName } from '../../content/schema/grid.ts';
import type { ObjectReading } from '../../understanding/read-object.ts';
import { meansKinds } from '../object/choose-object.ts';
import type { NeedLikelihoods, RankedMessage } from './ranked-message.ts';
import type { TellableText } from './tellable-text.ts';

/**
 * What speaks for or against telling a text, as numbers. Likelihoods are logarithms; the others are 0 or 1, shares, or
 * counts.
 */
export interface Signs {
  /** The object is what the message is about, and what the whole talk is about. */
  object: number;
  objectOfTalk: number;
  /** It is the object of the last answer; another one of the same topic. */
  isLast: number;
  isOfLastTopic: number;
  /** It is the last one, and something else is done with it: an app, an office. */
  isLastMeans: number;
  /** How much the message leans on the talk, for the last object and for others. */
  lastLeans: number;
  otherLeans: number;
  isNamed: number;
  /** The message asks for the aspect: learned, in words, and of one that tells something of its case. */
  aspect: number;
  saysAspect: number;
  aspectOfTold: number;
  /** The logarithm of how many aspects it tells at once. */
  aspectCount: number;
  /** The message tells the state of the text, or none; all words of the talk do. */
  state: number;
  stateOfTalk: number;
  hasState: number;
  conditions: number;
  conditionsOfTalk: number;
  conditionCount: number;
  hasUntold: number;
  /** Conditions that the message tells and the text does not mention. */
  conditionsLacking: number;
  /** The text was written for a state or a condition, and the message tells of the resident's case. */
  isVariantOfTold: number;
  /** Which part of the message's words the text has. */
  words: number;
  /** How alike a question is that others asked for this text, and for any text of the object. */
  asked: number;
  askedOfObject: number;
  /** How alike a question is that others asked for it once they were told of the last object. */
  askedNext: number;
  /** How alike a question is that others asked for a text about another object, as far as the message leans on the talk. */
  askedElsewhere: number;
  isAnswer: number;
  answer: number;
  /** It tells an aspect for all objects alike, and the message leans on the talk about one. */
  generalLeans: number;
  isUnknown: number;
}

export const signNames = [
  'object',
  'objectOfTalk',
  'isLast',
  'isOfLastTopic',
  'isLastMeans',
  'lastLeans',
  'otherLeans',
  'isNamed',
  'aspect',
  'saysAspect',
  'aspectOfTold',
  'aspectCount',
  'state',
  'stateOfTalk',
  'hasState',
  'conditions',
  'conditionsOfTalk',
  'conditionCount',
  'hasUntold',
  'conditionsLacking',
  'isVariantOfTold',
  'words',
  'asked',
  'askedOfObject',
  'askedNext',
  'askedElsewhere',
  'isAnswer',
  'answer',
  'generalLeans',
  'isUnknown',
] as const satisfies readonly (keyof Signs)[];

/** The least likely that anything counts as: nothing is impossible. */
const floor = { object: 0.005, aspect: 0.01, state: 0.02, stateOfTalk: 0.05, condition: 0.02, answer: 0.01 };
/** A condition that is less likely was not told. */
const minTold = 0.05;
/** Words that tell a condition make it this likely. */
const saidCondition = 0.9;
/** "Ai đi làm thay được" is asked of who does it, too. */
const whoOnBehalf = 0.5;
/** An answer about no object tells no aspect; as likely as not it is the asked one. */
const noAspect = 0.5;

/** What a text shares with a message by words alone, each 0..1. */
export type Likeness = Pick<Signs, 'words' | 'asked' | 'askedOfObject' | 'askedNext'>;

/** Reads the signs of a text in a message. Pure. */
export function readSigns(text: TellableText, likeness: Likeness, message: RankedMessage): Signs {
  const { object, aspects, state, conditions, intent } = text;
  const { last, leans, need, talk, said, saidInTalk } = message;
  const isLast = object !== undefined && object === last;
  const isElsewhere = last !== undefined && !isLast;
  const subject = object?.id ?? intent ?? '';
  const toldAspect = log(object ? aspectLikelihood(need, aspects) : noAspect, floor.aspect);
  const tells = object ? message.tells : 0;
  return {
    object: log(message.objects.get(subject) ?? 0, floor.object),
    objectOfTalk: log(message.objectsOfTalk.get(subject) ?? 0, floor.object),
    isLast: Number(isLast),
    isLastMeans: Number(isLast && meansKinds.has(object.kind)),
    isOfLastTopic: Number(last !== undefined && object?.topic === last.topic),
    lastLeans: isLast ? leans : 0,
    otherLeans: isElsewhere ? leans : 0,
    isNamed: Number(object !== undefined && message.named.has(object.id)),
    aspect: toldAspect,
    saysAspect: saysAspect(aspects, said),
    aspectOfTold: toldAspect * tells,
    aspectCount: Math.log(Math.max(aspects.length, 1)),
    state: log(state ? (need.states.get(state) ?? 0) : need.noState, floor.state),
    stateOfTalk: state ? log(talk.states.get(state) ?? 0, floor.stateOfTalk) : 0,
    hasState: Number(state !== undefined),
    conditions: conditionsIn(conditions, need, said),
    conditionsOfTalk: conditionsIn(conditions, talk, saidInTalk),
    conditionCount: conditions.length,
    hasUntold: hasUntold(conditions, message),
    conditionsLacking: object ? lackingIn(conditions, need, said) : 0,
    isVariantOfTold: state !== undefined || conditions.length > 0 ? tells : 0,
    words: likeness.words,
    asked: likeness.asked,
    askedOfObject: likeness.askedOfObject,
    askedNext: likeness.askedNext,
    askedElsewhere: isElsewhere ? likeness.asked * leans : 0,
    isAnswer: Number(intent !== undefined),
    answer: intent === undefined ? 0 : log(message.candidateOf(intent), floor.answer),
    generalLeans: text.isGeneral ? leans : 0,
    isUnknown: Number(text.isUnknown),
  };
}

/** "Được không" ends nearly every question: beside the words of another aspect it asks for nothing. */
function saysAspect(aspects: readonly AspectName[], said: ObjectReading): number {
  const asked = said.aspects.length > 1 ? said.aspects.filter((aspect) => aspect !== 'can') : said.aspects;
  return Number(aspects.some((aspect) => asked.includes(aspect)));
}

/** The text was written for a condition that nothing in the message or the talk tells. */
function hasUntold(
  conditions: readonly ConditionName[],
  { talk, saidInTalk, need, said }: RankedMessage,
): number {
  const isTold = (name: ConditionName) =>
    Math.max(need.conditions.get(name) ?? 0, talk.conditions.get(name) ?? 0) >= minTold ||
    said.conditions.includes(name) ||
    saidInTalk.conditions.includes(name);
  return Number(!conditions.every(isTold));
}

function conditionsIn(
  conditions: readonly ConditionName[],
  need: NeedLikelihoods,
  { conditions: said }: ObjectReading,
): number {
  let sum = 0;
  for (const name of conditions) {
    const learned = need.conditions.get(name) ?? 0;
    sum += log(said.includes(name) ? Math.max(learned, saidCondition) : learned, floor.condition);
  }
  return sum;
}

/** What the message tells and a text for these conditions does not mention. */
function lackingIn(
  conditions: readonly string[],
  need: NeedLikelihoods,
  { conditions: said }: ObjectReading,
): number {
  let sum = 0;
  for (const [name, likelihood] of need.conditions) if (!conditions.includes(name)) sum += likelihood;
  for (const name of said) if (!conditions.includes(name)) sum++;
  return sum;
}

/** How likely the message asks for the likeliest of the aspects. */
function aspectLikelihood(need: NeedLikelihoods, aspects: readonly AspectName[]): number {
  let likeliest = 0;
  for (const aspect of aspects) {
    const onBehalf = aspect === 'who' ? (need.aspects.get('on-behalf') ?? 0) * whoOnBehalf : 0;
    likeliest = Math.max(likeliest, (need.aspects.get(aspect) ?? 0) + onBehalf);
  }
  return likeliest;
}

function log(likelihood: number, atLeast: number): number {
  return Math.log(Math.max(likelihood, atLeast));
}
