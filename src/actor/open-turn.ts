import type { SaidRow } from '../conversation/outbox.ts';
import type { ConversationState } from '../conversation/state.ts';
import type { Deciding, Turn } from '../conversation/turn.ts';
import type { OpenContext } from '../intents/intent-handler.ts';
import type { MessageEvent } from '../message.ts';
import type { TicketDesk } from '../ticket/resident-ticket-types.ts';
import type { ActorParts } from './actor-parts.ts';
import { createContext } from './create-context.ts';

/** What a turn is answered with: the context for the handlers, and the desk for the resident's matters. */
export function openTurn(
  parts: ActorParts,
  deciding: Deciding,
  requestErasure: () => Promise<void>,
): { desk: TicketDesk; open: OpenContext } {
  const desk = openDesk(parts, deciding);
  return { desk, open: openContext(parts, deciding, { tickets: desk, requestErasure }) };
}

function openDesk({ desks, origin }: ActorParts, { trx, held, turn, now }: Deciding): TicketDesk {
  const { event, phoneEncrypted } = turn.last;
  return desks.at({
    trx,
    conversationId: held.id,
    person: held.person,
    state: held.state,
    lastInteractionAt: Math.max(held.lastInteractionAt ?? 0, event.occurredAt),
    now,
    phoneEncrypted,
    origin,
    isStaffLane: held.humanUntil !== null && held.humanUntil > now,
  });
}

function openContext(
  parts: ActorParts,
  deciding: Deciding,
  given: { tickets: TicketDesk; requestErasure(): Promise<void> },
): OpenContext {
  const { held, turn, now } = deciding;
  const { event, id } = turn.last;
  const message = event.kind === 'message' ? event : undefined;
  const quoted = quotedIntent(message, turn.said);
  return createContext({
    message: {
      text: message?.text ?? '',
      attachments: message?.attachments ?? [],
      secrets: secretsOf(turn),
      occurredAt: event.occurredAt,
      quotedIntent: quoted,
      follows: turn.said[0],
      anonymous: held.person.anonymousConversationId !== undefined,
      // A photo with a line under it would be lost: only words are read together.
      mayContinue: turn.mayContinue && !message?.attachments.length,
    },
    state: stateAbout(parts, held.state, quoted),
    oaId: held.person.oaId,
    now,
    translate: parts.words.in(held.state.language),
    answersEventId: id,
    ...given,
  });
}

function secretsOf({ covered, last }: Turn) {
  return [...covered, last].flatMap(({ event }) => (event.kind === 'message' ? (event.secrets ?? []) : []));
}

function quotedIntent(message: MessageEvent | undefined, said: SaidRow[]): string | undefined {
  if (!message?.quotedMessageId) return undefined;
  return said.find((row) => row.zaloMessageId === message.quotedMessageId)?.intent ?? undefined;
}

/** A quoted answer is what the message is about, whatever was spoken of since. */
function stateAbout(
  { intents }: ActorParts,
  state: ConversationState,
  quoted: string | undefined,
): ConversationState {
  const topic = quoted === undefined ? undefined : intents.topicOf(quoted);
  return topic === undefined ? state : { ...state, topic, intent: quoted };
}
