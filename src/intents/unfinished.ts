import { announcesQuestion, withoutCourtesies } from '../nlu/courtesies.ts';
import { foldText } from '../nlu/fold-text.ts';
import { asksSomething } from './asks-something.ts';
import type { QuestionReading } from './read-question.ts';
import { urgentIntents } from './urgent.ts';

/** Longer texts say what they want, or say it badly: waiting would not help. */
const mostWords = 5;
const mostCharacters = 80;
/** "Cái thuế đất", "về vụ sổ đỏ": what a question will be about. */
const namesMatter = /^(?:(?:da|a|u|the|con) )*(?:ve|cai|vu|viec|chuyen) /;

/**
 * Whether people who write like this are about to write more: they say that they have a question, or name what it is
 * about, or write a few words that nobody could answer. Who is in danger does not wait. Pure.
 */
export function isUnfinished(text: string, reading: QuestionReading): boolean {
  const isUrgent = reading.kind === 'calls' && reading.calls.some(({ intent }) => urgentIntents.has(intent));
  if (isUrgent || text.length > mostCharacters) return false;
  const folded = foldText(text);
  if (announcesQuestion(folded)) return true;
  const question = withoutCourtesies(folded);
  if (text.includes('?') || asksSomething(question) || question.split(' ').length > mostWords) return false;
  return namesMatter.test(question) || reading.kind === 'clarify' || reading.kind === 'not-understood';
}
