import { asksSomething } from '../nlu/phrases/is-question.ts';
import { withoutCourtesies } from '../nlu/text/politeness.ts';
import type { Understanding } from '../understanding/understanding.ts';
import { emergency } from './flow/flow-shapes.ts';
import type { QuestionReading } from './read-question.ts';

/** So long the beginning of a question waits for the rest of it. */
export const moreWaitMs = 2_000;

/** A cry for help does not wait. */
const urgent: ReadonlySet<string> = new Set(emergency.intents);
/** Longer texts say what they want, or say it badly: waiting would not help. */
const maxWords = 5;
const maxCharacters = 80;
/** "Cái thuế đất", "về vụ sổ đỏ": what a question will be about. */
const namesSubjectFirst = /^(?:(?:da|a|u|the|con) )*(?:ve|cai|vu|viec|chuyen) /;

/**
 * Whether people who write like this are about to write more: they say that they have a question, or name what it is
 * about, or write a few words that nobody could answer. Pure.
 */
export function isIncomplete(u: Understanding, question: QuestionReading): boolean {
  const { text } = u;
  const isUrgent = question.kind === 'calls' && question.calls.some(({ intent }) => urgent.has(intent));
  if (isUrgent || text.length > maxCharacters) return false;
  if (u.announcesQuestion) return true;
  const asked = withoutCourtesies(u.folded);
  if (text.includes('?') || asksSomething(asked) || asked.split(' ').length > maxWords) return false;
  return namesSubjectFirst.test(asked) || question.kind === 'clarify' || question.kind === 'not-understood';
}
