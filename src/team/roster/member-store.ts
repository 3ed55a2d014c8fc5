import type { Kysely, Selectable } from 'kysely';
import type { Tables } from '../../database/schema.ts';
import type { MemberTable, TeamMemberTable } from '../../database/ticket-tables.ts';
import { NotFoundError } from '../../errors.ts';
import type { Member, Membership } from './team.ts';

/** Ordered by name, with removed members. */
export async function listMembers(db: Kysely<Tables>): Promise<Member[]> {
  const rows = await db.selectFrom('members').selectAll().orderBy('name').orderBy('member_id').execute();
  const memberships = await db.selectFrom('team_members').selectAll().orderBy('team_id').execute();
  return rows.map((row) =>
    toMember(
      row,
      memberships.filter(({ member_id }) => member_id === row.member_id),
    ),
  );
}

export async function findMember(db: Kysely<Tables>, memberId: string): Promise<Member | undefined> {
  const row = await db.selectFrom('members').selectAll().where('member_id', '=', memberId).executeTakeFirst();
  if (!row) return undefined;
  const memberships = await db
    .selectFrom('team_members')
    .selectAll()
    .where('member_id', '=', memberId)
    .orderBy('team_id')
    .execute();
  return toMember(row, memberships);
}

/** @throws NotFoundError */
export async function getMember(db: Kysely<Tables>, memberId: string): Promise<Member> {
  const member = await findMember(db, memberId);
  if (!member) throw new NotFoundError(`no member ${memberId}`);
  return member;
}

/** The encrypted phone numbers of members who gave one, by member. */
export async function listPhones(db: Kysely<Tables>): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('members')
    .select(['member_id', 'phone_encrypted'])
    .where('phone_encrypted', 'is not', null)
    .execute();
  return new Map(rows.map((row) => [row.member_id, row.phone_encrypted ?? '']));
}

export interface NewMember {
  memberId: string;
  name: string;
  /** Undefined keeps the stored number. */
  phoneEncrypted: string | undefined;
  createdAt: number;
}

/** Adds members, or updates name and phone of the ones with these ids; a removed member becomes active again. */
export async function saveMembers(db: Kysely<Tables>, members: readonly NewMember[]): Promise<void> {
  if (members.length === 0) return;
  await db
    .insertInto('members')
    .values(
      members.map(({ memberId, name, phoneEncrypted, createdAt }) => ({
        member_id: memberId,
        name,
        phone_encrypted: phoneEncrypted ?? null,
        created_at: createdAt,
      })),
    )
    .onConflict((conflict) =>
      conflict.column('member_id').doUpdateSet(({ ref, fn }) => ({
        name: ref('excluded.name'),
        phone_encrypted: fn.coalesce('excluded.phone_encrypted', 'members.phone_encrypted'),
        removed_at: null,
      })),
    )
    .execute();
}

/** Adds members to teams, or changes their roles there. */
export async function saveMemberships(
  db: Kysely<Tables>,
  memberships: readonly (Membership & { memberId: string })[],
): Promise<void> {
  if (memberships.length === 0) return;
  await db
    .insertInto('team_members')
    .values(memberships.map(({ teamId, memberId, role }) => ({ team_id: teamId, member_id: memberId, role })))
    .onConflict((conflict) =>
      conflict.columns(['team_id', 'member_id']).doUpdateSet(({ ref }) => ({ role: ref('excluded.role') })),
    )
    .execute();
}

interface Absence {
  memberId: string;
  /** Epoch ms; undefined: from now on. */
  from?: number;
  /** Epoch ms; undefined: back now. */
  until: number | undefined;
}

export async function setAway(db: Kysely<Tables>, { memberId, from, until }: Absence): Promise<void> {
  await db
    .updateTable('members')
    .set({ away_from: from ?? null, away_until: until ?? null })
    .where('member_id', '=', memberId)
    .execute();
}

/** Marks a member as removed, ends their links and forgets their browsers; the caller reassigns their tickets through the ticket service. */
export async function removeMember(
  db: Kysely<Tables>,
  { memberId, now }: { memberId: string; now: number },
): Promise<void> {
  await db.updateTable('members').set({ removed_at: now }).where('member_id', '=', memberId).execute();
  await db.deleteFrom('push_subscriptions').where('member_id', '=', memberId).execute();
  await db
    .updateTable('member_links')
    .set({ revoked_at: now })
    .where('member_id', '=', memberId)
    .where('revoked_at', 'is', null)
    .execute();
}

function toMember(row: Selectable<MemberTable>, memberships: Selectable<TeamMemberTable>[]): Member {
  return {
    memberId: row.member_id,
    name: row.name,
    memberships: memberships.map(({ team_id, role }) => ({ teamId: team_id, role })),
    awayFrom: row.away_from ?? undefined,
    awayUntil: row.away_until ?? undefined,
    removedAt: row.removed_at ?? undefined,
  };
}
