import type { Kysely } from 'kysely';
import type { Tables } from '../../database/schema.ts';
import { dayMs } from '../../durations.ts';
import { OperatorError } from '../../errors.ts';
import type { Invitation } from '../../member/linking/invite-sheet.ts';
import { createInvite } from '../../member/linking/invite-store.ts';
import { loadAreaTree } from '../../team/areas/area-store.ts';
import type { Member, Team } from '../../team/roster/team.ts';

/** Who is to be invited. */
export type Invited = Pick<Member, 'memberId' | 'name' | 'memberships'>;

interface Oa {
  oaId: string;
  name: string;
  areaId: string | null;
}

/** An invitation before its code is made. */
export interface PlannedInvitation {
  member: Invited;
  teamNames: string[];
  oa: Oa;
}

interface InvitationPlan {
  db: Kysely<Tables>;
  members: readonly Invited[];
  teams: readonly Team[];
  /** The OA for everybody, instead of the one of their team's commune. */
  oaId: string | undefined;
}

/** Changes nothing. @throws OperatorError when it is not clear to which OA somebody links */
export async function planInvitations({
  db,
  members,
  teams,
  oaId,
}: InvitationPlan): Promise<PlannedInvitation[]> {
  const oas = await listOas(db);
  const given = oas.find((oa) => oa.oaId === oaId);
  if (oaId !== undefined && !given) throw new OperatorError(`No OA ${oaId} is connected. See oa:list.`);
  const tree = await loadAreaTree(db);
  const findTeam = (teamId: string) => teams.find((team) => team.teamId === teamId);
  const findOa = ({ memberships }: Invited) => {
    const areaIds = memberships.flatMap(({ teamId }) =>
      tree.pathOf(findTeam(teamId)?.areaId).map((area) => area.areaId),
    );
    const nearest = areaIds.flatMap((areaId) => oas.find((oa) => oa.areaId === areaId) ?? [])[0];
    return given ?? nearest ?? (oas.length === 1 ? oas[0] : undefined);
  };
  return members.map((member) => {
    const oa = findOa(member);
    if (!oa) {
      throw new OperatorError(`Which OA is ${member.memberId} to link to? Name it with --oa. See oa:list.`);
    }
    return {
      member,
      oa,
      teamNames: member.memberships.map(({ teamId }) => findTeam(teamId)?.name ?? teamId),
    };
  });
}

interface MakeInvitations {
  db: Kysely<Tables>;
  planned: readonly PlannedInvitation[];
  /** How long each code is valid. */
  days: number;
  now: number;
  /** Called after each code. @param made how many there are now */
  onMade?(made: number): void;
}

/** Makes a code for each; an earlier unused code of the same person for the same OA becomes invalid. */
export async function makeInvitations({
  db,
  planned,
  days,
  now,
  onMade,
}: MakeInvitations): Promise<Invitation[]> {
  const expiresAt = now + days * dayMs;
  const invitations: Invitation[] = [];
  for (const { member, teamNames, oa } of planned) {
    const code = await createInvite(db, { memberId: member.memberId, oaId: oa.oaId, now, expiresAt });
    invitations.push({
      name: member.name,
      teams: teamNames,
      oaId: oa.oaId,
      oaName: oa.name,
      code,
      expiresAt,
    });
    onMade?.(invitations.length);
  }
  return invitations;
}

async function listOas(db: Kysely<Tables>): Promise<Oa[]> {
  const rows = await db
    .selectFrom('oas')
    .select(['oa_id', 'name', 'area_id'])
    .orderBy('connected_at')
    .execute();
  return rows.map((row) => ({ oaId: row.oa_id, name: row.name ?? row.oa_id, areaId: row.area_id }));
}
