import { createErasure, type Erasure } from '../conversation/erasure/erasure-requests.ts';
import type { TurnContext } from '../conversation/turn.ts';
import type { OpenContext } from '../intents/flow/bot-context.ts';
import type { ResidentTickets } from '../ticket/resident-ticket-types.ts';
import type { ActorParts } from './actor-parts.ts';
import { createContext } from './create-context.ts';
import type { MessageReading } from './read-message.ts';

interface OpenTurnParams {
  turnContext: TurnContext;
  /** Undefined for an event other than a message. */
  reading: MessageReading | undefined;
}

interface OpenTurn {
  tickets: ResidentTickets;
  erasure: Erasure;
  open: OpenContext;
  /** Runs after the commit: counts, and enqueues wakes and notices for the tickets that changed. */
  dispatchAfterCommit(): Promise<void>;
}

/** Opens a turn: the context for the flows, and the resident's tickets. */
export function openTurn(parts: ActorParts, { turnContext, reading }: OpenTurnParams): OpenTurn {
  const tickets = openResidentTickets(parts, turnContext);
  const { trx, conversation, turn, now } = turnContext;
  const erasureSteps: string[] = [];
  const erasure = createErasure({
    trx,
    person: conversation.person,
    now,
    count: (step) => erasureSteps.push(step),
  });
  const { event, id } = turn.last;
  const understanding = reading?.understanding ?? parts.bot.understand({ text: '', secrets: [], now });
  const open = createContext({
    message: {
      text: understanding.text,
      attachments: event.kind === 'message' ? event.attachments : [],
      secrets: [...understanding.secrets],
      occurredAt: event.occurredAt,
      follows: turn.recentMessages[0],
      anonymous: conversation.person.anonymousConversationId !== undefined,
    },
    understanding,
    quotedIntent: reading?.quotedIntent,
    state: reading?.state ?? conversation.state,
    oaId: conversation.person.oaId,
    isPaused: conversation.isBotPaused,
    pausedTopics: conversation.pausedTopics,
    now,
    translate: parts.words.in(conversation.state.language),
    answersEventId: id,
    tickets,
    erasure,
  });
  return {
    tickets,
    erasure,
    open,
    async dispatchAfterCommit() {
      for (const step of erasureSteps) parts.metrics.count('erasures_total', { step });
      await tickets.dispatchAfterCommit();
    },
  };
}

function openResidentTickets(
  { residentTickets, origin }: ActorParts,
  { trx, conversation, turn, now }: TurnContext,
): ResidentTickets {
  const { event, phoneEncrypted } = turn.last;
  return residentTickets.at({
    trx,
    conversationId: conversation.id,
    person: conversation.person,
    state: conversation.state,
    lastInteractionAt: Math.max(conversation.lastInteractionAt ?? 0, event.occurredAt),
    now,
    phoneEncrypted,
    origin,
    isStaffLane: conversation.humanUntil !== null && conversation.humanUntil > now,
  });
}
