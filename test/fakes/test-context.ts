import { createContext } from '../../src/actor/create-context.ts';
import { freshState } from '../../src/conversation/state.ts';
import type { BotContext } from '../../src/intents/intent-handler.ts';
import type { ResidentTickets } from '../../src/ticket/resident-ticket-types.ts';

const now = Date.parse('2026-10-07T08:00:00+07:00');

/** What was said before a message. */
export interface TestContext {
  topic?: string;
  intent?: string;
  answeredAgoMs?: number;
}

/** A context for reading one text; nothing can be said to anybody. */
export function testContext({
  text,
  topic,
  intent,
  answeredAgoMs,
}: TestContext & { text: string }): BotContext {
  const lastAt: Record<string, number> = answeredAgoMs === undefined ? {} : { answer: now - answeredAgoMs };
  return createContext({
    message: {
      text,
      attachments: [],
      secrets: [],
      occurredAt: now,
      quotedIntent: undefined,
      anonymous: false,
    },
    state: { ...freshState, topic, intent, lastAt },
    oaId: 'oa',
    now,
    translate: (key) => key,
    tickets: {} as ResidentTickets,
    answersEventId: 0,
    requestErasure: async () => undefined,
  }).ctx;
}
