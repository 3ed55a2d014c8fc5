import type { Kysely, Selectable, Transaction } from 'kysely';
import type { Tables } from '../../database/schema.ts';
import type { MemberLinkTable } from '../../database/ticket-tables.ts';

/** A member's account at one OA. */
export interface MemberLink {
  memberId: string;
  oaId: string;
  personId: string;
  linkedAt: number;
  /** When the member promised to keep residents' information confidential; before that, they see no ticket. */
  pledgedAt: number | undefined;
}

type Person = Pick<MemberLink, 'oaId' | 'personId'>;

/** The link of an account, if it belongs to a member. */
export async function findLink(
  db: Kysely<Tables>,
  { oaId, personId }: Person,
): Promise<MemberLink | undefined> {
  const row = await db
    .selectFrom('member_links')
    .selectAll()
    .where('oa_id', '=', oaId)
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return row && toLink(row);
}

/** The active accounts of a member, oldest first. */
export async function listLinks(db: Kysely<Tables>, memberId: string): Promise<MemberLink[]> {
  const rows = await db
    .selectFrom('member_links')
    .selectAll()
    .where('member_id', '=', memberId)
    .where('revoked_at', 'is', null)
    .orderBy('linked_at')
    .execute();
  return rows.map(toLink);
}

/**
 * Links a member's account at one OA; it replaces another account of theirs there.
 * @returns false when the account belongs to another member
 */
export async function linkMember(
  trx: Transaction<Tables>,
  { memberId, oaId, personId, now }: Person & { memberId: string; now: number },
): Promise<boolean> {
  const known = await findLink(trx, { oaId, personId });
  if (known) return known.memberId === memberId;
  await trx
    .updateTable('member_links')
    .set({ revoked_at: now })
    .where('member_id', '=', memberId)
    .where('oa_id', '=', oaId)
    .where('revoked_at', 'is', null)
    .execute();
  await trx
    .insertInto('member_links')
    .values({ member_id: memberId, oa_id: oaId, person_id: personId, linked_at: now })
    .execute();
  return true;
}

/** Records the promise of a linked member. */
export async function pledge(
  db: Kysely<Tables>,
  { oaId, personId, now }: Person & { now: number },
): Promise<void> {
  await db
    .updateTable('member_links')
    .set({ pledged_at: now })
    .where('oa_id', '=', oaId)
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .where('pledged_at', 'is', null)
    .execute();
}

/** Ends a link, at the request of the member or an operator. */
export async function revokeLink(
  db: Kysely<Tables>,
  { oaId, personId, now }: Person & { now: number },
): Promise<void> {
  await db
    .updateTable('member_links')
    .set({ revoked_at: now })
    .where('oa_id', '=', oaId)
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .execute();
}

function toLink(row: Selectable<MemberLinkTable>): MemberLink {
  return {
    memberId: row.member_id,
    oaId: row.oa_id,
    personId: row.person_id,
    linkedAt: row.linked_at,
    pledgedAt: row.pledged_at ?? undefined,
  };
}
