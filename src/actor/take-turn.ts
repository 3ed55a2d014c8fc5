import { sql, type Transaction } from 'kysely';
import { forgetSharedName, handledUpdate } from '../conversation/inbox.ts';
import { staffQuietMs } from '../conversation/lanes.ts';
import { type LeasedConversation, LeaseLost } from '../conversation/lease.ts';
import { type Draft, outboxInsert } from '../conversation/outbox.ts';
import { splitDraft } from '../conversation/split-draft.ts';
import type { ConversationState } from '../conversation/state.ts';
import type { Turn, TurnContext } from '../conversation/turn.ts';
import type { Tables } from '../database/schema.ts';
import type { OpenContext } from '../intents/flow/bot-context.ts';
import { privacy } from '../intents/flow/flow-shapes.ts';
import type { FetchedMedia } from '../media/media-needed.ts';
import type { IncomingEvent } from '../message.ts';
import { signalTickets } from '../ticket/store/signal-tickets.ts';
import type { ActorParts } from './actor-parts.ts';
import { routeMessage } from './answer-message.ts';
import { withMessageAt } from './burst.ts';
import { fetchAhead } from './fetch-ahead.ts';
import { openTurn } from './open-turn.ts';
import type { MessageReading } from './read-message.ts';

/** The columns of the conversation that a turn changes. Undefined leaves a column as it is. */
interface ConversationChange {
  human_until?: number | null;
  welcomed_at?: number;
  left_at?: number | null;
  blocked_at?: null;
  withdrawn_at?: number | null;
  last_interaction_at?: number;
}

interface TurnResult {
  drafts: Draft[];
  state: ConversationState;
  change: ConversationChange;
  outcome: string;
  /** Runs after the commit: enqueues wakes and notices for the tickets that changed. */
  dispatchAfterCommit(): Promise<void>;
}

export interface TurnToTake {
  turn: Turn;
  /** How the message was read; undefined for other events. */
  reading: MessageReading | undefined;
}

const welcomeAgainMs = 24 * 60 * 60_000;

/**
 * Handles one turn. State change, replies and the mark on the events are one transaction, so that a process killed
 * anywhere has done either all of it or nothing.
 * @throws LeaseLost when another actor took over
 */
export async function takeTurn(
  parts: ActorParts,
  conversation: LeasedConversation,
  { turn, reading }: TurnToTake,
): Promise<void> {
  const media = await fetchAhead(parts, conversation, turn);
  const result = await tryTurn(parts, conversation, { turn, reading, media });
  applyToConversation(conversation, result);
  await result.dispatchAfterCommit();
  parts.metrics.count('turns_total', { outcome: result.outcome });
}

async function tryTurn(
  parts: ActorParts,
  conversation: LeasedConversation,
  { turn, reading, media }: TurnToTake & { media: FetchedMedia },
): Promise<TurnResult> {
  const now = parts.clock.now();
  return parts.db.transaction().execute(async (trx) => {
    const decided = await decide(parts, { trx, conversation, turn, now, media }, reading);
    await keepResult(parts, { trx, conversation, turn, now }, decided);
    return decided;
  });
}

async function decide(
  parts: ActorParts,
  turnContext: TurnContext,
  reading: MessageReading | undefined,
): Promise<TurnResult> {
  const { conversation, turn, now } = turnContext;
  const { event } = turn.last;
  const { tickets, open, erasure, dispatchAfterCommit } = openTurn(parts, { turnContext, reading });
  const interaction: ConversationChange = {
    last_interaction_at: event.occurredAt,
    left_at: null,
    blocked_at: null,
  };
  const finish = (outcome: string, change: ConversationChange): TurnResult => ({
    drafts: open.drafts,
    state: open.state(),
    change,
    outcome,
    async dispatchAfterCommit() {
      await dispatchAfterCommit();
      await hintMembers?.();
    },
  });
  let hintMembers: (() => Promise<void>) | undefined;

  switch (event.kind) {
    case 'message': {
      if (!reading) throw new Error('a message is read before its turn');
      open.ctx.remember({ recentMessagesAt: timesOf(conversation.state, turn) });
      const memberHandler = await parts.members.routeMember(turnContext, reading.input);
      hintMembers = memberHandler?.dispatchAfterCommit;
      const outcome = await routeMessage(parts.bot, { turnContext, tickets, open, reading, memberHandler });
      await remindOfErasure(parts, conversation, open);
      return finish(outcome, { ...interaction, withdrawn_at: null });
    }
    case 'opened': {
      if (conversation.welcomedAt !== null && now - conversation.welcomedAt < welcomeAgainMs)
        return finish('welcomed-before', interaction);
      await parts.bot.welcome(open);
      await remindOfErasure(parts, conversation, open);
      return finish('welcomed', { ...interaction, withdrawn_at: null, welcomed_at: now });
    }
    case 'contact-shared': {
      const outcome = await parts.bot.contactShared(open);
      if (outcome === 'dropped') await forgetSharedName(turnContext.trx, turn.last.id);
      return finish(outcome, interaction);
    }
    case 'missed-call':
      await parts.bot.missedCall(open);
      return finish('handoff', interaction);
    case 'left':
      return finish('left', { left_at: event.occurredAt });
    case 'withdrawn':
      await erasure.request();
      open.ctx.mark('erasure-confirmed');
      await dropWaiting(turnContext);
      await tickets.withdrawAll('consent-withdrawn');
      hintMembers = await parts.members.leave(turnContext);
      return finish('withdrawn', { withdrawn_at: event.occurredAt });
    case 'echo':
      await signalTickets(turnContext.trx, { person: conversation.person, kind: 'staff-wrote', at: now });
      return finish('staff', { human_until: event.occurredAt + staffQuietMs });
    default:
      return finish('matched', {});
  }
}

/** A resident who comes back after a withdrawal of consent was not told that their data will be erased. */
async function remindOfErasure(
  { bot }: ActorParts,
  { withdrawnAt }: LeasedConversation,
  open: OpenContext,
): Promise<void> {
  if (withdrawnAt !== null) await bot.tap(open, privacy.call('erase-data', 'waits'));
}

function timesOf(state: ConversationState, { covered, last }: Turn): number[] {
  return [...covered, last].reduce(
    (times, { event }) =>
      withMessageAt({ ...state, recentMessagesAt: times }, (event as IncomingEvent).occurredAt),
    state.recentMessagesAt,
  );
}

/** Discards the pending messages. */
async function dropWaiting({ trx, conversation }: TurnContext): Promise<void> {
  await trx
    .updateTable('outgoing_messages')
    .set({ state: 'failed', failure: 'consent-withdrawn' })
    .where('conversation_id', '=', conversation.id)
    .where('state', '=', 'pending')
    .execute();
}

/**
 * Writes all results of a turn in one statement: in embedded mode the database serves nothing else until the commit.
 * @throws LeaseLost
 */
async function keepResult(
  { origin, splitText }: ActorParts,
  { trx, conversation, turn, now }: Omit<TurnContext, 'media'>,
  result: TurnResult,
): Promise<void> {
  const drafts = result.drafts.flatMap((draft) => splitDraft(draft, splitText));
  const covered = turn.covered.map(({ id }) => id);
  const writes = [
    sql`saved as (${conversationUpdate(trx, conversation, result)})`,
    sql`handled as (${handledUpdate(trx, [turn.last.id], { at: now, outcome: result.outcome })})`,
    ...(covered.length > 0
      ? [sql`covered as (${handledUpdate(trx, covered, { at: now, outcome: 'covered' })})`]
      : []),
    ...(drafts.length > 0
      ? [
          sql`said as (${outboxInsert(trx, { conversationId: conversation.id, drafts, origin, now, turnId: turn.last.id })})`,
        ]
      : []),
  ];
  const { rows } = await sql`with ${sql.join(writes)} select id from saved`.execute(trx);
  if (rows.length === 0) throw new LeaseLost('the conversation is held by another actor');
}

function conversationUpdate(trx: Transaction<Tables>, conversation: LeasedConversation, result: TurnResult) {
  const { last_interaction_at, ...change } = result.change;
  return trx
    .updateTable('conversations')
    .set({
      state: JSON.stringify(result.state),
      anonymous_conversation_id: conversation.person.anonymousConversationId ?? null,
      ...change,
      ...(last_interaction_at === undefined
        ? {}
        : { last_interaction_at: sql<number>`greatest(last_interaction_at, ${last_interaction_at})` }),
    })
    .where('id', '=', conversation.id)
    .where('lease', '=', conversation.lease)
    .returning('id');
}

function applyToConversation(conversation: LeasedConversation, { state, change }: TurnResult): void {
  conversation.state = state;
  if (change.last_interaction_at !== undefined)
    conversation.lastInteractionAt = Math.max(
      conversation.lastInteractionAt ?? 0,
      change.last_interaction_at,
    );
  if (change.human_until !== undefined) conversation.humanUntil = change.human_until;
  if (change.welcomed_at !== undefined) conversation.welcomedAt = change.welcomed_at;
  if (change.left_at !== undefined) conversation.leftAt = change.left_at;
  if (change.blocked_at !== undefined) conversation.blockedAt = change.blocked_at;
  if (change.withdrawn_at !== undefined) conversation.withdrawnAt = change.withdrawn_at;
}
