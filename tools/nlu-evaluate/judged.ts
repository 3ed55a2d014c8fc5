import type { Candidate } from '../../src/nlu/classifier/classifier.ts';

/** What a reply would have been; as the stored outcomes of replies. */
export type Action = 'answer' | 'clarify' | 'handoff' | 'smalltalk' | 'decline' | 'warn';

/** A message to measure with, and what it wants where that is known. */
export interface Question {
  text: string;
  topic?: string | undefined;
  /** Other topics under which the question is answered just as well. */
  also?: string[] | undefined;
  intent?: string | undefined;
}

/** What the bot takes a message for. */
export interface Judgement {
  /** What would be answered or asked back about; undefined for a text with nothing to go by. */
  topic: string | undefined;
  intent: string | undefined;
  confidence: number;
  action: Action;
  /** How long reading took. */
  ms: number;
  /** Likeliest first. */
  candidates: readonly Candidate[];
}

export interface Judged {
  question: Question;
  judgement: Judgement;
}

export type Judge = (text: string) => Judgement;

export function judgeAll(questions: readonly Question[], judge: Judge): Judged[] {
  return questions.map((question) => ({ question, judgement: judge(question.text) }));
}
