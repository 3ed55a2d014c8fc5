import { asksSomething } from '../nlu/phrases/is-question.ts';
import { withoutCourtesies } from '../nlu/text/politeness.ts';
import type { Understanding } from '../understanding/understanding.ts';
import { emergency } from './flow/flow-shapes.ts';
import type { QuestionReading } from './read-question.ts';

/** An incomplete question waits this long for its rest. */
export const moreWaitMs = 2_000;

/** A cry for help does not wait. */
const urgent: ReadonlySet<string> = new Set(emergency.intents);
/** A longer text is complete, or so unclear that waiting would not help. */
const maxWords = 5;
const maxCharacters = 80;
/** "Cái thuế đất", "về vụ sổ đỏ": the subject of a question that follows. */
const namesSubjectFirst = /^(?:(?:da|a|u|the|con) )*(?:ve|cai|vu|viec|chuyen) /;

/**
 * Whether the resident is about to write more: they announce a question, name only its subject, or write a few words
 * that have no answer. Pure.
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
