import type { Kysely, Transaction } from 'kysely';
import type { Tables } from '../../database/schema.ts';
import { dayMs } from '../../durations.ts';
import { createCode, hashCode } from './invite-code.ts';

/** How long a code is valid unless somebody says otherwise. */
const usualLifeMs = 7 * dayMs;

interface InviteParams {
  memberId: string;
  /** The only OA where the code is valid. */
  oaId?: string | undefined;
  now: number;
  /** When the code ends, epoch ms; after the usual time when missing. */
  expiresAt?: number;
}

/** Creates a code for a member; their earlier codes for the same OA become invalid. @returns the code */
export async function createInvite(
  db: Kysely<Tables>,
  { memberId, oaId, now, expiresAt = now + usualLifeMs }: InviteParams,
): Promise<string> {
  const code = createCode();
  await db.transaction().execute(async (trx) => {
    await trx
      .updateTable('member_invites')
      .set({ revoked_at: now })
      .where('member_id', '=', memberId)
      .where('oa_id', 'is not distinct from', oaId ?? null)
      .where('used_at', 'is', null)
      .where('revoked_at', 'is', null)
      .execute();
    await trx
      .insertInto('member_invites')
      .values({
        member_id: memberId,
        oa_id: oaId ?? null,
        code_hash: hashCode(code),
        created_at: now,
        expires_at: expiresAt,
      })
      .execute();
  });
  return code;
}

export interface Invite {
  id: number;
  memberId: string;
}

/** The invitation of a code that is valid at this OA now. Its row stays locked until the transaction ends. */
export async function findInvite(
  trx: Transaction<Tables>,
  { code, oaId, now }: { code: string; oaId: string; now: number },
): Promise<Invite | undefined> {
  const row = await trx
    .selectFrom('member_invites')
    .innerJoin('members', 'members.member_id', 'member_invites.member_id')
    .select(['member_invites.id', 'member_invites.member_id'])
    .where('code_hash', '=', hashCode(code))
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .where('removed_at', 'is', null)
    .where((eb) => eb.or([eb('oa_id', 'is', null), eb('oa_id', '=', oaId)]))
    .forUpdate('member_invites')
    .executeTakeFirst();
  return row && { id: row.id, memberId: row.member_id };
}

export async function markUsed(trx: Transaction<Tables>, id: number, now: number): Promise<void> {
  await trx.updateTable('member_invites').set({ used_at: now }).where('id', '=', id).execute();
}
