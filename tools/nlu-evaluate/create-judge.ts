import type { TrainingContent } from '../../src/cli/build/training-content.ts';
import { askedBefore } from '../../src/content/knowledge.ts';
import { createObjectDirectory } from '../../src/content/objects/object-directory.ts';
import { freshState } from '../../src/conversation/state.ts';
import { type BotReader, createBotReader } from '../../src/intents/bot-reader.ts';
import { isIncomplete } from '../../src/intents/is-incomplete.ts';
import type { QuestionReading } from '../../src/intents/read-question.ts';
import type { Candidate, Classifier } from '../../src/nlu/classifier/classifier.ts';
import { likeliest, outOfScope } from '../../src/nlu/classifier/decide.ts';
import type { Understanding } from '../../src/understanding/understanding.ts';
import { maskText, secretMarksOf } from '../../src/webhook/mask-event.ts';
import type { Action, Judge, Judgement } from './judged.ts';

/** Actions for the topics about the conversation itself; every other topic is answered. */
const actionOfTopic: Record<string, Action> = {
  smalltalk: 'smalltalk',
  human: 'handoff',
  [outOfScope]: 'decline',
};

/** Emoji and bare question marks count as small talk, whichever handler answers them. */
const signs: Record<string, string> = { media: 'smalltalk', nudge: 'smalltalk' };

/** An arbitrary day, with no messages before it. */
const someDay = Date.UTC(2026, 0, 1);

const unasked: Judgement = {
  topic: undefined,
  intent: undefined,
  confidence: 0,
  action: 'clarify',
  ms: 0,
  candidates: [],
};

/** A text as the bot reads a resident's first message. */
export interface ReadText {
  understanding: Understanding;
  question: QuestionReading;
  /** The bot would wait for the rest of the message. */
  isIncomplete: boolean;
}

/** @param now epoch ms; an arbitrary day by default */
export type ReadFirstMessage = (text: string, now?: number) => ReadText;

/** Reads a text as the actor does before a turn: masks secrets, classifies it and finds the question. */
export function createFirstMessageReader(
  { words }: TrainingContent,
  reader: BotReader,
  findSecrets?: Classifier['findSecrets'],
): ReadFirstMessage {
  const manner = { marks: secretMarksOf(words.in('vi')), findSecrets };
  return (text, now = someDay) => {
    const { text: masked, secrets } = maskText(text, manner);
    const understanding = reader.understand({ text: masked, secrets, now });
    const question = reader.readQuestion(understanding, { state: freshState, now });
    return { understanding, question, isIncomplete: isIncomplete(understanding, question) };
  };
}

/** The reading part of the bot, with this content and classifier. */
export function createReader({ directory, words, data }: TrainingContent, classifier: Classifier): BotReader {
  const asked = askedBefore(directory, data);
  return createBotReader({ directory, classifier, words, asked, contactImageUrl: '' });
}

/** Judges a text as the bot reads a resident's first message. Answers and stores nothing. */
export function createJudge(content: TrainingContent, classifier: Classifier): Judge {
  const reader = createReader(content, classifier);
  const read = createFirstMessageReader(content, reader, classifier.findSecrets);
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

/** Finds the topic of any intent that a reading can name. */
function createTopicFinder(
  { directory }: TrainingContent,
  { flows }: BotReader,
): (intent: string) => string | undefined {
  const objects = createObjectDirectory(directory);
  const ofFlow = new Map(
    flows.flatMap(({ topic, intents }) => intents.map((intent) => [intent, topic] as const)),
  );
  return (intent) =>
    directory.findIntent(intent)?.topic ??
    objects.listByIntent(intent)[0]?.topic ??
    signs[intent] ??
    ofFlow.get(intent);
}

interface Guess {
  best: Candidate | undefined;
  topicOf(intent: string): string | undefined;
}

/** A question asked back is still a guess: it counts as the topic that the bot assumes. */
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
      // The bot asks which of several objects the resident means.
      if (topic === 'objects') return { ...guess, action: 'clarify' };
      return { topic, intent, confidence, action: actionOfTopic[topic ?? ''] ?? 'answer' };
    }
  }
}
