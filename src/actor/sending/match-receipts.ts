import { type Kysely, sql } from 'kysely';
import type { Clock } from '../../clock.ts';
import { staffQuietMs } from '../../conversation/lanes.ts';
import { freshState } from '../../conversation/state.ts';
import type { Tables } from '../../database/schema.ts';
import type { EchoEvent, IncomingEvent, Origin, ReactionEvent, ReceiptEvent } from '../../message.ts';
import { signalTickets } from '../../ticket/store/signal-tickets.ts';

interface SignalParts {
  db: Kysely<Tables>;
  clock: Clock;
  origin: Origin;
}

interface MatchedSignals {
  /** More signals are left. */
  more: boolean;
  /** Until when unmatched signals wait (epoch ms). */
  waitingUntil?: number;
  /** Staff wrote by hand to a resident with an open ticket. */
  staffWrote?: boolean;
}

interface SignalRow {
  id: number;
  received_at: number;
  event: IncomingEvent;
}

/** Small, because in embedded mode incoming deliveries wait for this transaction. */
const batchSize = 200;
/** A signal may arrive before our own record of the send; it waits this long for it. */
const patienceMs = 30_000;

/** Matches a batch of stored echoes, receipts and reactions to the messages they refer to. */
export async function matchSignals({ db, clock, origin }: SignalParts): Promise<MatchedSignals> {
  const now = clock.now();
  const rows = await db
    .selectFrom('incoming_events')
    .select(['id', 'received_at', 'event'])
    .where('kind', 'in', ['echo', 'receipt', 'reaction'])
    .where('handled_at', 'is', null)
    .orderBy('id')
    .limit(batchSize)
    .execute();
  if (rows.length === 0) return { more: false };
  const { matched, staffWrote } = await db.transaction().execute(async (trx) => {
    const done = new Set<number>();
    // Echoes first: they carry the id of a message whose answer was lost, and receipts refer to that id.
    const echoes = await matchEchoes(trx, rows, origin);
    for (const id of echoes.done) done.add(id);
    for (const id of await matchDeliveryReceipts(trx, rows)) done.add(id);
    for (const id of await matchReactions(trx, ofKind<ReactionEvent>(rows, 'reaction'))) done.add(id);
    return { matched: done, staffWrote: echoes.staffWrote };
  });
  const patient = (row: SignalRow) => !matched.has(row.id) && now - row.received_at < patienceMs;
  const settled = rows.filter((row) => !patient(row));
  await markSettled(db, { settled, matched, now });
  const waiting = rows.filter(patient);
  const firstReceived = Math.min(...waiting.map((row) => row.received_at));
  return {
    more: rows.length === batchSize && settled.length > 0,
    ...(staffWrote ? { staffWrote } : {}),
    ...(waiting.length > 0 ? { waitingUntil: Math.max(now + 1_000, firstReceived + patienceMs / 6) } : {}),
  };
}

async function markSettled(
  db: Kysely<Tables>,
  { settled, matched, now }: { settled: SignalRow[]; matched: Set<number>; now: number },
): Promise<void> {
  for (const outcome of ['matched', 'unmatched'] as const) {
    const ids = settled.filter((row) => matched.has(row.id) === (outcome === 'matched')).map((row) => row.id);
    if (ids.length === 0) continue;
    await db
      .updateTable('incoming_events')
      .set({ handled_at: now, outcome })
      .where('id', '=', sql<number>`any(${ids}::bigint[])`)
      .execute();
  }
}

type Rows<E> = { id: number; event: E }[];

function ofKind<E extends IncomingEvent>(rows: SignalRow[], kind: E['kind']): Rows<E> {
  return rows.flatMap(({ id, event }) => (event.kind === kind ? [{ id, event: event as E }] : []));
}

/** @returns ids of the events that found their message */
async function matchDeliveryReceipts(db: Kysely<Tables>, rows: SignalRow[]): Promise<number[]> {
  const receipts = ofKind<ReceiptEvent>(rows, 'receipt').flatMap(({ id, event }) =>
    event.messageIds.map((messageId) => ({ id, messageId, at: event.occurredAt, state: event.state })),
  );
  if (receipts.length === 0) return [];
  const found = await sql<{ event_id: number }>`
    with receipts as (
      select * from unnest(${receipts.map((r) => r.id)}::bigint[], ${receipts.map((r) => r.messageId)}::text[],
        ${receipts.map((r) => r.at)}::bigint[], ${receipts.map((r) => r.state)}::text[])
        as r (event_id, message_id, at, state)
    ), latest as (
      select message_id, min(at) filter (where state = 'delivered') as delivered_at,
        min(at) filter (where state = 'seen') as seen_at
      from receipts group by message_id
    ), updated as (
      update outgoing_messages o
      set delivered_at = coalesce(o.delivered_at, l.delivered_at, l.seen_at),
        seen_at = coalesce(o.seen_at, l.seen_at)
      from latest l where o.zalo_message_id = l.message_id
      returning o.zalo_message_id
    )
    select distinct event_id from receipts join updated on message_id = zalo_message_id`.execute(db);
  return found.rows.map((row) => row.event_id);
}

interface MatchedEchoes {
  done: number[];
  staffWrote: boolean;
}

/** Our own sends come back as echoes; an echo of a text that staff typed by hand opens the human lane. */
async function matchEchoes(db: Kysely<Tables>, rows: SignalRow[], origin: Origin): Promise<MatchedEchoes> {
  const echoes = ofKind<EchoEvent>(rows, 'echo');
  const done: number[] = [];
  let staffWrote = false;
  for (const { id, event } of echoes.filter(({ event }) => event.staffId !== undefined)) {
    await openHumanLane(db, event, origin);
    const signal = { person: event, kind: 'staff-wrote', at: event.occurredAt } as const;
    if (await signalTickets(db, signal)) staffWrote = true;
    done.push(id);
  }
  const own = echoes.filter(({ event }) => event.staffId === undefined);
  if (own.length === 0) return { done, staffWrote };
  const byId = await sql<{ event_id: number }>`
    with echoes as (
      select * from unnest(${own.map((e) => e.id)}::bigint[], ${own.map((e) => e.event.messageId)}::text[],
        ${own.map((e) => e.event.occurredAt)}::bigint[]) as e (event_id, message_id, at)
    ), updated as (
      update outgoing_messages o set echoed_at = coalesce(o.echoed_at, e.at)
      from echoes e where o.zalo_message_id = e.message_id
      returning o.zalo_message_id
    )
    select event_id from echoes join updated on message_id = zalo_message_id`.execute(db);
  const matched = new Set(byId.rows.map((row) => row.event_id));
  for (const { id, event } of own.filter((echo) => !matched.has(echo.id))) {
    if (await matchEchoByText(db, event)) matched.add(id);
  }
  return { done: [...done, ...matched], staffWrote };
}

/**
 * An echo's id may differ from the send's id. Then it belongs to the oldest unconfirmed message with the same text.
 */
async function matchEchoByText(db: Kysely<Tables>, event: EchoEvent): Promise<boolean> {
  if (!event.text) return false;
  const result = await sql`
    update outgoing_messages
    set echoed_at = ${event.occurredAt}, zalo_message_id = coalesce(zalo_message_id, ${event.messageId})
    where id = (
      select o.id from outgoing_messages o join conversations c on c.id = o.conversation_id
      where c.oa_id = ${event.oaId} and c.person_id = ${event.personId} and o.state in ('sending', 'sent')
        and o.echoed_at is null and o.content ->> 'text' = ${event.text}
        and o.claimed_at <= ${event.occurredAt + 60_000}
      order by o.id limit 1)`.execute(db);
  return (result.numAffectedRows ?? 0n) > 0n;
}

async function openHumanLane(db: Kysely<Tables>, event: EchoEvent, origin: Origin): Promise<void> {
  await sql`
    insert into conversations as c (oa_id, person_id, state, human_until, origin, created_at)
    values (${event.oaId}, ${event.personId}, ${JSON.stringify(freshState)}, ${event.occurredAt + staffQuietMs},
      ${origin}, ${event.occurredAt})
    on conflict (oa_id, person_id) do update set human_until = greatest(c.human_until, excluded.human_until)`.execute(
    db,
  );
}

async function matchReactions(db: Kysely<Tables>, reactions: Rows<ReactionEvent>): Promise<number[]> {
  const done: number[] = [];
  for (const { id, event } of reactions) {
    const result = await db
      .updateTable('outgoing_messages')
      .set({ reaction: event.icon })
      .where('zalo_message_id', '=', event.messageId)
      .executeTakeFirst();
    if (result.numUpdatedRows > 0n) done.push(id);
  }
  return done;
}
