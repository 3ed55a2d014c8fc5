/** A message that asks something of an object, as training example: the names are those of the content's grid. */
export interface AskedExample {
  text: string;
  /** The answer of a topic that tells the asked cell, else the object's own intent. */
  intent: string;
  topic: string;
  aspect: string;
  state: string | undefined;
  conditions: readonly string[];
}

/**
 * What residents ask once they were told of an object, as training example: something of that object or of another one,
 * or an answer of a topic.
 */
export interface NextExample {
  text: string;
  /** The object that was told of. */
  after: string;
  asks:
    | { object: string; aspect: string; state: string | undefined; conditions: readonly string[] }
    | { intent: string };
}

/** A later turn of a talk as training example: what it does (follow up, inform, correct, …) and what it tells. */
export interface TurnExample {
  text: string;
  act: string;
  aspect: string | undefined;
  state: string | undefined;
  conditions: readonly string[];
}

/** What teaches which messages lean on the talk before them. */
export interface TurnLessons {
  later: readonly TurnExample[];
  /** First questions that name their subject. */
  first: readonly string[];
}

/** The probabilities of some names, the likeliest first; unlikely ones are left out. */
export type Likelihoods = readonly { name: string; probability: number }[];

/** What a message asks of its object, whichever it is: learned from many objects together. */
export interface NeedReading {
  /** They exclude each other: with two questions in one message each gets about half. */
  aspects: Likelihoods;
  /** What is left to 1 says that it tells no state. */
  states: Likelihoods;
  /** What is left to 1 says that it tells no condition. */
  conditions: Likelihoods;
  /** What a message does that leans on the talk before it. What is left to 1 says that it is a question of its own. */
  acts: Likelihoods;
}

/** Without a model, or for a text without known words. */
export const noNeed: NeedReading = { aspects: [], states: [], conditions: [], acts: [] };
