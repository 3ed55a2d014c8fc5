import type { Kysely } from 'kysely';
import { isBeforePutBack } from '../../clock.ts';
import { keepLease, type LeasedConversation } from '../../conversation/lease.ts';
import type { OutboxParts, SaidMessage } from '../../conversation/message-sender.ts';
import { markSent, markUnconfirmed, type OutboxRow, putBack } from '../../conversation/outbox.ts';
import type { Tables } from '../../database/schema.ts';

/** Zalo's clock and ours may differ by this much when we compare its record with the time of our claim. */
const clockSlackMs = 60_000;
/** Look into a lost answer only after this long: until then the call itself may still be running. */
export const settleAfterMs = 2_000;
const askAgainMs = 10_000;
/** After 10 min without an answer from Zalo, resend: a duplicate beats a lost reply. */
const askAtMostMs = 10 * 60_000;

/**
 * Settles a message that was being sent when the process died or Zalo's answer was lost. Zalo has no idempotency key,
 * so look for the message's echo first, then in Zalo's own record of the conversation. Resend only when the record
 * does not have it.
 * @returns when to look again, or undefined once it is settled
 */
export async function reconcileSend(
  parts: OutboxParts,
  conversation: LeasedConversation,
  row: OutboxRow,
): Promise<number | undefined> {
  const { db, sender, clock } = parts;
  const now = clock.now();
  const claimedAt = row.claimedAt ?? row.createdAt;
  if (row.echoedAt !== null)
    return settleAsSent(parts, row, { at: row.echoedAt, messageId: null, how: 'echo' });
  const lookAt = row.nextAttemptAt ?? claimedAt + settleAfterMs;
  if (lookAt > now && !isBeforePutBack(lookAt, now)) return lookAt;
  await keepLease(db, conversation, now);
  const recent = await sender.recentMessages(conversation.person, claimedAt - clockSlackMs);
  if (!recent) {
    if (now - claimedAt < askAtMostMs) {
      await markUnconfirmed(db, row.id, { at: now + askAgainMs, detail: 'record not available' });
      return now + askAgainMs;
    }
    return sayAgain(parts, row, 'unasked');
  }
  const found = await findOnRecord(db, { row, recent, claimedAt, conversationId: conversation.id });
  if (!found) return sayAgain(parts, row, 'resent');
  return settleAsSent(parts, row, { at: found.at, messageId: found.messageId, how: 'record' });
}

async function settleAsSent(
  parts: OutboxParts,
  row: OutboxRow,
  sent: { at: number; messageId: string | null; how: string },
): Promise<undefined> {
  await markSent(parts.db, row.id, sent);
  report(parts, row, sent.how);
  return undefined;
}

async function sayAgain(parts: OutboxParts, row: OutboxRow, how: string): Promise<undefined> {
  await putBack(parts.db, row.id, { at: null, failure: 'not-on-record' });
  report(parts, row, how);
  return undefined;
}

function report({ metrics, logger }: OutboxParts, row: OutboxRow, how: string): void {
  metrics.count('uncertain_sends_total', { settled: how });
  logger.info({ messageId: row.id, how }, 'an uncertain send was settled');
}

interface RecordSearch {
  row: OutboxRow;
  recent: SaidMessage[];
  claimedAt: number;
  conversationId: number;
}

/** The record's entry for this message: same text, sent since the claim, and not already matched to another row. */
async function findOnRecord(db: Kysely<Tables>, search: RecordSearch): Promise<SaidMessage | undefined> {
  const text = textOf(search.row);
  const candidates = search.recent.filter(
    (said) =>
      !said.fromPerson &&
      said.at >= search.claimedAt - clockSlackMs &&
      (said.text ?? '').normalize('NFC').trim() === text,
  );
  if (candidates.length === 0) return undefined;
  const known = await db
    .selectFrom('outgoing_messages')
    .select('zalo_message_id')
    .where('conversation_id', '=', search.conversationId)
    .where('id', '!=', search.row.id)
    .where(
      'zalo_message_id',
      'in',
      candidates.map((said) => said.messageId),
    )
    .execute();
  const taken = new Set(known.map((row) => row.zalo_message_id));
  return candidates.filter((said) => !taken.has(said.messageId)).at(-1);
}

function textOf(row: OutboxRow): string {
  return 'text' in row.content ? (row.content.text ?? '').normalize('NFC').trim() : '';
}
