import type { Kysely } from 'kysely';
import type { Tables } from '../database/schema.ts';
import { messageOf } from '../errors.ts';
import type { Logger } from '../logger.ts';
import type { PersonRef } from '../message.ts';
import type { TicketView } from './ticket-view.ts';

interface NamingParts {
  db: Kysely<Tables>;
  logger: Logger;
  nameOf(person: PersonRef): Promise<string | undefined>;
}

const longestName = 80;

/** Asks the platform what a resident is called, once a member has to know whom they help. Does without when it cannot. */
export async function nameResident(
  { db, logger, nameOf }: NamingParts,
  { displayName, oaId, personId, conversationId }: TicketView,
): Promise<void> {
  if (displayName !== null) return;
  try {
    const name = (await nameOf({ oaId, personId }))?.trim().slice(0, longestName);
    if (!name) return;
    await db
      .updateTable('conversations')
      .set({ display_name: name })
      .where('id', '=', conversationId)
      .execute();
  } catch (error) {
    logger.warn({ oaId, reason: messageOf(error) }, 'a resident stays without a name');
  }
}
