import type { Signs } from './signs.ts';

/**
 * How much each sign counts, as `npm run ranking` learns it from judged talks. The likelihood that a message asks for a
 * text grows with e to the power of the weighted sum of its signs.
 */
export const weights: Readonly<Record<keyof Signs, number>> = {
  object: 0.12,
  objectOfTalk: 0.42,
  isLast: 1.23,
  isOfLastTopic: 0.89,
  isLastMeans: -1,
  lastLeans: 0.96,
  otherLeans: -0.35,
  isNamed: 0.89,
  aspect: 0.59,
  saysAspect: 1.21,
  aspectOfTold: -0.2,
  aspectCount: -0.35,
  state: 0.4,
  stateOfTalk: 0.57,
  hasState: 1.57,
  conditions: -0.19,
  conditionsOfTalk: 0.39,
  conditionCount: 0.48,
  hasUntold: -2.2,
  conditionsLacking: -1.17,
  isVariantOfTold: 0.38,
  words: 7.94,
  asked: 8.05,
  askedOfObject: 0.6,
  askedElsewhere: -2.15,
  isAnswer: 1.29,
  answer: 0.56,
  generalLeans: -0.99,
  isUnknown: -4.97,
};
