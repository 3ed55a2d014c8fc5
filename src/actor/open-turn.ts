import type { RecentMessage } from '../conversation/outbox.ts';
import type { ConversationState } from '../conversation/state.ts';
import type { Turn, TurnContext } from '../conversation/turn.ts';
import type { OpenContext } from '../intents/intent-handler.ts';
import type { MessageEvent } from '../message.ts';
import type { ResidentTickets } from '../ticket/resident-ticket-types.ts';
import type { ActorParts } from './actor-parts.ts';
import { createContext } from './create-context.ts';

/** What a turn is answered with: the context for the handlers, and the desk for the resident's matters. */
export function openTurn(
  parts: ActorParts,
  turnContext: TurnContext,
  requestErasure: () => Promise<void>,
): { tickets: ResidentTickets; open: OpenContext } {
  const tickets = openResidentTickets(parts, turnContext);
  return { tickets, open: openContext(parts, turnContext, { tickets: tickets, requestErasure }) };
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

function openContext(
  parts: ActorParts,
  turnContext: TurnContext,
  given: { tickets: ResidentTickets; requestErasure(): Promise<void> },
): OpenContext {
  const { conversation, turn, now } = turnContext;
  const { event, id } = turn.last;
  const message = event.kind === 'message' ? event : undefined;
  const quoted = quotedIntent(message, turn.recentMessages);
  return createContext({
    message: {
      text: message?.text ?? '',
      attachments: message?.attachments ?? [],
      secrets: secretsOf(turn),
      occurredAt: event.occurredAt,
      quotedIntent: quoted,
      follows: turn.recentMessages[0],
      anonymous: conversation.person.anonymousConversationId !== undefined,
      // A photo with a line under it would be lost: only words are read together.
      mayContinue: turn.mayContinue && !message?.attachments.length,
    },
    state: stateAbout(parts, conversation.state, quoted),
    oaId: conversation.person.oaId,
    now,
    translate: parts.words.in(conversation.state.language),
    answersEventId: id,
    ...given,
  });
}

function secretsOf({ covered, last }: Turn) {
  return [...covered, last].flatMap(({ event }) => (event.kind === 'message' ? (event.secrets ?? []) : []));
}

function quotedIntent(
  message: MessageEvent | undefined,
  recentMessages: RecentMessage[],
): string | undefined {
  if (!message?.quotedMessageId) return undefined;
  return recentMessages.find((row) => row.zaloMessageId === message.quotedMessageId)?.intent ?? undefined;
}

/** A quoted answer is what the message is about, whatever was spoken of since. */
function stateAbout(
  { bot }: ActorParts,
  state: ConversationState,
  quoted: string | undefined,
): ConversationState {
  const topic = quoted === undefined ? undefined : bot.topicOf(quoted);
  return topic === undefined ? state : { ...state, topic, intent: quoted };
}
