import { randomBytes } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../database/schema.ts';
import type { Origin, PersonRef } from '../message.ts';
import { type ConversationState, freshState, upgradeState } from './state.ts';

/** Longer than a turn with one slow send (HTTP timeout 10 s), short enough to replace a killed holder soon. */
const leaseMs = 30_000;
/** A lease that ends later was taken before the machine's clock was put back. */
const maxAheadMs = 2 * leaseMs;

/** A conversation leased by one actor. Every write of the holder requires that `lease` is still its own. */
export interface LeasedConversation {
  id: number;
  person: PersonRef;
  lease: string;
  leasedUntil: number;
  state: ConversationState;
  humanUntil: number | null;
  lastInteractionAt: number | null;
  welcomedAt: number | null;
  leftAt: number | null;
  blockedAt: number | null;
  withdrawnAt: number | null;
  /** The root desk had paused the bot at this OA when the actor took the lease. */
  isBotPaused: boolean;
  /** The topics about which the root desk had paused it there then. */
  pausedTopics: readonly string[];
  /** The outbox had pending messages when the actor took the lease. */
  outboxWaits: boolean;
}

export type LeaseResult = { conversation: LeasedConversation } | { busyUntil: number };

interface LeaseRequest {
  person: PersonRef;
  origin: Origin;
  now: number;
}

interface LeaseRow {
  id: number;
  state: ConversationState;
  anonymous_conversation_id: string | null;
  human_until: number | null;
  last_interaction_at: number | null;
  welcomed_at: number | null;
  left_at: number | null;
  blocked_at: number | null;
  withdrawn_at: number | null;
  is_bot_paused: boolean;
  paused_topics: string[];
  outbox_waits: boolean;
}

/**
 * Leases a person's conversation and creates the conversation at first contact; busy when another actor has the
 * lease.
 */
export async function takeLease(db: Kysely<Tables>, request: LeaseRequest): Promise<LeaseResult> {
  const { person, origin, now } = request;
  const lease = randomBytes(9).toString('base64url');
  const leasedUntil = now + leaseMs;
  const taken = await sql<LeaseRow>`
    insert into conversations as c
      (oa_id, person_id, anonymous_conversation_id, state, lease, leased_until, origin, created_at)
    values (${person.oaId}, ${person.personId}, ${person.anonymousConversationId ?? null},
      ${JSON.stringify(freshState)}, ${lease}, ${leasedUntil}, ${origin}, ${now})
    on conflict (oa_id, person_id) do update
      set lease = excluded.lease, leased_until = excluded.leased_until,
        anonymous_conversation_id = coalesce(excluded.anonymous_conversation_id, c.anonymous_conversation_id)
      where c.leased_until is null or c.leased_until <= ${now} or c.leased_until > ${now + maxAheadMs}
    returning id, state, anonymous_conversation_id, human_until, last_interaction_at, welcomed_at, left_at,
      blocked_at, withdrawn_at,
      exists (select 1 from outgoing_messages o
        where o.conversation_id = c.id and o.state in ('pending', 'sending')) as outbox_waits,
      exists (select 1 from oa_pauses p where p.oa_id = c.oa_id and p.resumed_at is null) as is_bot_paused,
      array(select p.topic from topic_pauses p
        where p.resumed_at is null and (p.oa_id is null or p.oa_id = c.oa_id)) as paused_topics`.execute(db);
  const row = taken.rows[0];
  if (!row) return { busyUntil: await busyUntil(db, person, now) };
  return { conversation: toLeased(row, person, lease, leasedUntil) };
}

function toLeased(row: LeaseRow, person: PersonRef, lease: string, leasedUntil: number): LeasedConversation {
  const anonymous = row.anonymous_conversation_id;
  return {
    id: row.id,
    person: anonymous ? { ...person, anonymousConversationId: anonymous } : person,
    lease,
    leasedUntil,
    state: upgradeState(row.state),
    humanUntil: row.human_until,
    lastInteractionAt: row.last_interaction_at,
    welcomedAt: row.welcomed_at,
    leftAt: row.left_at,
    blockedAt: row.blocked_at,
    withdrawnAt: row.withdrawn_at,
    isBotPaused: row.is_bot_paused,
    pausedTopics: row.paused_topics,
    outboxWaits: row.outbox_waits,
  };
}

async function busyUntil(db: Kysely<Tables>, person: PersonRef, now: number): Promise<number> {
  const row = await db
    .selectFrom('conversations')
    .select('leased_until')
    .where('oa_id', '=', person.oaId)
    .where('person_id', '=', person.personId)
    .executeTakeFirst();
  return row?.leased_until ?? now;
}

/**
 * Releases the lease only when no event waits: after an event that came since the last look, the actor keeps it.
 * @returns false when there is more to do
 */
export async function releaseLease(db: Kysely<Tables>, conversation: LeasedConversation): Promise<boolean> {
  const released = await sql`
    update conversations set lease = null, leased_until = null
    where id = ${conversation.id} and lease = ${conversation.lease} and not exists (
      select 1 from incoming_events e
      where e.oa_id = ${conversation.person.oaId} and e.person_id = ${conversation.person.personId} and e.handled_at is null
        and e.kind in ('message', 'opened', 'left', 'contact-shared', 'missed-call', 'withdrawn'))`.execute(
    db,
  );
  return (released.numAffectedRows ?? 0n) > 0n;
}

/** Releases the lease even when events wait: after an error, or when they must wait for their time. */
export async function dropLease(db: Kysely<Tables>, conversation: LeasedConversation): Promise<void> {
  await db
    .updateTable('conversations')
    .set({ lease: null, leased_until: null })
    .where('id', '=', conversation.id)
    .where('lease', '=', conversation.lease)
    .execute();
}

/** Thrown when another actor has leased the conversation: the current work must stop. */
export class LeaseLost extends Error {
  override name = 'LeaseLost';
}

/** Extends the lease when less than half of it is left. @throws LeaseLost */
export async function keepLease(
  db: Kysely<Tables>,
  conversation: LeasedConversation,
  now: number,
): Promise<void> {
  if (conversation.leasedUntil - now > leaseMs / 2) return;
  const leasedUntil = now + leaseMs;
  const result = await db
    .updateTable('conversations')
    .set({ leased_until: leasedUntil })
    .where('id', '=', conversation.id)
    .where('lease', '=', conversation.lease)
    .executeTakeFirst();
  if (result.numUpdatedRows === 0n) throw new LeaseLost('the conversation is held by another actor');
  conversation.leasedUntil = leasedUntil;
}

/** Embedded mode is single-process, so at its start any stored lease is stale. */
export async function clearAllLeases(db: Kysely<Tables>): Promise<void> {
  await db
    .updateTable('conversations')
    .set({ lease: null, leased_until: null })
    .where('lease', 'is not', null)
    .execute();
}
