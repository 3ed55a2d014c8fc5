import type { KnownObject } from '../../content/objects/known-object.ts';
import type { Candidate } from '../../nlu/classifier/classifier.ts';
import { type Decision, outOfScope } from '../../nlu/classifier/decide.ts';

/** An answer about the same subject is told instead of a cell, and instead of a word of understanding, from here on. */
export const likelyOwn = 0.5;
export const surelyOwn = 0.8;
/** The same for an answer about another object of the topic. */
const surelyOfTopic = 0.9;
/** An answer of the same topic, and of another, is told from here on where the object knows nothing of what is asked. */
const minNear = 0.35;
const minFar = 0.6;
/** What is this likely small talk, or a question for somebody else, is not about the last object. */
const surelyElse = 0.5;
const elsewhere = new Set(['smalltalk', 'human', outOfScope]);

/** Small talk, a wish for a person, or a question for somebody else. */
export function isSurelyElse(decided: Decision): boolean {
  if (decided.kind !== 'answer' && decided.kind !== 'decline') return false;
  const { topic, probability } = decided.candidate;
  return probability >= surelyElse && elsewhere.has(topic);
}

/** The answer about the last object that the classifier would give. */
export function ownAnswer({ answers: own }: KnownObject, decided: Decision): Candidate | undefined {
  return decided.kind === 'answer' && decided.candidate.intent in own ? decided.candidate : undefined;
}

/**
 * Whether the classifier is sure of an answer about another object of the same topic, or has a likely one where the
 * last object is only what something else is done with.
 */
export function isSurelyOther({ topic, kind }: KnownObject, decided: Decision): boolean {
  if (decided.kind !== 'answer') return false;
  const { candidate } = decided;
  if (kind === 'app') return candidate.probability >= likelyOwn;
  return candidate.topic === topic && candidate.probability >= surelyOfTopic;
}

/** Whether the classifier has an answer where the object knows nothing of what is asked. */
export function answersBetter({ topic }: KnownObject, decided: Decision): boolean {
  if (decided.kind !== 'answer') return false;
  const { candidate } = decided;
  return candidate.probability >= (candidate.topic === topic ? minNear : minFar);
}
