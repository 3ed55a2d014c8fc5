import { createHmac, randomInt } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { Tables } from '../database/schema.ts';

/** No letters or digits that are taken for one another. */
const letters = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const half = 5;
const count = 10;

interface CodeOwner {
  operatorId: string;
  /** SESSION_SECRET: keys the hashes, so that the stored ones cannot be guessed at. */
  secret: string;
}

/** Replaces an operator's codes by ten new ones. @returns them as people read them, `ABCDE-FGHJK`; the only time */
export async function renewRecoveryCodes(
  trx: Transaction<Tables>,
  { operatorId, secret }: CodeOwner,
): Promise<string[]> {
  await trx.deleteFrom('operator_recovery_codes').where('operator_id', '=', operatorId).execute();
  const codes = Array.from({ length: count }, createCode);
  await trx
    .insertInto('operator_recovery_codes')
    .values(codes.map((code) => ({ operator_id: operatorId, code_hash: hash(code, secret) })))
    .execute();
  return codes.map((code) => `${code.slice(0, half)}-${code.slice(half)}`);
}

/** Uses up a code. @returns whether it was one of the operator's that was not used yet */
export async function useRecoveryCode(
  trx: Transaction<Tables>,
  { operatorId, secret, code, now }: CodeOwner & { code: string; now: number },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('operator_recovery_codes')
    .set({ used_at: now })
    .where('operator_id', '=', operatorId)
    .where('code_hash', '=', hash(code, secret))
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** How many codes an operator has left. */
export async function countRecoveryCodes(db: Kysely<Tables>, operatorId: string): Promise<number> {
  const rows = await db
    .selectFrom('operator_recovery_codes')
    .select('code_hash')
    .where('operator_id', '=', operatorId)
    .where('used_at', 'is', null)
    .execute();
  return rows.length;
}

function createCode(): string {
  return Array.from({ length: 2 * half }, () => letters[randomInt(letters.length)]).join('');
}

function hash(code: string, secret: string): string {
  return createHmac('sha256', secret).update(`recovery ${code}`).digest('hex');
}
