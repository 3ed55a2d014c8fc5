/**
 * The closed lists of the grid: what residents ask about an object, in which state it is, and under which condition
 * they ask. `locales/<language>/aspects.yaml` has the words of each; docs/content.md explains them.
 */

/** What a question about an object asks for, in the order of a card that tells several. */
export const aspectNames = [
  'what',
  'can',
  'must',
  'eligible',
  'amount',
  'where',
  'hours',
  'how',
  'papers',
  'fee',
  'time',
  'deadline',
  'validity',
  'who',
  'on-behalf',
  'online',
  'check',
  'contact',
  'compare',
  'safe',
  'why',
  'penalty',
  'fix',
] as const;

export type AspectName = (typeof aspectNames)[number];

/** What has happened to the object, or to the resident's dealing with it. Faults of an app are states too. */
export const stateNames = [
  'error',
  'mismatch',
  'wrong-data',
  'not-shown',
  'pending',
  'overdue',
  'rejected',
  'lost',
  'damaged',
  'expired',
  'done-already',
  'incident',
  'crash',
  'spinning',
  'incompatible',
  'storage',
  'face',
  'nfc',
  'locked',
  'password',
  'no-code',
  'profile',
  'notifications',
  'which-screen',
] as const;

export type StateName = (typeof stateNames)[number];

/** Who asks, for whom, or by which way. Several may hold at once. */
export const conditionNames = [
  'foreigner',
  'abroad',
  'minor',
  'elder',
  'deceased',
  'on-behalf',
  'unmarried',
  'no-account',
  'no-smartphone',
  'other-province',
  'household-business',
  'poor-household',
  'in-person',
  'online',
] as const;

export type ConditionName = (typeof conditionNames)[number];

/** What an object is. */
export const kindNames = [
  'app',
  'procedure',
  'paper',
  'benefit',
  'place',
  'agency',
  'scam',
  'device',
  'event',
] as const;

export type KindName = (typeof kindNames)[number];

/** An aspect whose question another one answers where the object does not declare it. */
export const standIns: Readonly<Partial<Record<AspectName, AspectName>>> = { 'on-behalf': 'who' };
