import type { Decision } from '../../nlu/classifier/decide.ts';
import type { Understanding } from '../../understanding/understanding.ts';
import type { BotContext } from './bot-context.ts';
import type { CallOf, FlowShape, IntentCall, Intents, StoredCall } from './flow-shape.ts';
import type { Risk } from './risk.ts';
import type { Talk } from './talk.ts';

/** What the bot does with a message when nothing answers it. */
export type NoAnswer = 'clarify' | 'decline' | 'not-understood';

interface FlowParts<I extends Intents> {
  name: string;
  topic: string;
  /** The intents that content names; without it, those of the shape. */
  intents?: readonly string[];
  /** Former names of this flow's intents in rows that are still stored, by the old name. */
  formerIntents?: Readonly<Record<string, keyof I & string>>;
  /** Claims a message that is surely this flow's before the classifier sees it. Pure: never writes. */
  matches?(understanding: Understanding, talk: Talk): IntentCall | undefined;
  /** Claims a message that leans on the talk, knowing what the classifier would do with it. Pure. */
  matchesInTalk?(understanding: Understanding, talk: Talk, decided: Decision): IntentCall | undefined;
  /** Claims a message for which the classifier has no answer: it would ask back, decline or not understand. Pure. */
  matchesLast?(understanding: Understanding, without: NoAnswer): IntentCall | undefined;
  /** `matches` also accepts one question of several: its call has all that `handle` needs. */
  matchesParts?: boolean;
  /** Joins two calls that one answer covers. */
  join?(one: IntentCall, other: IntentCall): IntentCall | undefined;
  /** Whether a typed text answers the open step; if not, the bot reads it as a new question. Pure. */
  accepts?(step: CallOf<I>, understanding: Understanding): boolean;
  handle(ctx: BotContext, call: CallOf<I>): Promise<void> | void;
}

/** The code that answers some intents. */
export interface Flow
  extends Pick<FlowParts<Intents>, 'name' | 'topic' | 'matches' | 'matchesInTalk' | 'matchesLast' | 'join'> {
  readonly intents: readonly string[];
  readonly matchesParts: boolean;
  /** Former intent names under which calls of this flow may still be stored. */
  readonly formerIntents: readonly string[];
  /** Parses a call that a button or an open step has stored. */
  parse(stored: StoredCall): IntentCall | undefined;
  accepts(step: IntentCall, understanding: Understanding): boolean;
  riskOf(call: IntentCall): Risk;
  handle(ctx: BotContext, call: IntentCall): Promise<void> | void;
}

/** Creates a flow of this shape. The registry calls it only with calls that its shape has made or parsed. */
export function createFlow<I extends Intents>(shape: FlowShape<I>, parts: FlowParts<I>): Flow {
  const { name, topic, intents = shape.intents, formerIntents = {}, matchesParts = false } = parts;
  return {
    name,
    topic,
    intents,
    matchesParts,
    formerIntents: Object.keys(formerIntents),
    ...(parts.matches && { matches: parts.matches }),
    ...(parts.matchesInTalk && { matchesInTalk: parts.matchesInTalk }),
    ...(parts.matchesLast && { matchesLast: parts.matchesLast }),
    ...(parts.join && { join: parts.join }),
    parse: (stored) => shape.parse({ ...stored, intent: formerIntents[stored.intent] ?? stored.intent }),
    accepts: (step, understanding) => parts.accepts?.(step as CallOf<I>, understanding) ?? false,
    riskOf: (call) => shape.riskOf(call),
    handle: (ctx, call) => parts.handle(ctx, call as CallOf<I>),
  };
}
