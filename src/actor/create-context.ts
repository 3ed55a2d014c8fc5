import { addressValues } from '../conversation/address-values.ts';
import type { Draft } from '../conversation/outbox.ts';
import type { ConversationState } from '../conversation/state.ts';
import type { Translate } from '../i18n.ts';
import type {
  BotContext,
  IntentCall,
  OpenContext,
  ReadMessage,
  ReplyOutcome,
} from '../intents/intent-handler.ts';
import type { OutgoingContent } from '../message.ts';
import type { ResidentTickets } from '../ticket/resident-ticket-types.ts';

interface ContextParts {
  message: ReadMessage;
  state: ConversationState;
  oaId: string;
  now: number;
  translate: Translate;
  tickets: ResidentTickets;
  answersEventId: number;
  requestErasure(): Promise<void>;
}

/** A fresh context for one turn: collects what is said and remembered, so that both are written at once. */
export function createContext(parts: ContextParts): OpenContext {
  let state = parts.state;
  let call: IntentCall | undefined;
  const drafts: Draft[] = [];

  const send = (content: OutgoingContent, outcome: ReplyOutcome = 'answer') => {
    drafts.push({
      content,
      answersEventId: parts.answersEventId,
      intent: call?.intent,
      confidence: call?.confidence,
      outcome,
    });
  };

  const ctx: BotContext = {
    message: parts.message,
    get state() {
      return state;
    },
    oaId: parts.oaId,
    now: parts.now,
    t: (key, values) => parts.translate(key, { ...addressValues(state), lng: state.language, ...values }),
    tickets: parts.tickets,
    requestErasure: parts.requestErasure,
    send,
    say(text, { buttons, outcome } = {}) {
      send({ kind: 'text', text, ...(buttons?.length ? { buttons } : {}) }, outcome);
    },
    remember(change) {
      state = { ...state, ...change };
    },
    expect(step, data = {}) {
      if (!call) throw new Error('a step needs the intent that waits for it');
      state = { ...state, step: { intent: call.intent, step, data, startedAt: parts.message.occurredAt } };
    },
    forgetStep() {
      state = { ...state, step: undefined };
    },
  };

  return {
    ctx,
    enter(next) {
      call = next;
    },
    drafts,
    state: () => state,
  };
}
