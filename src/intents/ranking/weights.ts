import type { Signs } from './signs.ts';

/**
 * How much each sign counts, as `npm run ranking` learns it from judged talks. The likelihood that a message asks for a
 * text grows with e to the power of the weighted sum of its signs.
 */
export const weights: Readonly<Record<keyof Signs, number>> = {
  object: 0.12,
  objectOfTalk: 0.42,
  isLast: 1.56,
  isOfLastTopic: 0.86,
  lastLeans: 0.77,
  otherLeans: -0.25,
  isNamed: 0.81,
  aspect: 0.59,
  saysAspect: 1.04,
  aspectOfTold: -0.2,
  state: 0.4,
  stateOfTalk: 0.59,
  hasState: 1.59,
  conditions: -0.02,
  conditionsOfTalk: 0.82,
  conditionCount: 0.88,
  conditionsLacking: -1.02,
  isVariantOfTold: 0.51,
  words: 7.99,
  asked: 8.29,
  askedOfObject: 0.11,
  askedElsewhere: -3.72,
  isAnswer: 1.01,
  answer: 0.56,
  isUnknown: -5,
};
