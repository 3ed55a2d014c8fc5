import type { Selectable, Transaction } from 'kysely';
import { addressValues } from '../conversation/address-values.ts';
import { writeOutbox } from '../conversation/outbox.ts';
import { upgradeState } from '../conversation/state.ts';
import type { Tables } from '../database/schema.ts';
import type { ErasureParts } from './erase-person.ts';

/** What is needed of a conversation to tell its person. */
export type ErasedConversation = Pick<
  Selectable<Tables['conversations']>,
  'id' | 'state' | 'last_interaction_at' | 'withdrawn_at' | 'blocked_at'
>;

/** Tells a person that their data were erased, unless the bot may not write to them. */
export async function tellErased(
  { words, windowAt, origin, now }: Omit<ErasureParts, 'db'>,
  trx: Transaction<Tables>,
  conversation: ErasedConversation,
): Promise<void> {
  if (conversation.withdrawn_at !== null || conversation.blocked_at !== null) return;
  if (windowAt(conversation.last_interaction_at, now).state !== 'free') return;
  const state = upgradeState(conversation.state);
  const text = words.in(state.language)('privacy.erase_done', addressValues(state));
  await writeOutbox(trx, {
    conversationId: conversation.id,
    drafts: [{ content: { kind: 'text', text }, intent: 'erase-data', outcome: 'answer' }],
    origin,
    now,
  });
}
