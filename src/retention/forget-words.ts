import { type Kysely, sql } from 'kysely';
import type { ToldCase } from '../conversation/state.ts';
import type { Tables } from '../database/schema.ts';

/** Where `ConversationState.told` has them. */
const words = 'words' satisfies keyof ToldCase;

interface ForgetOptions {
  /** Conversations without any word of the resident since then, epoch ms. */
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
