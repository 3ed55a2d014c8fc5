import type { Kysely, Transaction } from 'kysely';
import type { OperatorRole } from '../database/console-tables.ts';
import type { Tables } from '../database/schema.ts';
import { foldText } from '../nlu/text/fold-text.ts';
import { type Operator, operatorKey } from './operator.ts';

/** All operators, also removed ones, in the order of their names. */
export async function listOperators(db: Kysely<Tables>): Promise<Operator[]> {
  const rows = await select(db).execute();
  return rows.map(toOperator).sort((a, b) => a.name.localeCompare(b.name, 'vi'));
}

/** An operator who was not removed. */
export async function findOperator(db: Kysely<Tables>, operatorId: string): Promise<Operator | undefined> {
  const row = await select(db)
    .where('operator_id', '=', operatorId)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  return row && toOperator(row);
}

/** The names of all operators, also removed ones, by their keys (`operatorKey`) and by their ids. */
export async function readOperatorNames(db: Kysely<Tables>): Promise<ReadonlyMap<string, string>> {
  const rows = await db.selectFrom('operators').select(['operator_id', 'name']).execute();
  return new Map(
    rows.flatMap(({ operator_id: id, name }): [string, string][] => [
      [id, name],
      [operatorKey(id), name],
    ]),
  );
}

interface NewOperator {
  name: string;
  role: OperatorRole;
  /** For a clerk. */
  areaId: string | undefined;
  now: number;
}

/** Adds an operator, with an id made of the name. @returns the id; undefined when the name has no letter */
export async function addOperator(
  trx: Transaction<Tables>,
  { name, role, areaId, now }: NewOperator,
): Promise<string | undefined> {
  const stem = foldText(name).replaceAll(' ', '-');
  if (stem === '') return undefined;
  const taken = new Set(
    (await trx.selectFrom('operators').select('operator_id').execute()).map((row) => row.operator_id),
  );
  let operatorId = stem;
  for (let count = 2; taken.has(operatorId); count += 1) operatorId = `${stem}-${count}`;
  await trx
    .insertInto('operators')
    .values({ operator_id: operatorId, name, role, area_id: areaId ?? null, created_at: now })
    .execute();
  return operatorId;
}

/** Removes an operator with all that lets them in. The name stays, for the rows that tell what they did. */
export async function removeOperator(
  trx: Transaction<Tables>,
  { operatorId, now }: { operatorId: string; now: number },
): Promise<void> {
  await forgetFactors(trx, { operatorId, now });
  await trx.deleteFrom('operator_links').where('operator_id', '=', operatorId).execute();
  await trx.deleteFrom('console_views').where('member_id', '=', operatorKey(operatorId)).execute();
  await trx.updateTable('operators').set({ removed_at: now }).where('operator_id', '=', operatorId).execute();
}

/** Ends an operator's sessions and forgets their browsers and second factors. */
export async function forgetFactors(
  trx: Transaction<Tables>,
  { operatorId, now }: { operatorId: string; now: number },
): Promise<void> {
  for (const table of ['operator_passkeys', 'operator_recovery_codes', 'operator_browsers'] as const) {
    await trx.deleteFrom(table).where('operator_id', '=', operatorId).execute();
  }
  await trx
    .updateTable('operators')
    .set({ totp_encrypted: null, totp_since: null, totp_step: null, wrong_codes: 0, locked_until: null })
    .where('operator_id', '=', operatorId)
    .execute();
  await trx
    .updateTable('console_sessions')
    .set({ revoked_at: now })
    .where('operator_id', '=', operatorId)
    .where('revoked_at', 'is', null)
    .execute();
}

function select(db: Kysely<Tables>) {
  return db
    .selectFrom('operators as o')
    .select(['operator_id', 'name', 'role', 'area_id', 'totp_since', 'removed_at', 'locked_until'])
    .select((eb) =>
      eb
        .selectFrom('operator_passkeys as p')
        .whereRef('p.operator_id', '=', 'o.operator_id')
        .select(eb.fn.countAll<number | string>().as('count'))
        .as('passkeys'),
    );
}

type Row = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number];

function toOperator(row: Row): Operator {
  return {
    operatorId: row.operator_id,
    name: row.name,
    role: row.role,
    areaId: row.area_id ?? undefined,
    hasAuthenticator: row.totp_since !== null,
    passkeys: Number(row.passkeys),
    removedAt: row.removed_at ?? undefined,
    lockedUntil: row.locked_until ?? undefined,
  };
}
