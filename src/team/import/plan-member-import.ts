import { foldText } from '../../nlu/text/fold-text.ts';
import type { AreaTree } from '../areas/area-tree.ts';
import type { Member, Team, TeamRole } from '../roster/team.ts';
import { compareMembers, type RowedMember } from './compare-members.ts';
import { findPlace } from './find-place.ts';
import { type ImportPlan, type PlannedRecord, planChanges } from './import-plan.ts';
import { type Cells, readCells } from './read-cells.ts';
import { readPhone } from './read-phone.ts';
import type { Table, TableColumns, TableRow } from './read-table.ts';

export type MemberColumn = 'member_id' | 'name' | 'phone' | 'team_id' | 'role' | 'commune' | 'village';

export const memberColumns: TableColumns<MemberColumn> = {
  required: ['name'],
  eitherOf: ['team_id', 'commune'],
  optional: ['member_id', 'phone', 'team_id', 'role', 'commune', 'village'],
};

/** A member as in the file; one in several teams has several rows. */
export interface ImportedMember {
  memberId: string;
  name: string;
  /** `0…`; undefined keeps the stored number. */
  phone: string | undefined;
  memberships: { teamId: string; role: TeamRole }[];
}

export interface MemberPlan extends ImportPlan {
  members: ImportedMember[];
}

/** What the import checks a file of members against. */
export interface MemberContext {
  members: readonly Member[];
  teams: readonly Team[];
  tree: AreaTree;
  /** A member's stored phone number, `0…`. */
  phoneOf(memberId: string): string | undefined;
}

interface Known extends RowedMember {
  line: number;
  /** The file gives the id and not only the name. */
  hasId: boolean;
}

/** The context with its members by id. */
interface Reading extends MemberContext {
  stored: ReadonlyMap<string, Member>;
}

/**
 * Plans the import of members. Members and teams that the file leaves out stay. Without a member_id, the name
 * identifies a member while it is unambiguous. Pure.
 */
export function planMemberImport(table: Table<MemberColumn>, context: MemberContext): MemberPlan {
  const faults = [...table.faults];
  const notes = [...table.notes];
  const rowed = new Map<string, Known>();
  const reading = { ...context, stored: new Map(context.members.map((one) => [one.memberId, one])) };
  for (const row of table.rows) {
    const cells = readCells(row);
    addRow(rowed, toMember(row, { cells, reading }), cells);
    faults.push(...cells.faults);
    notes.push(...cells.notes);
  }
  const there = context.members.filter(({ removedAt }) => removedAt === undefined);
  faults.push(...compareMembers([...rowed.values()], { ...context, members: there }));
  const members = [...rowed.values()].map(toImported);
  return { faults, notes, members, ...planChanges(members.map((member) => toRecord(member, reading))) };
}

function toImported({ memberId, name, phone, memberships }: Known): ImportedMember {
  return { memberId, name, phone, memberships: memberships.map(({ teamId, role }) => ({ teamId, role })) };
}

function toMember(
  row: TableRow<MemberColumn>,
  { cells, reading }: { cells: Cells<MemberColumn>; reading: Reading },
): Known {
  const name = cells.text('name');
  const teamId = toTeam(cells, reading);
  const givenId = cells.id('member_id');
  const memberId = givenId || foldText(name).replaceAll(' ', '-');
  if (memberId === '') cells.fault('no-letters', { column: 'name', value: name });
  if (givenId === '') refuseUnclearName(cells, { memberId, name, teamId, reading });
  const role = cells.choice('role', ['member', 'lead']) ?? 'member';
  const { line } = row;
  const phone = readPhone(cells);
  const memberships = [{ teamId, role, line }];
  return { line, hasId: givenId !== '', memberId, name, phone, phoneLine: line, memberships };
}

/** The team by its id, or the one team of the place that the row names. */
function toTeam(cells: Cells<MemberColumn>, { teams, tree }: Reading): string {
  const given = cells.id('team_id');
  if (given !== '') {
    const team = teams.find((one) => one.teamId === given);
    if (!team) cells.fault('unknown-team', { value: given });
    if (team?.mergedInto) cells.fault('merged-team', { value: given, into: team.mergedInto });
    return given;
  }
  const areaId = findPlace(cells, tree);
  if (areaId === undefined) return '';
  const there = teams.filter(
    (one) => one.areaId === areaId && one.mergedInto === undefined && one.closedAt === undefined,
  );
  const [team, ...more] = there;
  const place = tree.find(areaId)?.name ?? areaId;
  if (!team) cells.fault('no-team-there', { place, id: areaId });
  if (more.length > 0) {
    cells.fault('several-teams-there', { place, choices: there.map((one) => one.teamId).join(', ') });
  }
  return team?.teamId ?? '';
}

/** A member with this name is in another team: the file does not say whether it is the same person. */
function refuseUnclearName(
  cells: Cells<MemberColumn>,
  who: { memberId: string; name: string; teamId: string; reading: Reading },
): void {
  const known = who.reading.stored.get(who.memberId);
  if (!known || known.memberships.some(({ teamId }) => teamId === who.teamId)) return;
  cells.fault('unclear-name', { value: who.name, id: known.memberId });
}

/** Merges the rows of one member. */
function addRow(members: Map<string, Known>, row: Known, cells: Cells<MemberColumn>): void {
  const first = members.get(row.memberId);
  if (!first) return void members.set(row.memberId, row);
  const [membership] = row.memberships;
  if (!row.hasId || !first.hasId) {
    return cells.fault('same-name', { value: row.name, first: first.line });
  }
  if (row.name !== first.name) return cells.fault('other-name', { value: row.memberId, first: first.line });
  if (row.phone && first.phone && row.phone !== first.phone) {
    return cells.fault('other-phone', { value: row.memberId, first: first.line });
  }
  if (first.memberships.some(({ teamId }) => teamId === membership?.teamId)) {
    return cells.fault('repeated-member', { value: row.memberId, first: first.line });
  }
  members.set(row.memberId, {
    ...first,
    phone: first.phone ?? row.phone,
    phoneLine: first.phone === undefined ? row.phoneLine : first.phoneLine,
    memberships: [...first.memberships, ...row.memberships],
  });
}

function toRecord(member: ImportedMember, reading: Reading): PlannedRecord {
  const known = reading.stored.get(member.memberId);
  const stored = known && reading.phoneOf(known.memberId);
  const before: Record<string, string> = { name: known?.name ?? '', phone: lastDigits(stored) };
  const after: Record<string, string> = { name: member.name, phone: lastDigits(member.phone ?? stored) };
  // A new number may have the same ending as the old one.
  if (member.phone && stored && member.phone !== stored) after.phone += '*';
  for (const { teamId, role } of member.memberships) {
    before[teamId] = known?.memberships.find((one) => one.teamId === teamId)?.role ?? '';
    after[teamId] = role;
  }
  if (known?.removedAt !== undefined) {
    before.removed = 'x';
    after.removed = '';
  }
  return { id: member.memberId, name: member.name, before: known && before, after };
}

/** A phone number is shown by its last three digits. */
function lastDigits(phone: string | undefined): string {
  return phone ? `…${phone.slice(-3)}` : '';
}
