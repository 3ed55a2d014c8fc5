import type { Transaction } from 'kysely';
import type { Tables } from '../../database/schema.ts';
import type { PersonRef } from '../../message.ts';
import { linkMember } from '../../team/roster/link-store.ts';
import { findMember } from '../../team/roster/member-store.ts';
import { findInvite, markUsed } from './invite-store.ts';
import { countWrongAttempt, forgetWrongAttempts, lockedUntil } from './link-attempts.ts';

/** Result of a code that a person sent. */
export type LinkResult =
  | { kind: 'linked'; memberId: string; name: string; teamIds: string[] }
  | { kind: 'wrong' }
  | { kind: 'locked'; until: number }
  /** The account belongs to another member. */
  | { kind: 'taken' };

interface LinkParams {
  code: string;
  person: PersonRef;
  now: number;
}

/**
 * Links the account that sent a code to the member of the code; another account of that member at this OA is unlinked.
 */
export async function linkByCode(
  trx: Transaction<Tables>,
  { code, person, now }: LinkParams,
): Promise<LinkResult> {
  const until = await lockedUntil(trx, person, now);
  if (until !== undefined) return { kind: 'locked', until };
  const invite = await findInvite(trx, { code, oaId: person.oaId, now });
  const member = invite && (await findMember(trx, invite.memberId));
  if (!invite || !member) {
    const lock = await countWrongAttempt(trx, person, now);
    return lock === undefined ? { kind: 'wrong' } : { kind: 'locked', until: lock };
  }
  const { memberId, name, memberships } = member;
  const isFree = await linkMember(trx, { memberId, oaId: person.oaId, personId: person.personId, now });
  if (!isFree) return { kind: 'taken' };
  await markUsed(trx, invite.id, now);
  await forgetWrongAttempts(trx, person);
  return { kind: 'linked', memberId, name, teamIds: memberships.map(({ teamId }) => teamId) };
}
