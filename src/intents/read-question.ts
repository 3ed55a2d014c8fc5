import { isDeepStrictEqual } from 'node:util';
import type { Candidate } from '../nlu/classifier/classifier.ts';
import { type Decision, decide, outOfScope, overviewOf } from '../nlu/classifier/decide.ts';
import { inContext } from '../nlu/classifier/rerank-by-context.ts';
import type { Understanding } from '../understanding/understanding.ts';
import type { Flow, NoAnswer } from './flow/flow.ts';
import { classifiedCall, type IntentCall } from './flow/flow-shape.ts';
import { answeredLately, knowsOfDeath, type Talk } from './flow/talk.ts';
import { nameCall } from './name-call.ts';
import type { CallFor } from './object/call-for.ts';
import type { ReadRanked } from './ranking/read-ranked.ts';

/** What a message wants, before any reply. */
export type QuestionReading =
  | { kind: 'address' }
  /** One answer, or one for each question of the message. */
  | {
      kind: 'calls';
      calls: [IntentCall, ...IntentCall[]];
      /** What the only call may have been meant instead: told below it. */
      perhaps?: IntentCall;
    }
  | { kind: 'clarify'; offered: Candidate[] }
  | { kind: 'decline'; candidate: Candidate }
  | { kind: 'not-understood' };

/** Reads a question in its conversation. Pure. */
export type ReadQuestion = (understanding: Understanding, talk: Talk) => QuestionReading;

interface ReadingParts {
  /** In the order in which the reader asks them. */
  flows: readonly Flow[];
  /** Whether a flow answers an intent; asking the classifier again about other intents would go in circles. */
  isAnswered(candidate: Candidate): boolean;
  /** The call for an intent that the classifier chose. */
  callFor: CallFor;
  /** Chooses the text that a message asks for, where one is likely. */
  readRanked: ReadRanked;
  /** The usual next questions after an answer, from content. */
  nextOf(intent: string | undefined): readonly string[];
  /** Undefined for an intent without a topic. */
  topicOf(intent: string): string | undefined;
  /** The intent that is meant instead once somebody has died. */
  onceDeadOf(intent: string): string | undefined;
}

/** Topics of small talk: next to a question they need no reply of their own. */
const aroundQuestions = new Set(['smalltalk', outOfScope]);
const hasLetter = /\p{L}/u;

/** Reads a question. The first match wins: a flow that surely knows it, an exact name, the classifier. */
export function createQuestionReader(parts: ReadingParts): ReadQuestion {
  const read = createFirstReader(parts);
  return (u, talk) => {
    const reading = read(u, talk);
    return knowsOfDeath(u, talk) ? afterDeath(parts, reading) : reading;
  };
}

/** "Sang tên đất" of a resident whose father has died is about inheritance, not about a sale. */
function afterDeath({ onceDeadOf }: ReadingParts, reading: QuestionReading): QuestionReading {
  if (reading.kind !== 'calls') return reading;
  const meant = (call: IntentCall) => {
    const intent = onceDeadOf(call.intent);
    return intent === undefined ? call : classifiedCall(intent, call.confidence ?? 1);
  };
  const { perhaps } = reading;
  const [first, ...others] = reading.calls;
  return {
    kind: 'calls',
    calls: [meant(first), ...others.map(meant)],
    ...(perhaps && { perhaps: meant(perhaps) }),
  };
}

function createFirstReader(parts: ReadingParts): ReadQuestion {
  return (u, talk) => {
    for (const flow of parts.flows) {
      const matched = flow.matches?.(u, talk);
      if (!matched) continue;
      const one: QuestionReading = { kind: 'calls', calls: [matched] };
      if (!flow.matchesParts) return one;
      const several = readSeveral(parts, u, talk);
      return !several && saysAll(u) ? one : parts.readRanked(u, talk, several ?? one);
    }
    if (u.address && u.tellsAddress) return { kind: 'address' };
    if (u.name) return { kind: 'calls', calls: [nameCall(u.name)] };
    const reading = readFreely(parts, u, talk);
    return saysAll(u) ? reading : parts.readRanked(u.correction ?? u, talk, reading);
  };
}

/**
 * Whether names and words for what is asked are all that a message has: "thủ tục kết hôn", "lệ phí bao nhiêu". Several
 * questions about an object that they name are read one by one.
 */
function saysAll({ objects, clauses }: Understanding): boolean {
  return objects.unknown === 0 && (objects.named.length === 0 || clauses.length < 2);
}

function readFreely(parts: ReadingParts, u: Understanding, talk: Talk): QuestionReading {
  const meant = u.correction ?? u;
  const notMeant = u.correction && talk.state.intent;
  const whole = decideAbout(parts, meant, { ...talk, notMeant });
  const reading =
    readSeveral(parts, meant, talk) ??
    readInTalk(parts, meant, { talk, whole }) ??
    readAround(parts, meant, { talk, whole }) ??
    readingOf(parts, whole, meant);
  return reading.kind === 'clarify' || reading.kind === 'decline' || reading.kind === 'not-understood'
    ? (readLast(parts, meant, reading.kind) ?? reading)
    : reading;
}

/** Whether an answer or an object has this intent. */
function isContent({ topicOf }: ReadingParts, intent: string): boolean {
  return topicOf(intent) !== undefined;
}

/** What a flow knows about a message that leans on the talk. */
function readInTalk(
  { flows }: ReadingParts,
  u: Understanding,
  { talk, whole }: { talk: Talk; whole: Decision },
): Extract<QuestionReading, { kind: 'calls' }> | undefined {
  for (const flow of flows) {
    const call = flow.matchesInTalk?.(u, talk, whole);
    if (call) return { kind: 'calls', calls: [call] };
  }
  return undefined;
}

/** What a flow knows about a message that has no answer of the classifier. */
function readLast({ flows }: ReadingParts, u: Understanding, without: NoAnswer): QuestionReading | undefined {
  for (const flow of flows) {
    const call = flow.matchesLast?.(u, without);
    if (call) return { kind: 'calls', calls: [call] };
  }
  return undefined;
}

/** @param talk with the intent that the resident rejects */
function decideAbout(
  { isAnswered, nextOf }: ReadingParts,
  u: Understanding,
  talk: Talk & { notMeant?: string | undefined },
): Decision {
  const { state, notMeant } = talk;
  // The classifier learns from words, so its probabilities mean nothing for a bare number.
  if (!hasLetter.test(u.unmasked)) return { kind: 'not-understood', candidate: undefined };
  const goesOn = answeredLately(talk);
  return decide(
    inContext(u.candidates.filter(isAnswered), u.unmasked, {
      ...(goesOn && { topic: state.topic, intent: state.intent, next: nextOf(state.intent) }),
      namesSubject: goesOn && u.namesSubject,
      notMeant,
      // "Gửi rồi mà mãi chưa thấy ai trả lời", within another topic: not about a ticket when the resident never opened
      // one.
      emptyTopic: goesOn && state.lastAt.ticket === undefined ? 'ticket-status' : undefined,
    }),
  );
}

/** Reads two or three questions in one message, each clear on its own. */
function readSeveral(parts: ReadingParts, u: Understanding, talk: Talk): QuestionReading | undefined {
  const calls: IntentCall[] = [];
  for (const part of u.parts) {
    const call = callForPart(parts, part, after(parts, talk, calls.at(-1)));
    if (call) calls.push(call);
  }
  const [first, ...others] = joinCalls(
    parts,
    calls.filter((call, at) => calls.findIndex((other) => isSameCall(other, call)) === at),
  );
  return first && calls.length > 1 ? { kind: 'calls', calls: [first, ...others] } : undefined;
}

/** The talk after the previous part, as context for the next one: "giấy khai sinh cần gì? bao lâu có?" */
function after({ topicOf }: ReadingParts, talk: Talk, before: IntentCall | undefined): Talk {
  if (!before) return talk;
  const { intent } = before;
  const lastAt = { ...talk.state.lastAt, answer: talk.now };
  return { ...talk, state: { ...talk.state, topic: topicOf(intent), intent, slot: undefined, lastAt } };
}

function callForPart(parts: ReadingParts, part: Understanding, talk: Talk): IntentCall | undefined {
  for (const flow of parts.flows) {
    const matched = flow.matchesParts ? flow.matches?.(part, talk) : undefined;
    if (matched) return matched;
  }
  const decision = decideAbout(parts, part, talk);
  const inTalk = readInTalk(parts, part, { talk, whole: decision });
  if (inTalk) return inTalk.calls.find(({ intent }) => isContent(parts, intent));
  if (decision.kind !== 'answer') return undefined;
  const { intent, topic } = decision.candidate;
  const isAnswer = !aroundQuestions.has(topic) && intent !== overviewOf(topic);
  return isAnswer ? parts.callFor(decision.candidate, part) : undefined;
}

/** Joins two calls that one answer covers. */
function joinCalls({ flows }: ReadingParts, calls: readonly IntentCall[]): IntentCall[] {
  const joiners = flows.flatMap(({ join }) => join ?? []);
  const joined: IntentCall[] = [];
  for (const call of calls) {
    const both = joined.map((earlier) => joiners.flatMap((join) => join(earlier, call) ?? [])[0]);
    const at = both.findIndex((one) => one !== undefined);
    joined.splice(at < 0 ? joined.length : at, 1, both[at] ?? call);
  }
  return joined;
}

function isSameCall(a: IntentCall, b: IntentCall): boolean {
  return a.intent === b.intent && isDeepStrictEqual(a.data, b.data);
}

/** The one question in a message that is otherwise small talk: "Được rồi. Thế còn thẻ của con?" */
function readAround(
  parts: ReadingParts,
  u: Understanding,
  { talk, whole }: { talk: Talk; whole: Decision },
): QuestionReading | undefined {
  const isTalk = (decision: Decision) =>
    decision.kind === 'answer' && aroundQuestions.has(decision.candidate.topic);
  if (whole.kind === 'answer' && !isTalk(whole)) return undefined;
  const questions = u.parts
    .map((part) => ({ part, decision: decideAbout(parts, part, talk) }))
    .filter(({ decision }) => !isTalk(decision) && decision.kind !== 'not-understood');
  const [only] = questions;
  return only && questions.length === 1 ? readingOf(parts, only.decision, only.part) : undefined;
}

function readingOf({ callFor }: ReadingParts, decision: Decision, u: Understanding): QuestionReading {
  return decision.kind === 'answer' ? { kind: 'calls', calls: [callFor(decision.candidate, u)] } : decision;
}
