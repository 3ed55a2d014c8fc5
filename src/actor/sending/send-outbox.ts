import { isBeforePutBack } from '../../clock.ts';
import { keepLease, type LeasedConversation, LeaseLost } from '../../conversation/lease.ts';
import type { OutboxParts, RefusalReason, SendOutcome } from '../../conversation/message-sender.ts';
import { asList } from '../../conversation/numbered-options.ts';
import {
  claimRow,
  markFailed,
  markSent,
  markUnconfirmed,
  memberAnswer,
  nextWaiting,
  type OutboxRow,
  parkMessage,
  putBack,
  type SendFailure,
} from '../../conversation/outbox.ts';
import type { OutgoingFailure } from '../../database/schema.ts';
import type { Button, OutgoingContent } from '../../message.ts';
import { signalTickets } from '../../ticket/store/signal-tickets.ts';
import { reconcileSend, settleAfterMs } from './reconcile-send.ts';

/** Waits between attempts to send one message: short at first, then longer. The last one repeats. */
const backOffMs = [2_000, 5_000, 15_000, 60_000, 300_000];
/** A message is worth sending for this long: the free window. */
const giveUpAfterMs = 48 * 60 * 60_000;

/**
 * Sends pending messages in order, until the outbox is empty or its first message must wait.
 * @returns when to continue (epoch ms), or undefined when nothing is pending
 * @throws LeaseLost when another actor took over
 */
export async function sendOutbox(
  parts: OutboxParts,
  conversation: LeasedConversation,
): Promise<number | undefined> {
  const tried = new Set<number>();
  for (;;) {
    const row = await nextWaiting(parts.db, conversation.id, windowOpenedAt(parts, conversation));
    // Do not retry at once a message that this run parked: Zalo refused it although our clock says that the window is
    // open.
    if (!row || (row.parkedAt !== null && tried.has(row.id))) return undefined;
    tried.add(row.id);
    const goOnAt =
      row.state === 'sending'
        ? await reconcileSend(parts, conversation, row)
        : await sendOne(parts, conversation, row);
    if (goOnAt !== undefined) return goOnAt;
  }
}

async function sendOne(
  parts: OutboxParts,
  conversation: LeasedConversation,
  row: OutboxRow,
): Promise<number | undefined> {
  const { db, clock } = parts;
  const now = clock.now();
  const hopeless = whyHopeless(conversation, row, now);
  if (hopeless) {
    await markFailed(db, row.id, { failure: hopeless });
    return undefined;
  }
  if (windowOpenedAt(parts, conversation) === undefined && !isPaidFor(parts, conversation, row)) {
    await putAside(parts, row, { failure: 'window-closed' });
    return undefined;
  }
  const goOnAt = row.parkedAt === null ? (row.nextAttemptAt ?? now) : now;
  if (goOnAt > now && !isBeforePutBack(goOnAt, now)) return goOnAt;
  await keepLease(db, conversation, now);
  const claimed = await claimRow(db, {
    id: row.id,
    conversationId: conversation.id,
    lease: conversation.lease,
    now,
  });
  if (!claimed) throw new LeaseLost('the conversation is held by another actor');
  const content = sendable(row.content, parts.openSealed);
  const outcome = await parts.sender.send(conversation.person, content, { goesFirst: row.isNotice });
  parts.metrics.count('sends_total', { outcome: outcome.kind });
  return applyOutcome(parts, conversation, { row, outcome });
}

/** When the person was last active, if the free window is still open. */
function windowOpenedAt(
  { clock, windowAt }: OutboxParts,
  { lastInteractionAt }: LeasedConversation,
): number | undefined {
  const isOpen = windowAt(lastInteractionAt, clock.now()).state === 'free';
  return isOpen && lastInteractionAt !== null ? lastInteractionAt : undefined;
}

/** Outside the free window only paid messages go out, as long as Zalo accepts them at all. */
function isPaidFor(
  { clock, windowAt }: OutboxParts,
  { lastInteractionAt }: LeasedConversation,
  { mayCost }: OutboxRow,
): boolean {
  return mayCost && windowAt(lastInteractionAt, clock.now()).state === 'paid';
}

/**
 * The window is closed: a member's answer waits until the resident writes; any other message is outdated by then and
 * fails.
 */
async function putAside({ db, clock }: OutboxParts, row: OutboxRow, failure: SendFailure): Promise<void> {
  if (row.intent === memberAnswer) await parkMessage(db, row.id, clock.now());
  else await markFailed(db, row.id, failure);
}

/** Why the actor must not send a message any more, whatever Zalo would answer. */
function whyHopeless(
  conversation: LeasedConversation,
  row: OutboxRow,
  now: number,
): OutgoingFailure | undefined {
  if (conversation.withdrawnAt !== null) return 'consent-withdrawn';
  // Messages written after the block are worth a try: Zalo does not report that a person unblocked us.
  if (conversation.blockedAt !== null && row.createdAt <= conversation.blockedAt) return 'blocked';
  if (row.intent !== memberAnswer && now - row.createdAt > giveUpAfterMs) return 'too-old';
  return undefined;
}

/** The content as sent: sealed phone numbers opened, and no buttons when they are already listed in the text. */
function sendable(content: OutgoingContent, openSealed: (sealed: string) => string): OutgoingContent {
  if (content.kind !== 'text') return content;
  const { buttons = [], ...plain } = content;
  let { text } = plain;
  const opened = buttons.map((button): Button => {
    if (button.kind !== 'call' || !button.sealed) return button;
    const phone = openSealed(button.phone);
    text = text.replaceAll(button.phone, phone);
    return { kind: 'call', title: button.title, phone };
  });
  return { ...plain, text, ...(opened.length > 0 && !content.listed ? { buttons: opened } : {}) };
}

interface SendAttempt {
  row: OutboxRow;
  outcome: SendOutcome;
}

async function applyOutcome(
  parts: OutboxParts,
  conversation: LeasedConversation,
  tried: SendAttempt,
): Promise<number | undefined> {
  const { db, clock, alarm } = parts;
  const { row, outcome } = tried;
  const waitUntil = clock.now() + (backOffMs[Math.min(row.attempts, backOffMs.length - 1)] ?? 0);
  switch (outcome.kind) {
    case 'sent':
      await markSent(db, row.id, { at: outcome.sentAt, messageId: outcome.messageId });
      return undefined;
    case 'refused':
      await applyRefusal(parts, conversation, {
        row,
        reason: outcome.reason,
        code: outcome.code,
      });
      return undefined;
    case 'later': {
      const at = outcome.retryAt ?? waitUntil;
      await putBack(db, row.id, { at, failure: 'later', detail: outcome.detail });
      return at;
    }
    case 'unknown': {
      const at = clock.now() + settleAfterMs;
      await markUnconfirmed(db, row.id, { at, detail: outcome.detail });
      return at;
    }
    case 'operator':
      if (!outcome.isTold)
        alarm.raise('sending-stopped', { oaId: conversation.person.oaId, detail: outcome.detail });
      await putBack(db, row.id, { at: waitUntil, failure: 'operator', detail: outcome.detail });
      return waitUntil;
  }
}

interface Refusal {
  row: OutboxRow;
  reason: RefusalReason;
  code: number;
}

async function applyRefusal(
  parts: OutboxParts,
  conversation: LeasedConversation,
  refusal: Refusal,
): Promise<void> {
  const { db, clock } = parts;
  const { content } = refusal.row;
  const failure = { failure: refusal.reason, detail: String(refusal.code) };
  if (refusal.reason === 'buttons' && content.kind === 'text' && !content.listed) {
    await putBack(db, refusal.row.id, { ...failure, at: null, content: asList(content) });
    return;
  }
  if (refusal.reason === 'window-closed') return putAside(parts, refusal.row, failure);
  await markFailed(db, refusal.row.id, failure);
  if (refusal.reason === 'blocked' || refusal.reason === 'unknown-person') {
    conversation.blockedAt = clock.now();
    await db
      .updateTable('conversations')
      .set({ blocked_at: conversation.blockedAt })
      .where('id', '=', conversation.id)
      .where('lease', '=', conversation.lease)
      .execute();
    const signal = { person: conversation.person, kind: 'unreachable', at: conversation.blockedAt } as const;
    if (await signalTickets(db, signal)) await parts.enqueueTimerRun();
  }
}
