import { type Kysely, sql, type Transaction } from 'kysely';
import type { Tables } from '../../database/schema.ts';
import type { PersonRef } from '../../message.ts';

/** After this many wrong codes, an account is locked out of linking. */
const maxWrongAttempts = 5;
const lockMs = 60 * 60_000;
/** This many wrong codes at one OA within an hour are no slips of the finger. */
const guessingFrom = 20;

/** Until when an account may not try codes; undefined when it may. */
export async function lockedUntil(
  trx: Transaction<Tables>,
  { oaId, personId }: PersonRef,
  now: number,
): Promise<number | undefined> {
  const row = await trx
    .selectFrom('link_attempts')
    .select('locked_until')
    .where('oa_id', '=', oaId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row?.locked_until != null && row.locked_until > now ? row.locked_until : undefined;
}

/**
 * Counts a wrong code; wrong codes older than an hour no longer count. @returns until when the account is locked, if it
 * is
 */
export async function countWrongAttempt(
  trx: Transaction<Tables>,
  { oaId, personId }: PersonRef,
  now: number,
): Promise<number | undefined> {
  const { rows } = await sql<{ wrong_attempts: number }>`
    insert into link_attempts as t (oa_id, person_id, wrong_attempts, last_at) values (${oaId}, ${personId}, 1, ${now})
    on conflict (oa_id, person_id) do update set
      wrong_attempts = case when t.last_at < ${now - lockMs} then 1 else t.wrong_attempts + 1 end, last_at = ${now}
    returning wrong_attempts`.execute(trx);
  if ((rows[0]?.wrong_attempts ?? 0) < maxWrongAttempts) return undefined;
  const until = now + lockMs;
  await trx
    .updateTable('link_attempts')
    .set({ locked_until: until, wrong_attempts: 0 })
    .where('oa_id', '=', oaId)
    .where('person_id', '=', personId)
    .execute();
  return until;
}

export async function forgetWrongAttempts(
  trx: Transaction<Tables>,
  { oaId, personId }: PersonRef,
): Promise<void> {
  await trx.deleteFrom('link_attempts').where('oa_id', '=', oaId).where('person_id', '=', personId).execute();
}

/** The OAs where people have tried many wrong codes within the last hour, from whatever accounts. */
export async function listGuessedOas(
  db: Kysely<Tables>,
  now: number,
): Promise<{ oaId: string; count: number }[]> {
  const { rows } = await sql<{ oaId: string; count: number }>`
    select oa_id as "oaId", sum(wrong_attempts + case when locked_until > ${now} then ${maxWrongAttempts}::int else 0 end)::int as count
    from link_attempts where last_at > ${now - lockMs} group by oa_id`.execute(db);
  return rows.filter(({ count }) => count >= guessingFrom);
}
