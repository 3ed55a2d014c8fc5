import { type Kysely, sql } from 'kysely';
import type { ToldCase } from '../conversation/state.ts';
import type { Tables } from '../database/schema.ts';

/** Where `ConversationState.told` has them. */
const words = 'words' satisfies keyof ToldCase;

interface ForgetOptions {
  /** Conversations in which the resident or the member has not written since then, epoch ms. */
  before: number;
  limit: number;
}

/**
 * Removes the resident's words from the state of conversations in which nothing was written for long.
 * @returns of how many
 */
export async function forgetWords(db: Kysely<Tables>, { before, limit }: ForgetOptions): Promise<number> {
  const idle = db
    .selectFrom('conversations')
    .select('id')
    .where('last_interaction_at', '<', before)
    .where(sql`state -> 'told' ->> ${sql.lit(words)}`, 'is not', null)
    .limit(limit);
  const { numUpdatedRows } = await db
    .updateTable('conversations')
    .set({ state: sql`state #- array['told', ${sql.lit(words)}]` })
    .where('id', 'in', idle)
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}

/**
 * Removes what members wrote to residents, or have not sent, from the chats of members who have not written for long.
 * @returns of how many
 */
export async function forgetMemberWords(
  db: Kysely<Tables>,
  { before, limit }: ForgetOptions,
): Promise<number> {
  const idle = db
    .selectFrom('member_chats')
    .innerJoin('conversations', 'conversations.id', 'conversation_id')
    .select('conversation_id')
    .where('last_interaction_at', '<', before)
    .where(sql<boolean>`(member_chats.state ? 'lastSent' or member_chats.state -> 'pending' <> '[]')`)
    .limit(limit);
  const { numUpdatedRows } = await db
    .updateTable('member_chats')
    .set({ state: sql`(state - 'lastSent') || '{"pending": []}'` })
    .where('conversation_id', 'in', idle)
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}
