import type { TopicDirectory } from '../content/topic-directory.ts';
import type { Candidate, Classifier } from '../nlu/classifier/classifier.ts';
import { type Decision, decide, outOfScope, overviewOf } from '../nlu/classifier/decide.ts';
import { inContext } from '../nlu/classifier/rerank-by-context.ts';
import type { EntityFinder } from '../nlu/entities/entity.ts';
import { createNameFinder, type NamedThing } from '../nlu/entities/find-names.ts';
import { createEntityReader, type EntityReader } from '../nlu/entities/read-entities.ts';
import { detectAddress, tellsAddress } from '../nlu/phrases/form-of-address.ts';
import { asksSomething } from '../nlu/phrases/is-question.ts';
import { foldText } from '../nlu/text/fold-text.ts';
import { announcesQuestion, withoutCourtesies } from '../nlu/text/politeness.ts';
import { correctedQuestion, splitQuestions } from '../nlu/text/split-questions.ts';
import type { PlaceNames } from '../team/places/place-names.ts';
import { emergencyIntent } from './emergency/emergency.ts';
import type { FindByName } from './find-by-name.ts';
import type { BotContext, IntentCall, IntentHandler } from './intent-handler.ts';
import { answeredLately } from './recent-turns.ts';

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
  /** Undefined for an intent of no topic. */
  topicOf(intent: string): string | undefined;
  /** Whether a text names what it is about: an app, a procedure. */
  namesSubject(text: string): boolean;
}

/** Topics of the talk itself: beside a question they need no reply of their own. */
const aroundQuestions = new Set(['smalltalk', outOfScope]);
/** What stands where the webhook masked a secret. */
const mask = /\[[^\]]*\]/g;
const hasLetter = /\p{L}/u;

/** Reads a question; the first that fits wins: a flow that knows it surely, an exact name, the classifier. */
export function createQuestionReader(parts: ReadingParts): ReadQuestion {
  const { handlers, findByName } = parts;
  return (ctx) => {
    const { text } = ctx.message;
    for (const handler of handlers) {
      const recognised = handler.recognises?.(ctx);
      if (!recognised) continue;
      const one: QuestionReading = { kind: 'calls', calls: [recognised] };
      return handler.readsParts ? (readSeveral(parts, ctx, text) ?? one) : one;
    }
    if (detectAddress(text) && tellsAddress(text)) return { kind: 'address' };
    const named = findByName(text, ctx.t);
    if (named) return { kind: 'calls', calls: [named] };
    return readFreely(parts, ctx);
  };
}

function readFreely(parts: ReadingParts, ctx: BotContext): QuestionReading {
  const corrected = correctedQuestion(ctx.message.text);
  const text = corrected ?? ctx.message.text;
  const whole = decideAbout(parts, ctx, { text, isCorrection: corrected !== undefined });
  return readSeveral(parts, ctx, text) ?? readAround(parts, ctx, { text, whole }) ?? readingOf(whole);
}

interface ToRead {
  text: string;
  isCorrection?: boolean;
}

function decideAbout(
  { classifier, nextOf, namesSubject }: ReadingParts,
  ctx: BotContext,
  { text, isCorrection = false }: ToRead,
): Decision {
  const { state } = ctx;
  const asked = text.replace(mask, ' ');
  // Likelihoods are learned from words: of a bare number they say nothing, however sure they look.
  if (!hasLetter.test(asked)) return { kind: 'not-understood', candidate: undefined };
  const goesOn = answeredLately(ctx);
  return decide(
    inContext(classifier.classify(asked), asked, {
      ...(goesOn && { topic: state.topic, intent: state.intent, next: nextOf(state.intent) }),
      namesSubject: goesOn && namesSubject(asked),
      notMeant: isCorrection ? state.intent : undefined,
      // "Gửi rồi mà mãi chưa thấy ai trả lời", amid another talk, of somebody who never asked a person anything.
      emptyTopic: goesOn && state.lastAt.matter === undefined ? 'ticket-status' : undefined,
    }),
  );
}

/** Two or three questions in one message, each clear by itself. */
function readSeveral(parts: ReadingParts, ctx: BotContext, text: string): QuestionReading | undefined {
  const pieces = splitQuestions(text);
  if (pieces.length < 2) return undefined;
  const calls: IntentCall[] = [];
  for (const piece of pieces) {
    const call = callForPart(parts, after(parts, ctx, calls.at(-1)), piece);
    if (call) calls.push(call);
  }
  const [first, ...others] = joinSlots(
    calls.filter((call, at) => calls.findIndex((other) => sameCall(other, call)) === at),
  );
  return first && calls.length > 1 ? { kind: 'calls', calls: [first, ...others] } : undefined;
}

/** What the part before asked is what a part goes on from: "giấy khai sinh cần gì? bao lâu có?" */
function after({ topicOf }: ReadingParts, ctx: BotContext, before: IntentCall | undefined): BotContext {
  if (!before) return ctx;
  const { intent } = before;
  const lastAt = { ...ctx.state.lastAt, answer: ctx.now };
  const state = { ...ctx.state, topic: topicOf(intent), intent, slot: undefined, lastAt };
  return Object.create(ctx, { state: { value: state } });
}

function callForPart(parts: ReadingParts, ctx: BotContext, text: string): IntentCall | undefined {
  const part: BotContext = Object.create(ctx, { message: { value: { ...ctx.message, text } } });
  for (const handler of parts.handlers) {
    const recognised = handler.readsParts ? handler.recognises?.(part) : undefined;
    if (recognised) return recognised;
  }
  const decision = decideAbout(parts, ctx, { text });
  if (decision.kind !== 'answer') return undefined;
  const { intent, topic } = decision.candidate;
  const isAnswered = !aroundQuestions.has(topic) && intent !== overviewOf(topic);
  return isAnswered ? callOf(decision.candidate) : undefined;
}

/** "Cần gì? mất mấy ngày? bao nhiêu tiền?" of one procedure is one answer. */
function joinSlots(calls: readonly IntentCall[]): IntentCall[] {
  const joined: IntentCall[] = [];
  for (const call of calls) {
    const { slots } = call.data;
    const same = joined.find(({ intent, data }) => slots && data.slots && intent === call.intent);
    if (same) same.data = { ...same.data, slots: `${same.data.slots} ${slots}` };
    else joined.push({ ...call });
  }
  return joined;
}

function sameCall(a: IntentCall, b: IntentCall): boolean {
  return a.intent === b.intent && a.data.slots === b.data.slots;
}

/** The one question of a message that is talk otherwise: "Được rồi. Thế còn thẻ của con?" */
function readAround(
  parts: ReadingParts,
  ctx: BotContext,
  { text, whole }: { text: string; whole: Decision },
): QuestionReading | undefined {
  const isTalk = (decision: Decision) =>
    decision.kind === 'answer' && aroundQuestions.has(decision.candidate.topic);
  const pieces = splitQuestions(text);
  if (pieces.length < 2 || (whole.kind === 'answer' && !isTalk(whole))) return undefined;
  const questions = pieces
    .map((piece) => decideAbout(parts, ctx, { text: piece }))
    .filter((decision) => !isTalk(decision) && decision.kind !== 'not-understood');
  const [only] = questions;
  return only && questions.length === 1 ? readingOf(only) : undefined;
}

function readingOf(decision: Decision): QuestionReading {
  return decision.kind === 'answer' ? { kind: 'calls', calls: [callOf(decision.candidate)] } : decision;
}

function callOf({ intent, probability }: Candidate): IntentCall {
  return { intent, data: {}, confidence: probability };
}

/** Reads what a text names, with the names of this office: its places, apps, providers and procedures. */
export function createBotEntities(
  { local, procedures }: Pick<TopicDirectory, 'local' | 'procedures'>,
  places: PlaceNames,
): EntityReader {
  const findPlaces: EntityFinder = (_, text, today) =>
    places.find(text, { day: today }).map((match) => ({
      kind: 'place',
      start: match.start,
      end: match.end,
      value: match.kind === 'found' ? (match.village?.name ?? match.area.name) : match.typed,
    }));
  return createEntityReader([
    findPlaces,
    createNameFinder('app', local.brands.filter(({ app }) => app).map(toNamed)),
    createNameFinder('provider', local.providers.map(toNamed)),
    createNameFinder(
      'procedure',
      Object.entries(procedures.procedures).map(([value, { aliases, name }]) => ({
        value,
        spellings: [...aliases, name],
      })),
    ),
  ]);
}

function toNamed({ name, spellings }: { name: string; spellings: readonly string[] }): NamedThing {
  return { value: name, spellings: [name, ...spellings] };
}

/** Longer texts say what they want, or say it badly: waiting would not help. */
const maxWords = 5;
const maxCharacters = 80;
/** "Cái thuế đất", "về vụ sổ đỏ": what a question will be about. */
const namesSubjectFirst = /^(?:(?:da|a|u|the|con) )*(?:ve|cai|vu|viec|chuyen) /;

/**
 * Whether people who write like this are about to write more: they say that they have a question, or name what it is
 * about, or write a few words that nobody could answer. Who is in danger does not wait. Pure.
 */
export function isUnfinished(text: string, reading: QuestionReading): boolean {
  const isUrgent = reading.kind === 'calls' && reading.calls.some(({ intent }) => intent === emergencyIntent);
  if (isUrgent || text.length > maxCharacters) return false;
  const folded = foldText(text);
  if (announcesQuestion(folded)) return true;
  const question = withoutCourtesies(folded);
  if (text.includes('?') || asksSomething(question) || question.split(' ').length > maxWords) return false;
  return namesSubjectFirst.test(question) || reading.kind === 'clarify' || reading.kind === 'not-understood';
}
