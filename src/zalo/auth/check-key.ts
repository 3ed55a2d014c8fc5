import type { Kysely } from 'kysely';
import type { Tables } from '../../database/schema.ts';
import type { Sealer } from '../../encryption.ts';
import { OperatorError } from '../../errors.ts';

/**
 * Checks at the start that the stored secrets can be opened. With another key every send would fail one by one, and new
 * secrets would be sealed beside old ones that this key cannot open. Changes nothing.
 * @throws OperatorError naming the OAs whose tokens another ENCRYPTION_KEY has sealed
 */
export async function checkKey(db: Kysely<Tables>, sealer: Sealer): Promise<void> {
  const rows = await db
    .selectFrom('oas')
    .select(['oa_id', 'access_token_encrypted', 'refresh_token_encrypted'])
    .orderBy('oa_id')
    .execute();
  const closed = rows.filter((row) =>
    [row.access_token_encrypted, row.refresh_token_encrypted].some(
      (sealed) => sealed !== null && !canOpen(sealer, sealed),
    ),
  );
  if (closed.length === 0) return;
  const ids = closed.map((row) => row.oa_id).join(', ');
  throw new OperatorError(
    `ENCRYPTION_KEY is not the one that sealed the tokens of OA ${ids}. Set the former key again; if it is lost, ` +
      'connect these OAs anew with oa:add, which makes new tokens. Phone numbers sealed with it stay unreadable.',
  );
}

function canOpen(sealer: Sealer, sealed: string): boolean {
  try {
    sealer.open(sealed);
    return true;
  } catch {
    return false;
  }
}
