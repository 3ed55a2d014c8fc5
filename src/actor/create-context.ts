import { addressValues } from '../conversation/address-values.ts';
import type { Erasure } from '../conversation/erasure/erasure-requests.ts';
import type { Draft } from '../conversation/outbox.ts';
import type { ConversationState } from '../conversation/state.ts';
import type { Translate } from '../i18n.ts';
import type { BotContext, OpenContext, ReadMessage, ReplyOutcome } from '../intents/flow/bot-context.ts';
import type { OutgoingContent } from '../message.ts';
import type { ResidentTickets } from '../ticket/resident-ticket-types.ts';
import type { Understanding } from '../understanding/understanding.ts';

interface ContextParts {
  message: ReadMessage;
  understanding: Understanding;
  quotedIntent?: string | undefined;
  state: ConversationState;
  oaId: string;
  isPaused?: boolean;
  pausedTopics?: readonly string[];
  now: number;
  translate: Translate;
  tickets: ResidentTickets;
  answersEventId: number;
  erasure: Erasure;
}

/** A fresh context for one turn. It collects replies and state changes, so that one transaction writes both. */
export function createContext(parts: ContextParts): OpenContext {
  let state = parts.state;
  let entered: Parameters<OpenContext['enter']>[0] | undefined;
  const drafts: Draft[] = [];

  const send = (content: OutgoingContent, outcome: ReplyOutcome = 'answer') => {
    drafts.push({
      content,
      answersEventId: parts.answersEventId,
      intent: entered?.intent,
      confidence: entered?.confidence,
      outcome,
    });
  };

  const ctx: BotContext = {
    message: parts.message,
    understanding: parts.understanding,
    quotedIntent: parts.quotedIntent,
    get state() {
      return state;
    },
    oaId: parts.oaId,
    isPaused: parts.isPaused ?? false,
    pausedTopics: new Set(parts.pausedTopics),
    now: parts.now,
    t: (key, values) => parts.translate(key, { ...addressValues(state), lng: state.language, ...values }),
    tickets: parts.tickets,
    erasure: parts.erasure,
    send,
    say(text, { buttons, outcome } = {}) {
      send({ kind: 'text', text, ...(buttons?.length ? { buttons } : {}) }, outcome);
    },
    remember(change) {
      state = { ...state, ...change };
    },
    mark(what) {
      state = { ...state, lastAt: { ...state.lastAt, [what]: parts.now } };
    },
    unmark(what) {
      const { [what]: _, ...lastAt } = state.lastAt;
      state = { ...state, lastAt };
    },
    expect({ intent, step = '', data }) {
      const startedAt = parts.message.occurredAt;
      state = { ...state, step: { intent, step, data: { ...(data as object) }, startedAt } };
    },
    forgetStep() {
      state = { ...state, step: undefined };
    },
  };

  return {
    ctx,
    enter(next) {
      entered = next;
    },
    drafts,
    state: () => state,
  };
}
