/** One thing a message may want, with how likely it is (0..1). */
export interface Candidate {
  intent: string;
  topic: string;
  probability: number;
}

/** Vietnamese text → what it wants. Pure and deterministic once trained; never throws, whatever the text. */
export interface Classifier {
  /** Likeliest first, probabilities summing to at most 1. Empty for a text with nothing to go by. */
  classify(text: string): Candidate[];
}

/** What a classifier is trained from: one line a resident might write, and what it wants. */
export interface Example {
  text: string;
  intent: string;
  topic: string;
}
