import type { Kysely, Transaction } from 'kysely';
import type { OutgoingFailure, Tables } from '../database/schema.ts';
import type { Origin, OutgoingContent } from '../message.ts';
import { ticketNumbersIn } from './ticket-numbers.ts';

/** A message to write into the outbox. */
export interface Draft {
  content: OutgoingContent;
  answersEventId?: number | undefined;
  intent?: string | undefined;
  confidence?: number | undefined;
  outcome?: string | undefined;
  /** The ticket that the message is about. */
  ticketId?: number | undefined;
  /** May go out as a paid message, because someone agreed to pay for it. */
  mayCost?: boolean | undefined;
}

export interface OutboxRow {
  id: number;
  content: OutgoingContent;
  state: 'pending' | 'sending';
  attempts: number;
  claimedAt: number | null;
  nextAttemptAt: number | null;
  echoedAt: number | null;
  intent: string | null;
  parkedAt: number | null;
  mayCost: boolean;
  createdAt: number;
  /** What a member has to be told. */
  isNotice: boolean;
}

interface WriteRequest {
  conversationId: number;
  drafts: Draft[];
  origin: Origin;
  now: number;
  /** The last incoming event of the turn that writes the message. */
  turnId?: number | undefined;
  /** The notices that the message delivers. */
  noticeIds?: readonly number[];
}

/** Writes messages in order, inside the transaction that changes the state they follow from. */
export async function writeOutbox(trx: Transaction<Tables>, request: WriteRequest): Promise<void> {
  if (request.drafts.length > 0) await outboxInsert(trx, request).execute();
}

/** The statement of `writeOutbox`, for at least one draft. */
export function outboxInsert(
  trx: Transaction<Tables>,
  { conversationId, drafts, origin, now, turnId, noticeIds = [] }: WriteRequest,
) {
  return trx.insertInto('outgoing_messages').values(
    drafts.map((draft) => ({
      conversation_id: conversationId,
      content: JSON.stringify(draft.content),
      state: 'pending' as const,
      answers_event_id: draft.answersEventId ?? null,
      intent: draft.intent ?? null,
      confidence: draft.confidence ?? null,
      outcome: draft.outcome ?? null,
      ticket_id: draft.ticketId ?? null,
      turn_id: turnId ?? null,
      notice_ids: [...noticeIds],
      ticket_numbers: ticketNumbersIn(draft.content),
      may_cost: draft.mayCost ?? false,
      origin,
      created_at: now,
    })),
  );
}

/** Intent of messages to a member: their buttons are looked up under it, and it is the outcome of their turns. */
export const memberIntent = 'member';

/** Intent of a member's message to a resident. It waits in the outbox until it can be sent. */
export const memberAnswer = 'member-answer';

/**
 * The first row that is not sent yet. Later rows wait for it, so that a resident reads messages in order.
 * @param openedAt when the person opened the current window; rows parked before that go first
 */
export async function nextWaiting(
  db: Kysely<Tables>,
  conversationId: number,
  openedAt: number | undefined,
): Promise<OutboxRow | undefined> {
  const row = await db
    .selectFrom('outgoing_messages')
    .select([
      'id',
      'content',
      'state',
      'attempts',
      'claimed_at',
      'next_attempt_at',
      'echoed_at',
      'intent',
      'parked_at',
      'may_cost',
      'created_at',
      'notice_ids',
    ])
    .where('conversation_id', '=', conversationId)
    .where('state', 'in', ['pending', 'sending'])
    .where((eb) => eb.or([eb('parked_at', 'is', null), eb('parked_at', '<=', openedAt ?? 0)]))
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    id: row.id,
    content: row.content,
    state: row.state as OutboxRow['state'],
    attempts: row.attempts,
    claimedAt: row.claimed_at,
    nextAttemptAt: row.next_attempt_at,
    echoedAt: row.echoed_at,
    intent: row.intent,
    parkedAt: row.parked_at,
    mayCost: row.may_cost,
    createdAt: row.created_at,
    isNotice: row.notice_ids.length > 0,
  };
}

/** Marks a row as being sent by the owner of `lease`. @returns false when the lease or the row is no longer ours */
export async function claimRow(
  db: Kysely<Tables>,
  row: { id: number; conversationId: number; lease: string; now: number },
): Promise<boolean> {
  const result = await db
    .updateTable('outgoing_messages')
    .set((eb) => ({
      state: 'sending',
      claimed_by: row.lease,
      claimed_at: row.now,
      next_attempt_at: null,
      attempts: eb('attempts', '+', 1),
    }))
    .where('id', '=', row.id)
    .where('state', '=', 'pending')
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('conversations')
          .select('id')
          .where('id', '=', row.conversationId)
          .where('lease', '=', row.lease),
      ),
    )
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** @param sent when it has no id, the id from the echo stays */
export async function markSent(
  db: Kysely<Tables>,
  id: number,
  sent: { at: number; messageId: string | null },
): Promise<void> {
  await db
    .updateTable('outgoing_messages')
    .set({
      state: 'sent',
      sent_at: sent.at,
      parked_at: null,
      next_attempt_at: null,
      ...(sent.messageId === null ? {} : { zalo_message_id: sent.messageId }),
    })
    .where('id', '=', id)
    .execute();
}

/** Why a message was not sent, with the platform's error number or text. */
export interface SendFailure {
  failure: OutgoingFailure;
  detail?: string | undefined;
}

export async function markFailed(
  db: Kysely<Tables>,
  id: number,
  { failure, detail }: SendFailure,
): Promise<void> {
  await db
    .updateTable('outgoing_messages')
    .set({ state: 'failed', failure, failure_detail: detail ?? null, next_attempt_at: null, parked_at: null })
    .where('id', '=', id)
    .execute();
}

/** Puts a row back in line: it certainly did not arrive. The next attempt is at `at`. */
export async function putBack(
  db: Kysely<Tables>,
  id: number,
  again: SendFailure & { at: number | null; content?: OutgoingContent },
): Promise<void> {
  await db
    .updateTable('outgoing_messages')
    .set({
      state: 'pending',
      next_attempt_at: again.at,
      failure: again.failure,
      failure_detail: again.detail ?? null,
      ...(again.content ? { content: JSON.stringify(again.content) } : {}),
    })
    .where('id', '=', id)
    .execute();
}

/** Parks a row until the person writes again; nothing else wakes it. */
export async function parkMessage(db: Kysely<Tables>, id: number, now: number): Promise<void> {
  await db
    .updateTable('outgoing_messages')
    .set({
      state: 'pending',
      parked_at: now,
      next_attempt_at: Number.MAX_SAFE_INTEGER,
      failure: 'window-closed',
      failure_detail: null,
    })
    .where('id', '=', id)
    .execute();
}

/** Leaves a row as `sending`, because it is unknown whether it arrived; the actor looks into it at `at`. */
export async function markUnconfirmed(
  db: Kysely<Tables>,
  id: number,
  again: { at: number; detail: string },
): Promise<void> {
  await db
    .updateTable('outgoing_messages')
    .set({ next_attempt_at: again.at, failure: 'unconfirmed', failure_detail: again.detail })
    .where('id', '=', id)
    .execute();
}

/** A sent message. Taps, picked options and quotes refer to it. */
export interface RecentMessage {
  id: number;
  content: OutgoingContent;
  saidAt: number;
  zaloMessageId: string | null;
  intent: string | null;
  outcome: string | null;
}

const lookBack = 20;

export async function listRecentMessages(
  db: Kysely<Tables>,
  conversationId: number,
): Promise<RecentMessage[]> {
  const rows = await db
    .selectFrom('outgoing_messages')
    .select(['id', 'content', 'sent_at', 'created_at', 'zalo_message_id', 'intent', 'outcome'])
    .where('conversation_id', '=', conversationId)
    .where('state', '!=', 'failed')
    .orderBy('id', 'desc')
    .limit(lookBack)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    content: row.content,
    saidAt: row.sent_at ?? row.created_at,
    zaloMessageId: row.zalo_message_id,
    intent: row.intent,
    outcome: row.outcome,
  }));
}
