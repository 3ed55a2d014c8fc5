import type { Kysely } from 'kysely';
import NodeCache from 'node-cache';
import type { Tables } from '../database/schema.ts';
import { inBackground } from '../errors.ts';
import type { Logger } from '../logger.ts';
import type { IncomingEvent } from '../message.ts';

interface FirstLaneParts {
  db: Kysely<Tables>;
  logger: Logger;
  /** Whether a text has words that are enough to hear an emergency. Called for every message: it must be cheap. */
  hearsDanger(text: string): boolean;
}

const freshSeconds = 30;

/**
 * Which events are handled before others when many wait: those of members, and those that tell of an emergency.
 * @returns a question that never waits: it knows the members of the last read
 */
export function createFirstLane({
  db,
  logger,
  hearsDanger,
}: FirstLaneParts): (event: IncomingEvent) => boolean {
  const cache = new NodeCache({ useClones: false, checkperiod: 0 });
  let members: ReadonlySet<string> = new Set();

  async function read(): Promise<void> {
    const links = await db
      .selectFrom('member_links')
      .select(['oa_id', 'person_id'])
      .where('revoked_at', 'is', null)
      .execute();
    members = new Set(links.map((link) => `${link.oa_id}/${link.person_id}`));
  }

  return (event) => {
    if (event.kind !== 'message') return false;
    if (!cache.has('fresh')) {
      cache.set('fresh', true, freshSeconds);
      inBackground(read(), { logger, whatFailed: 'the members could not be read' });
    }
    return members.has(`${event.oaId}/${event.personId}`) || hearsDanger(event.text ?? '');
  };
}
