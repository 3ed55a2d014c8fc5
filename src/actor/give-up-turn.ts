import { markHandled } from '../conversation/inbox.ts';
import { laneOf } from '../conversation/lanes.ts';
import { type LeasedConversation, LeaseLost } from '../conversation/lease.ts';
import { writeOutbox } from '../conversation/outbox.ts';
import type { Turn } from '../conversation/turn.ts';
import { messageOf } from '../errors.ts';
import { personButton } from '../intents/buttons.ts';
import type { ActorParts } from './actor-parts.ts';

/** The actor gives a message up after this long, so that later messages do not wait for ever. */
const triesForMs = 3 * 60_000;

/**
 * Whether the actor gives up the turn of an event whose handler fails. Before the limit it tries again; it never
 * gives up a withdrawal.
 */
export function isHopeless({ last }: Turn, now: number): boolean {
  return last.event.kind !== 'withdrawn' && now - last.receivedAt > triesForMs;
}

/**
 * Closes a turn whose handler fails again and again. The resident reads that it did not work and is offered a person;
 * the bot leaves the flow that may be at fault; the operator gets an alarm.
 * @throws LeaseLost when another actor took over
 */
export async function giveUpTurn(
  parts: ActorParts,
  conversation: LeasedConversation,
  { turn, error }: { turn: Turn; error: unknown },
): Promise<void> {
  const { db, clock, words, origin, logger, alarm, metrics } = parts;
  const now = clock.now();
  const { event, id } = turn.last;
  const state = { ...conversation.state, step: undefined };
  const t = words.in(state.language);
  const buttons = [personButton({ t })];
  const content = { kind: 'text' as const, text: t('bot:complaint.text'), buttons };
  const lastInteractionAt = Math.max(conversation.lastInteractionAt ?? 0, event.occurredAt);
  const isHeard =
    event.kind === 'message' && laneOf({ conversation, isMember: false, isClaimed: false, now }) === 'bot';
  await db.transaction().execute(async (trx) => {
    const saved = await trx
      .updateTable('conversations')
      .set({ state: JSON.stringify(state), last_interaction_at: lastInteractionAt })
      .where('id', '=', conversation.id)
      .where('lease', '=', conversation.lease)
      .executeTakeFirst();
    if (saved.numUpdatedRows === 0n) throw new LeaseLost('the conversation is held by another actor');
    const drafts = isHeard ? [{ content, answersEventId: id, outcome: 'failed' }] : [];
    await writeOutbox(trx, { conversationId: conversation.id, drafts, origin, now, turnId: id });
    const ids = [...turn.covered, turn.last].map((one) => one.id);
    await markHandled(trx, ids, { at: now, outcome: 'failed' });
  });
  Object.assign(conversation, { state, lastInteractionAt });
  const reason = messageOf(error);
  logger.error({ eventName: event.eventName, reason }, 'an event could not be handled and was given up');
  alarm.raise('job-failed', { oaId: conversation.person.oaId, detail: `${event.eventName}: ${reason}` });
  metrics.count('turns_total', { outcome: 'failed' });
}
