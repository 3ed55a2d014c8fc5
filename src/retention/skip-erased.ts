import type { Kysely } from 'kysely';
import type { Tables } from '../database/schema.ts';
import type { MessageEvent } from '../message.ts';

/**
 * Leaves out what a person wrote before they asked for the erasure that was done since. The platform still has it, while
 * the keys that would mark it as a repeat are gone: we would store it again, and answer a person who left.
 */
export async function withoutErasedPeople(
  db: Kysely<Tables>,
  events: readonly MessageEvent[],
): Promise<MessageEvent[]> {
  if (events.length === 0) return [];
  const erasedUntil = await lastErasures(
    db,
    events.map(({ personId }) => personId),
  );
  return events.filter(({ oaId, personId, occurredAt }) => occurredAt > erasedUntil(oaId, personId));
}

/** Until when each person's data were erased, epoch ms; -1 for a person whose data never were. */
export async function lastErasures(
  db: Kysely<Tables>,
  personIds: readonly string[],
): Promise<(oaId: string, personId: string | null) => number> {
  if (personIds.length === 0) return () => -1;
  const requests = await db
    .selectFrom('erasure_requests')
    .select(['oa_id', 'person_id', (eb) => eb.fn.max('requested_at').as('until')])
    .where('person_id', 'in', [...new Set(personIds)])
    .where('done_at', 'is not', null)
    .groupBy(['oa_id', 'person_id'])
    .execute();
  const untilOf = new Map(requests.map((row) => [`${row.oa_id}/${row.person_id}`, Number(row.until)]));
  return (oaId, personId) => untilOf.get(`${oaId}/${personId}`) ?? -1;
}
