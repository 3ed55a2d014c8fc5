import { sql, type Transaction } from 'kysely';
import { forgetSharedName, handledUpdate } from '../conversation/inbox.ts';
import { staffQuietMs } from '../conversation/lanes.ts';
import { type HeldConversation, keepLease, LeaseLost } from '../conversation/lease.ts';
import { type Draft, outboxInsert } from '../conversation/outbox.ts';
import type { ConversationState } from '../conversation/state.ts';
import type { Deciding, Turn } from '../conversation/turn.ts';
import type { Tables } from '../database/schema.ts';
import { type FetchedMedia, MediaNeeded, type PassedMedia } from '../media/media-needed.ts';
import type { IncomingEvent } from '../message.ts';
import { signalTickets } from '../ticket/store/signal-tickets.ts';
import type { ActorParts } from './actor-parts.ts';
import { answerOrListen } from './answer-message.ts';
import { withMessageAt } from './burst.ts';
import { openTurn } from './open-turn.ts';

/** What a turn changes about the conversation itself. Undefined leaves a column as it is. */
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
  /** After the commit: wakes whoever must know of what became of anybody's matters. */
  giveHints(): Promise<void>;
}

const welcomeAgainMs = 24 * 60 * 60_000;

/**
 * Handles one turn: state change, replies and the mark on the events are one transaction, so that a process
 * killed anywhere has either done all of it or nothing.
 * @throws LeaseLost when another actor took over
 */
export async function takeTurn(parts: ActorParts, held: HeldConversation, turn: Turn): Promise<void> {
  const result = await takeWithMedia(parts, held, (media) => tryTurn(parts, held, { turn, media }));
  applyToHeld(held, result);
  await result.giveHints();
  parts.metrics.count('turns_total', { outcome: result.outcome });
}

/** A turn that needs something from the network is undone and taken again with it: no transaction waits for that. */
async function takeWithMedia<T>(
  parts: ActorParts,
  held: HeldConversation,
  take: (media: FetchedMedia) => Promise<T>,
): Promise<T> {
  const media = new Map<string, PassedMedia>();
  for (;;) {
    try {
      return await take(media);
    } catch (error) {
      if (!(error instanceof MediaNeeded)) throw error;
      for (const [key, fetched] of await parts.fetchMedia(error.needed)) media.set(key, fetched);
      await keepLease(parts.db, held, parts.clock.now());
    }
  }
}

async function tryTurn(
  parts: ActorParts,
  held: HeldConversation,
  { turn, media }: { turn: Turn; media: FetchedMedia },
): Promise<TurnResult> {
  const now = parts.clock.now();
  return parts.db.transaction().execute(async (trx) => {
    const decided = await decide(parts, { trx, held, turn, now, media });
    await keepResult(parts, { trx, held, turn, now }, decided);
    return decided;
  });
}

async function decide(parts: ActorParts, deciding: Deciding): Promise<TurnResult> {
  const { held, turn, now } = deciding;
  const { event } = turn.last;
  const requestsErasure = () => requestErasure(deciding);
  const { desk, open } = openTurn(parts, deciding, requestsErasure);
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
    async giveHints() {
      await desk.giveHints();
      await hintMembers?.();
    },
  });
  let hintMembers: (() => Promise<void>) | undefined;

  switch (event.kind) {
    case 'message': {
      open.ctx.remember({ recentMessagesAt: timesOf(held.state, turn) });
      const visit = await parts.members.meet(deciding, parts.intents.stepAccepts);
      hintMembers = visit?.giveHints;
      const outcome = await answerOrListen(parts.intents, { deciding, desk, open, event, visit });
      return finish(outcome, { ...interaction, withdrawn_at: null });
    }
    case 'opened': {
      if (held.welcomedAt !== null && now - held.welcomedAt < welcomeAgainMs)
        return finish('welcomed-before', interaction);
      await parts.intents.welcome(open);
      return finish('welcomed', { ...interaction, withdrawn_at: null, welcomed_at: now });
    }
    case 'contact-shared': {
      const outcome = await parts.intents.contactShared(open);
      if (outcome === 'dropped') await forgetSharedName(deciding.trx, turn.last.id);
      return finish(outcome, interaction);
    }
    case 'missed-call':
      await parts.intents.missedCall(open);
      return finish('handoff', interaction);
    case 'left':
      return finish('left', { left_at: event.occurredAt });
    case 'withdrawn':
      await requestErasure(deciding);
      await dropWaiting(deciding);
      await desk.withdrawAll('consent-withdrawn');
      hintMembers = await parts.members.leave(deciding);
      return finish('withdrawn', { withdrawn_at: event.occurredAt });
    case 'echo':
      await signalTickets(deciding.trx, { person: held.person, kind: 'staff-wrote', at: now });
      return finish('staff', { human_until: event.occurredAt + staffQuietMs });
    default:
      return finish('matched', {});
  }
}

function timesOf(state: ConversationState, { covered, last }: Turn): number[] {
  return [...covered, last].reduce(
    (times, { event }) =>
      withMessageAt({ ...state, recentMessagesAt: times }, (event as IncomingEvent).occurredAt),
    state.recentMessagesAt,
  );
}

async function requestErasure({ trx, held, now }: Deciding): Promise<void> {
  await trx
    .insertInto('erasure_requests')
    .values({ oa_id: held.person.oaId, person_id: held.person.personId, requested_at: now })
    .execute();
}

/** Nothing that waits is said any more. */
async function dropWaiting({ trx, held }: Deciding): Promise<void> {
  await trx
    .updateTable('outgoing_messages')
    .set({ state: 'failed', failure: 'consent-withdrawn' })
    .where('conversation_id', '=', held.id)
    .where('state', '=', 'pending')
    .execute();
}

/**
 * Writes all that a turn has come to as one statement: until it is committed, the embedded database does nothing else.
 * @throws LeaseLost
 */
async function keepResult(
  { origin, splitText }: ActorParts,
  { trx, held, turn, now }: Omit<Deciding, 'media'>,
  result: TurnResult,
): Promise<void> {
  const drafts = result.drafts.flatMap((draft) => splitDraft(draft, splitText));
  const covered = turn.covered.map(({ id }) => id);
  const writes = [
    sql`saved as (${conversationUpdate(trx, held, result)})`,
    sql`handled as (${handledUpdate(trx, [turn.last.id], { at: now, outcome: result.outcome })})`,
    ...(covered.length > 0
      ? [sql`covered as (${handledUpdate(trx, covered, { at: now, outcome: 'covered' })})`]
      : []),
    ...(drafts.length > 0
      ? [sql`said as (${outboxInsert(trx, { conversationId: held.id, drafts, origin, now })})`]
      : []),
  ];
  const { rows } = await sql`with ${sql.join(writes)} select id from saved`.execute(trx);
  if (rows.length === 0) throw new LeaseLost('the conversation is held by another actor');
}

function conversationUpdate(trx: Transaction<Tables>, held: HeldConversation, result: TurnResult) {
  const { last_interaction_at, ...change } = result.change;
  return trx
    .updateTable('conversations')
    .set({
      state: JSON.stringify(result.state),
      anonymous_conversation_id: held.person.anonymousConversationId ?? null,
      ...change,
      ...(last_interaction_at === undefined
        ? {}
        : { last_interaction_at: sql<number>`greatest(last_interaction_at, ${last_interaction_at})` }),
    })
    .where('id', '=', held.id)
    .where('lease', '=', held.lease)
    .returning('id');
}

/** Long texts become several messages; the buttons stay with the last. */
function splitDraft(draft: Draft, splitText: (text: string) => string[]): Draft[] {
  const { content } = draft;
  if (content.kind !== 'text') return [draft];
  const texts = splitText(content.text);
  return texts.map((text, index) => {
    const isLast = index === texts.length - 1;
    const { buttons, ...plain } = content;
    return { ...draft, content: { ...plain, text, ...(isLast && buttons ? { buttons } : {}) } };
  });
}

function applyToHeld(held: HeldConversation, { state, change }: TurnResult): void {
  held.state = state;
  if (change.last_interaction_at !== undefined)
    held.lastInteractionAt = Math.max(held.lastInteractionAt ?? 0, change.last_interaction_at);
  if (change.human_until !== undefined) held.humanUntil = change.human_until;
  if (change.welcomed_at !== undefined) held.welcomedAt = change.welcomed_at;
  if (change.left_at !== undefined) held.leftAt = change.left_at;
  if (change.blocked_at !== undefined) held.blockedAt = change.blocked_at;
  if (change.withdrawn_at !== undefined) held.withdrawnAt = change.withdrawn_at;
}
