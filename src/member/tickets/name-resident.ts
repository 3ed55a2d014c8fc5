import type { Kysely } from 'kysely';
import type { Tables } from '../../database/schema.ts';
import { messageOf } from '../../errors.ts';
import type { Logger } from '../../logger.ts';
import type { PersonRef } from '../../message.ts';
import { withoutSecrets } from '../../nlu/secrets/detect-secrets.ts';

interface NamingParts {
  db: Kysely<Tables>;
  logger: Logger;
  nameOf(person: PersonRef): Promise<string | undefined>;
}

const maxNameLength = 80;

/**
 * Fetches from Zalo the display names of residents whose tickets members now work on. Carries on without a name when
 * Zalo fails.
 */
export async function nameResidents(parts: NamingParts, ticketIds: readonly number[]): Promise<void> {
  if (ticketIds.length === 0) return;
  const nameless = await parts.db
    .selectFrom('conversations')
    .innerJoin('tickets', 'tickets.conversation_id', 'conversations.id')
    .select(['conversations.id', 'conversations.oa_id', 'person_id'])
    .distinct()
    .where('tickets.id', 'in', [...ticketIds])
    .where('display_name', 'is', null)
    .where('anonymous_conversation_id', 'is', null)
    .execute();
  for (const row of nameless) await nameOne(parts, row);
}

async function nameOne(
  { db, logger, nameOf }: NamingParts,
  { id, oa_id: oaId, person_id: personId }: { id: number; oa_id: string; person_id: string },
): Promise<void> {
  try {
    const name = withoutSecrets((await nameOf({ oaId, personId })) ?? '').slice(0, maxNameLength);
    if (!name) return;
    await db.updateTable('conversations').set({ display_name: name }).where('id', '=', id).execute();
  } catch (error) {
    logger.warn({ oaId, reason: messageOf(error) }, 'a resident stays without a name');
  }
}
