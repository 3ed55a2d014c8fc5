import { detectAddress, tellsAddress } from '../conversation/address.ts';
import type { Candidate, Classifier } from '../nlu/classifier.ts';
import { type Decision, decide, outOfScope } from '../nlu/decide.ts';
import { inContext } from '../nlu/in-context.ts';
import type { FindByName } from './find-by-name.ts';
import type { BotContext, IntentCall, IntentHandler } from './intent-handler.ts';
import { correctedQuestion, splitQuestions } from './message-parts.ts';
import { answeredLately } from './recent-answer.ts';

/** What a text is taken to want, before anything is said. */
export type QuestionReading =
  | { kind: 'address' }
  /** One answer, or one for each question of the message. */
  | { kind: 'calls'; calls: [IntentCall, ...IntentCall[]] }
  | { kind: 'clarify'; offered: Candidate[] }
  | { kind: 'decline'; candidate: Candidate }
  | { kind: 'not-understood' };

export type ReadQuestion = (ctx: BotContext) => QuestionReading;

interface ReadingParts {
  handlers: readonly IntentHandler[];
  classifier: Classifier;
  findByName: FindByName;
  /** What residents ask next, as content says, after an answer. */
  nextOf(intent: string | undefined): readonly string[];
  /** Whether a text names what it is about: an app, a procedure. */
  namesSubject(text: string): boolean;
}

/** Topics of the talk itself: beside a question they need no reply of their own. */
const aroundQuestions = new Set(['smalltalk', outOfScope]);

/** Reads a question; the first that fits wins: a flow that knows it surely, an exact name, the classifier. */
export function createQuestionReader(parts: ReadingParts): ReadQuestion {
  const { handlers, findByName } = parts;
  return (ctx) => {
    const { text } = ctx.message;
    for (const handler of handlers) {
      const recognised = handler.recognises?.(ctx);
      if (recognised) return { kind: 'calls', calls: [recognised] };
    }
    if (detectAddress(text) && tellsAddress(text)) return { kind: 'address' };
    const named = findByName(text, ctx.t);
    if (named) return { kind: 'calls', calls: [named] };
    return readFreely(parts, ctx);
  };
}

function readFreely({ classifier, nextOf, namesSubject }: ReadingParts, ctx: BotContext): QuestionReading {
  const { message, state } = ctx;
  const corrected = correctedQuestion(message.text);
  const context = {
    ...(answeredLately(ctx) && { topic: state.topic, intent: state.intent, next: nextOf(state.intent) }),
    namesSubject: namesSubject(message.text),
    notMeant: corrected === undefined ? undefined : state.intent,
  };
  const understand = (text: string) => decide(inContext(classifier.classify(text), text, context));
  const text = corrected ?? message.text;
  const whole = understand(text);
  const parts = splitQuestions(text);
  if (parts.length > 1) {
    const calls = callsFor(parts.map(understand), whole);
    if (calls) return { kind: 'calls', calls };
  }
  return whole.kind === 'answer' ? { kind: 'calls', calls: [callOf(whole.candidate)] } : whole;
}

/** The answers of a message in parts: every part understood, or all but greetings and the like. */
function callsFor(decisions: Decision[], whole: Decision): [IntentCall, ...IntentCall[]] | undefined {
  const answers = decisions.flatMap((decision) => (decision.kind === 'answer' ? [decision.candidate] : []));
  const questions = answers.filter(({ topic }) => !aroundQuestions.has(topic));
  const distinct = questions.filter(
    ({ intent }, at) => questions.findIndex((other) => other.intent === intent) === at,
  );
  const [first, ...others] = distinct;
  if (!first) return undefined;
  // One clear question with talk around it is that question, unless the message as a whole says something clearer.
  if (others.length === 0 && whole.kind === 'answer' && whole.candidate.probability > first.probability) {
    return undefined;
  }
  return [callOf(first), ...others.map(callOf)];
}

function callOf({ intent, probability }: Candidate): IntentCall {
  return { intent, data: {}, confidence: probability };
}
