import { detectAddress } from '../../src/conversation/address.ts';
import { localesFolder } from '../../src/i18n.ts';
import { createTopicDirectory, type KnownIntent } from '../../src/intents/topic-directory.ts';
import { foldText } from '../../src/nlu/fold-text.ts';

/** A question whose answer can be told from every other answer, whatever was said before. */
export interface Question {
  intent: string;
  text: string;
  /** How the answer begins. */
  answer: string;
}

/**
 * Questions of the real content. Each is the plain title of its intent, so that no guess of the classifier
 * stands between a message and its reply.
 */
export function readQuestions(locales = localesFolder): Question[] {
  const directory = createTopicDirectory(`${locales}/vi`);
  const intents = directory.topics.flatMap(({ topic }) => directory.listIntents(topic));
  const names = countNames([
    ...directory.topics.flatMap(({ title, button }) => [title, button]),
    ...intents.flatMap(({ title, button, buttons = [] }) => [title, button, ...buttons.map((b) => b.title)]),
  ]);
  const beginnings = countNames(intents.map(beginningOf));
  return intents
    .filter(({ title, hardLimit }) => !hardLimit && names.get(fold(title)) === 1 && !detectAddress(title))
    .filter((intent) => beginnings.get(fold(beginningOf(intent))) === 1)
    .map((intent) => ({ intent: intent.id, text: intent.title, answer: beginningOf(intent) }));
}

/** The question that a text of the bot answers, if it is an answer at all. */
export function questionAnsweredBy(text: string, questions: readonly Question[]): Question | undefined {
  return questions.find(({ answer }) => text.startsWith(answer));
}

function beginningOf(intent: KnownIntent): string {
  return intent.answer.trim().slice(0, 60).normalize('NFC');
}

function fold(text: string): string {
  return foldText(text).replaceAll(' ', '');
}

function countNames(names: string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names.map(fold)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
