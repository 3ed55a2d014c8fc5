import type { Understanding } from '../../understanding/understanding.ts';
import type { BotContext } from './bot-context.ts';
import type { CallOf, FlowShape, IntentCall, Intents, StoredCall } from './flow-shape.ts';
import type { Talk } from './talk.ts';

interface FlowParts<I extends Intents> {
  name: string;
  topic: string;
  /** Where content names them; those of the shape without it. */
  intents?: readonly string[];
  /** What an intent of this flow was called in rows that are still stored, by the old name. */
  formerIntents?: Readonly<Record<string, keyof I & string>>;
  /** Takes a message that is surely this flow's before the classifier is asked. Pure: never writes. */
  matches?(understanding: Understanding, talk: Talk): IntentCall | undefined;
  /** `matches` may be given one question of several: its call says all that `handle` needs. */
  matchesParts?: boolean;
  /** One call for two that are answered together. */
  join?(one: IntentCall, other: IntentCall): IntentCall | undefined;
  /** Whether a typed text is the answer to the open step; if not, it is read as a new question. Pure. */
  accepts?(step: CallOf<I>, understanding: Understanding): boolean;
  handle(ctx: BotContext, call: CallOf<I>): Promise<void> | void;
}

/** The code that answers some intents. */
export interface Flow extends Pick<FlowParts<Intents>, 'name' | 'topic' | 'matches' | 'join'> {
  readonly intents: readonly string[];
  readonly matchesParts: boolean;
  /** Names under which calls of this flow may be stored still. */
  readonly formerIntents: readonly string[];
  /** Reads what a button or an open step has stored. */
  parse(stored: StoredCall): IntentCall | undefined;
  accepts(step: IntentCall, understanding: Understanding): boolean;
  handle(ctx: BotContext, call: IntentCall): Promise<void> | void;
}

/** A flow of this shape. The registry calls it only with calls of its own intents, which its shape has made or read. */
export function createFlow<I extends Intents>(shape: FlowShape<I>, parts: FlowParts<I>): Flow {
  const { name, topic, intents = shape.intents, formerIntents = {}, matchesParts = false } = parts;
  return {
    name,
    topic,
    intents,
    matchesParts,
    formerIntents: Object.keys(formerIntents),
    ...(parts.matches && { matches: parts.matches }),
    ...(parts.join && { join: parts.join }),
    parse: (stored) => shape.parse({ ...stored, intent: formerIntents[stored.intent] ?? stored.intent }),
    accepts: (step, understanding) => parts.accepts?.(step as CallOf<I>, understanding) ?? false,
    handle: (ctx, call) => parts.handle(ctx, call as CallOf<I>),
  };
}
