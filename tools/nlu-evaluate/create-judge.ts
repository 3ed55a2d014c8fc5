import type { TrainingContent } from '../../src/cli/build/training-content.ts';
import { createProcedureDirectory } from '../../src/content/procedure-directory.ts';
import { freshState } from '../../src/conversation/state.ts';
import type { Translate } from '../../src/i18n.ts';
import { type BotReader, createBotReader } from '../../src/intents/bot-reader.ts';
import { isIncomplete } from '../../src/intents/is-incomplete.ts';
import type { QuestionReading } from '../../src/intents/read-question.ts';
import { secretKinds } from '../../src/message.ts';
import type { Candidate, Classifier } from '../../src/nlu/classifier/classifier.ts';
import { likeliest, outOfScope } from '../../src/nlu/classifier/decide.ts';
import type { Understanding } from '../../src/understanding/understanding.ts';
import { maskText, type SecretMarks } from '../../src/webhook/mask-event.ts';
import type { Action, Judge, Judgement } from './judged.ts';

/** Topics of the talk itself, and what is done about them; every other is answered. */
const actionOfTopic: Record<string, Action> = {
  smalltalk: 'smalltalk',
  human: 'handoff',
  [outOfScope]: 'decline',
};

/** Signs and bare question marks are talk, whoever answers them. */
const signs: Record<string, string> = { media: 'smalltalk', nudge: 'smalltalk' };

/** A day like any other; nothing was ever said before it. */
const someDay = Date.UTC(2026, 0, 1);

const unasked: Judgement = {
  topic: undefined,
  intent: undefined,
  confidence: 0,
  action: 'clarify',
  ms: 0,
  candidates: [],
};

/** A text as the bot reads it as somebody's first message. */
export interface ReadText {
  understanding: Understanding;
  question: QuestionReading;
  /** More of it is waited for. */
  isIncomplete: boolean;
}

/** @param now epoch ms; some day without it */
export type ReadFirstMessage = (text: string, now?: number) => ReadText;

/** Reads a text as the actor does before a turn: masks secrets, understands it, and reads what it asks. */
export function createFirstMessageReader({ words }: TrainingContent, reader: BotReader): ReadFirstMessage {
  const marks = marksOf(words.in('vi'));
  return (text, now = someDay) => {
    const { text: masked, secrets } = maskText(text, marks);
    const understanding = reader.understand({ text: masked, secrets, now });
    const question = reader.readQuestion(understanding, { state: freshState, now });
    return { understanding, question, isIncomplete: isIncomplete(understanding, question) };
  };
}

/** The reading side of the bot with this content and classifier. */
export function createReader({ directory, words }: TrainingContent, classifier: Classifier): BotReader {
  return createBotReader({ directory, classifier, words, contactImageUrl: '' });
}

/** Judges a text as the bot would that reads it as somebody's first message. Nothing is answered or stored. */
export function createJudge(content: TrainingContent, classifier: Classifier): Judge {
  const reader = createReader(content, classifier);
  const read = createFirstMessageReader(content, reader);
  const topicOf = createTopicFinder(content, reader);
  return (text) => {
    const startedAt = performance.now();
    const { understanding, question } = read(text);
    const ms = performance.now() - startedAt;
    const { candidates, secrets } = understanding;
    const judged = judgementOf(question, { best: likeliest(candidates), topicOf });
    const isSecret = secrets.some((kind) => kind !== 'phone');
    return { ...unasked, ...judged, ...(isSecret && { action: 'warn' as const }), ms, candidates };
  };
}

/** The topic of any intent that a reading may name. */
function createTopicFinder(
  { directory }: TrainingContent,
  { flows }: BotReader,
): (intent: string) => string | undefined {
  const procedures = createProcedureDirectory(directory);
  const ofFlow = new Map(
    flows.flatMap(({ topic, intents }) => intents.map((intent) => [intent, topic] as const)),
  );
  return (intent) =>
    directory.findIntent(intent)?.topic ??
    procedures.listByIntent(intent)[0]?.topic ??
    signs[intent] ??
    ofFlow.get(intent);
}

interface Guess {
  best: Candidate | undefined;
  topicOf(intent: string): string | undefined;
}

/** What is asked back about is still a guess: it counts as the topic the bot has in mind. */
function judgementOf(reading: QuestionReading, { best, topicOf }: Guess): Partial<Judgement> {
  const guess = best && { topic: best.topic, intent: best.intent, confidence: best.probability };
  switch (reading.kind) {
    case 'address':
      return { topic: 'smalltalk', intent: 'call-me-this', confidence: 1, action: 'smalltalk' };
    case 'decline':
      return { ...guess, action: 'decline' };
    case 'clarify':
    case 'not-understood':
      return { ...guess, action: 'clarify' };
    case 'calls': {
      const [{ intent, confidence = 1 }] = reading.calls;
      const topic = topicOf(intent) ?? guess?.topic;
      // Which of several procedures is meant is asked back.
      if (topic === 'procedures') return { ...guess, action: 'clarify' };
      return { topic, intent, confidence, action: actionOfTopic[topic ?? ''] ?? 'answer' };
    }
  }
}

function marksOf(t: Translate): SecretMarks {
  return Object.fromEntries(secretKinds.map((kind) => [kind, t(`bot:masks.${kind}`)])) as SecretMarks;
}
