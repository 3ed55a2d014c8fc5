import type { Kysely } from 'kysely';
import type { Tables } from '../database/schema.ts';
import type { MessageEvent } from '../message.ts';

/**
 * Leaves out what somebody wrote before they asked to have it erased. The platform still remembers it, while the keys
 * that would tell it as a repeat are gone: taken in again it would be kept, and answered to a person who left.
 */
export async function leaveErased(
  db: Kysely<Tables>,
  events: readonly MessageEvent[],
): Promise<MessageEvent[]> {
  if (events.length === 0) return [];
  const requests = await db
    .selectFrom('erasure_requests')
    .select(['oa_id', 'person_id', (eb) => eb.fn.max('requested_at').as('until')])
    .where('person_id', 'in', [...new Set(events.map(({ personId }) => personId))])
    .groupBy(['oa_id', 'person_id'])
    .execute();
  const untilOf = new Map(requests.map((row) => [`${row.oa_id}/${row.person_id}`, Number(row.until)]));
  return events.filter(
    ({ oaId, personId, occurredAt }) => occurredAt > (untilOf.get(`${oaId}/${personId}`) ?? -1),
  );
}
