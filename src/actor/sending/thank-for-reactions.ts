import { sql, type Transaction } from 'kysely';
import type { Clock } from '../../clock.ts';
import { addressValues } from '../../conversation/address-values.ts';
import { writeOutbox } from '../../conversation/outbox.ts';
import { type ConversationState, upgradeState } from '../../conversation/state.ts';
import type { Tables } from '../../database/schema.ts';
import type { Words } from '../../i18n.ts';
import type { Origin, PersonRef, ReactionEvent } from '../../message.ts';

/** Zalo's codes for a heart, a thumb up and a laugh; wonder, tears and anger are no thanks. */
const friendlyIcons = new Set(['/-heart', '/-strong', ':>']);
/** So long after an answer a reaction is thanks for it; and so long one line holds. */
const thanksMs = 30 * 60_000;

interface ThankingParts {
  clock: Clock;
  words: Words;
  origin: Origin;
}

interface ThankedRow {
  id: number;
  oa_id: string;
  person_id: string;
  state: Partial<ConversationState>;
}

/**
 * A friendly reaction to an answer just given is thanks, and gets one short line, as a sticker does: at most once in
 * half an hour. Any other reaction says enough by itself.
 * @returns whose outbox has something to be sent
 */
export async function thankForReactions(
  trx: Transaction<Tables>,
  { clock, words, origin }: ThankingParts,
  reactions: readonly { id: number; event: ReactionEvent }[],
): Promise<PersonRef[]> {
  const thanked: PersonRef[] = [];
  const now = clock.now();
  for (const { id, event } of reactions) {
    if (!friendlyIcons.has(event.icon) || now - event.occurredAt > thanksMs) continue;
    const row = await noteThanks(trx, event, now);
    if (!row) continue;
    const state = upgradeState(row.state);
    const text = words.in(state.language)('thanks.text', addressValues(state));
    const draft = { content: { kind: 'text' as const, text }, answersEventId: id, intent: 'thanks' };
    await writeOutbox(trx, {
      conversationId: row.id,
      drafts: [{ ...draft, outcome: 'smalltalk' }],
      origin,
      now,
    });
    thanked.push({ oaId: row.oa_id, personId: row.person_id });
  }
  return thanked;
}

/** @returns the conversation, when thanks are due in it and nobody wants to be left alone or speaks to them by hand */
async function noteThanks(
  trx: Transaction<Tables>,
  { messageId, occurredAt }: ReactionEvent,
  now: number,
): Promise<ThankedRow | undefined> {
  const noted = await sql<ThankedRow>`
    update conversations c
    set state = c.state || jsonb_build_object('lastAt',
      coalesce(c.state -> 'lastAt', '{}'::jsonb) || jsonb_build_object('thanks', ${now}::bigint))
    from outgoing_messages o
    where o.zalo_message_id = ${messageId} and o.conversation_id = c.id
      and o.outcome in ('answer', 'handoff') and o.sent_at > ${occurredAt - thanksMs}
      and coalesce((c.state -> 'lastAt' ->> 'thanks')::bigint, 0) <= ${now - thanksMs}
      and c.left_at is null and c.blocked_at is null and c.withdrawn_at is null
      and coalesce(c.human_until, 0) <= ${now}
    returning c.id, c.oa_id, c.person_id, c.state`.execute(trx);
  return noted.rows[0];
}
