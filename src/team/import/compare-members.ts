import type { Member, TeamRole } from '../roster/team.ts';
import type { ImportFault } from './import-plan.ts';

/** A member as the rows of a file describe them. */
export interface RowedMember {
  memberId: string;
  name: string;
  phone: string | undefined;
  /** The line that gives the phone number. */
  phoneLine: number;
  memberships: { teamId: string; role: TeamRole; line: number }[];
}

interface StoredMembers {
  /** Not removed. */
  members: readonly Member[];
  phoneOf(memberId: string): string | undefined;
}

/** Faults that show only beside other members, of the file or stored: a phone number of two, a second lead. */
export function compareMembers(rowed: readonly RowedMember[], stored: StoredMembers): ImportFault[] {
  return [...faultsOfPhones(rowed, stored), ...faultsOfLeads(rowed, stored)];
}

function faultsOfPhones(rowed: readonly RowedMember[], { members, phoneOf }: StoredMembers): ImportFault[] {
  const inFile = new Map(rowed.map((member) => [member.memberId, member]));
  const owners = new Map<string, Member>();
  for (const member of members) {
    const isChanged = inFile.get(member.memberId)?.phone !== undefined;
    const phone = isChanged ? undefined : phoneOf(member.memberId);
    if (phone !== undefined) owners.set(phone, member);
  }
  const lines = new Map<string, number>();
  const faults: ImportFault[] = [];
  for (const { phone, phoneLine: line } of rowed) {
    if (phone === undefined) continue;
    const owner = owners.get(phone);
    const first = lines.get(phone);
    if (first !== undefined) faults.push({ line, kind: 'repeated-phone', values: { first } });
    else if (owner) {
      faults.push({ line, kind: 'phone-of-other', values: { name: owner.name, id: owner.memberId } });
    }
    lines.set(phone, first ?? line);
  }
  return faults;
}

/** A team has one lead. Stored teams that have more keep them, until a file adds another. */
function faultsOfLeads(rowed: readonly RowedMember[], { members }: StoredMembers): ImportFault[] {
  const given = new Map<string, TeamRole>(
    rowed.flatMap(({ memberId, memberships }) =>
      memberships.map(({ teamId, role }) => [`${teamId} ${memberId}`, role] as const),
    ),
  );
  const leads = new Map<string, Pick<Member, 'memberId' | 'name'>>();
  const before = new Set<string>();
  for (const member of members) {
    for (const { teamId, role } of member.memberships) {
      const key = `${teamId} ${member.memberId}`;
      if (role !== 'lead') continue;
      before.add(key);
      if ((given.get(key) ?? 'lead') === 'lead') leads.set(teamId, member);
    }
  }
  return rowed.flatMap((member) =>
    member.memberships.flatMap(({ teamId, role, line }): ImportFault[] => {
      if (role !== 'lead' || teamId === '' || before.has(`${teamId} ${member.memberId}`)) return [];
      const lead = leads.get(teamId);
      if (!lead) leads.set(teamId, member);
      return lead ? [{ line, kind: 'second-lead', values: { team: teamId, name: lead.name } }] : [];
    }),
  );
}
