import type { Signs } from './signs.ts';

/**
 * How much each sign counts, as `npm run ranking` learns it from judged talks. The likelihood that a message asks for a
 * text grows with e to the power of the weighted sum of its signs.
 */
export const weights: Readonly<Record<keyof Signs, number>> = {
  object: 0.11,
  objectOfTalk: 0.41,
  isLast: 0.98,
  isOfLastTopic: 0.97,
  isLastMeans: -1.13,
  lastLeans: 0.84,
  otherLeans: -0.27,
  isNamed: 0.68,
  aspect: 0.61,
  saysAspect: 1.02,
  aspectOfTold: -0.31,
  aspectCount: -0.35,
  state: 0.38,
  stateOfTalk: 0.67,
  hasState: 1.68,
  conditions: -0.14,
  conditionsOfTalk: 0.53,
  conditionCount: 0.37,
  hasUntold: -1.57,
  conditionsLacking: -1.09,
  isVariantOfTold: 0.68,
  words: 6.76,
  asked: 7.94,
  askedOfObject: 0.5,
  askedNext: 8.8,
  askedElsewhere: -1.52,
  isAnswer: 1.59,
  answer: 0.53,
  generalLeans: -1.45,
  isUnknown: -4.45,
};
