import { createContext } from '../../src/actor/create-context.ts';
import type { TrainingContent } from '../../src/cli/training-content.ts';
import { createProcedureDirectory } from '../../src/content/procedure-directory.ts';
import { freshState } from '../../src/conversation/state.ts';
import type { Translate } from '../../src/i18n.ts';
import type { BotContext } from '../../src/intents/intent-handler.ts';
import type { QuestionReading } from '../../src/intents/read-question.ts';
import { createReader, type IntentParts, listHandlers } from '../../src/intents/registry.ts';
import { type SecretKind, secretKinds } from '../../src/message.ts';
import type { Candidate, Classifier } from '../../src/nlu/classifier/classifier.ts';
import { likeliest, outOfScope } from '../../src/nlu/classifier/decide.ts';
import { foldText } from '../../src/nlu/text/fold-text.ts';
import type { ResidentTickets } from '../../src/ticket/resident-ticket-types.ts';
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

/**
 * Judges a text as the bot would that reads it as somebody's first message: masks secrets, then reads the rest.
 * Nothing is answered or stored.
 */
export function createJudge({ directory, t }: TrainingContent, classifier: Classifier): Judge {
  const parts = { directory, classifier, fold: foldText, contactImageUrl: '' };
  const read = createReader(parts);
  const topicOf = createTopicFinder(parts);
  const marks = marksOf(t);
  return (text) => {
    const startedAt = performance.now();
    const { text: masked, secrets } = maskText(text, marks);
    const reading = read(firstMessage(masked, secrets, t));
    const ms = performance.now() - startedAt;
    const candidates = classifier.classify(masked);
    const best = likeliest(candidates);
    const judged = judgementOf(reading, { best, topicOf });
    const isSecret = secrets.some((kind) => kind !== 'phone');
    return { ...unasked, ...judged, ...(isSecret && { action: 'warn' as const }), ms, candidates };
  };
}

/** The topic of any intent that a reading may name. */
function createTopicFinder(parts: IntentParts): (intent: string) => string | undefined {
  const { directory } = parts;
  const procedures = createProcedureDirectory(directory);
  const ofFlow = new Map(
    listHandlers(parts).flatMap(({ topic, intents }) => intents.map((intent) => [intent, topic] as const)),
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

function firstMessage(text: string, secrets: SecretKind[], translate: Translate): BotContext {
  return createContext({
    message: {
      text,
      attachments: [],
      secrets,
      occurredAt: someDay,
      quotedIntent: undefined,
      anonymous: false,
    },
    state: freshState,
    oaId: '',
    now: someDay,
    translate,
    // A message that is only read touches no follow-up.
    tickets: {} as ResidentTickets,
    answersEventId: 0,
    requestErasure: async () => undefined,
  }).ctx;
}

function marksOf(t: Translate): SecretMarks {
  return Object.fromEntries(secretKinds.map((kind) => [kind, t(`bot:masks.${kind}`)])) as SecretMarks;
}
