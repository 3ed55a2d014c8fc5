import type { Kysely } from 'kysely';
import type { Tables } from '../database/schema.ts';
import { hourMs } from '../durations.ts';
import type { Sealer } from '../encryption.ts';
import { useRecoveryCode } from './recovery-codes.ts';
import { createTotpSecret, matchTotp } from './totp.ts';

const maxWrong = 5;
const lockMs = hourMs;

/** What the second factors work with. */
export interface FactorParts {
  db: Kysely<Tables>;
  sealer: Sealer;
  /** SESSION_SECRET. */
  secret: string;
}

/** The secret that an operator is about to put into their authenticator: the same until it is confirmed. */
export async function offerAuthenticator({ db, sealer }: FactorParts, operatorId: string): Promise<string> {
  // Two pages opened at once must show the same secret: the second one waits for the first.
  return db.transaction().execute(async (trx) => {
    const row = await trx
      .selectFrom('operators')
      .select(['totp_encrypted', 'totp_since'])
      .where('operator_id', '=', operatorId)
      .forUpdate()
      .executeTakeFirstOrThrow();
    if (row.totp_encrypted !== null && row.totp_since === null) return sealer.open(row.totp_encrypted);
    const secret = createTotpSecret();
    await trx
      .updateTable('operators')
      .set({ totp_encrypted: sealer.seal(secret) })
      .where('operator_id', '=', operatorId)
      .where('totp_since', 'is', null)
      .execute();
    return secret;
  });
}

interface GivenCode {
  operatorId: string;
  /** As typed. */
  code: string;
  now: number;
}

/** The first code of the new authenticator: from now on it counts. @returns false when the code is wrong */
export async function confirmAuthenticator(
  { db, sealer }: FactorParts,
  { operatorId, code, now }: GivenCode,
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const row = await trx
      .selectFrom('operators')
      .select('totp_encrypted')
      .where('operator_id', '=', operatorId)
      .where('totp_since', 'is', null)
      .forUpdate()
      .executeTakeFirst();
    if (!row?.totp_encrypted) return false;
    const secret = sealer.open(row.totp_encrypted);
    const step = matchTotp({ secret, code: toPlain(code), now, usedStep: null });
    if (step === undefined) return false;
    await trx
      .updateTable('operators')
      .set({ totp_since: now, totp_step: step, wrong_codes: 0, locked_until: null })
      .where('operator_id', '=', operatorId)
      .execute();
    return true;
  });
}

export async function removeAuthenticator(db: Kysely<Tables>, operatorId: string): Promise<void> {
  await db
    .updateTable('operators')
    .set({ totp_encrypted: null, totp_since: null, totp_step: null })
    .where('operator_id', '=', operatorId)
    .execute();
}

/** What became of a code; `locked`: no code is taken until then, epoch ms, `isNew` when this one was the fifth. */
export type CodeCheck =
  | { kind: 'right'; way: 'authenticator' | 'recovery' }
  | { kind: 'wrong' }
  | { kind: 'locked'; until: number; isNew: boolean };

/**
 * Checks a code of the authenticator or a recovery code, and uses it up. The row of the operator is locked meanwhile, so
 * that many tries at once count as many.
 */
export async function checkCode(
  { db, sealer, secret }: FactorParts,
  { operatorId, code, now }: GivenCode,
): Promise<CodeCheck> {
  const plain = toPlain(code);
  return db.transaction().execute(async (trx): Promise<CodeCheck> => {
    const row = await trx
      .selectFrom('operators')
      .select(['totp_encrypted', 'totp_since', 'totp_step', 'wrong_codes', 'locked_until'])
      .where('operator_id', '=', operatorId)
      .where('removed_at', 'is', null)
      .forUpdate()
      .executeTakeFirst();
    if (!row) return { kind: 'wrong' };
    if (row.locked_until !== null && row.locked_until > now) {
      return { kind: 'locked', until: row.locked_until, isNew: false };
    }
    const update = (values: { wrong_codes: number; locked_until: number | null; totp_step?: number }) =>
      trx.updateTable('operators').set(values).where('operator_id', '=', operatorId).execute();
    const step =
      row.totp_encrypted !== null && row.totp_since !== null
        ? matchTotp({ secret: sealer.open(row.totp_encrypted), code: plain, now, usedStep: row.totp_step })
        : undefined;
    if (step !== undefined) {
      await update({ wrong_codes: 0, locked_until: null, totp_step: step });
      return { kind: 'right', way: 'authenticator' };
    }
    if (await useRecoveryCode(trx, { operatorId, secret, code: plain, now })) {
      await update({ wrong_codes: 0, locked_until: null });
      return { kind: 'right', way: 'recovery' };
    }
    const wrong = row.wrong_codes + 1;
    if (wrong < maxWrong) {
      await update({ wrong_codes: wrong, locked_until: null });
      return { kind: 'wrong' };
    }
    await update({ wrong_codes: 0, locked_until: now + lockMs });
    return { kind: 'locked', until: now + lockMs, isNew: true };
  });
}

/** Without the spaces and dashes of people, in capitals. */
function toPlain(code: string): string {
  return code.normalize('NFKC').replaceAll(/[\s-]/g, '').toUpperCase();
}
