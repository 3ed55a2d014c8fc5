import type { Candidate } from '../../src/nlu/classifier/classifier.ts';

/** What the reply would be; the same values as the stored outcomes. */
export type Action = 'answer' | 'clarify' | 'handoff' | 'smalltalk' | 'decline' | 'warn';

/** A message for measuring, with its intent if known. */
export interface Question {
  text: string;
  topic?: string | undefined;
  /** Other topics that answer the question just as well. */
  also?: string[] | undefined;
  intent?: string | undefined;
}

/** How the bot reads a message. */
export interface Judgement {
  /** The topic that the bot would answer or ask about; undefined for a text without usable features. */
  topic: string | undefined;
  intent: string | undefined;
  confidence: number;
  action: Action;
  /** Reading time. */
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
