import { foldText } from '../../nlu/text/fold-text.ts';
import type { Member, Team, TeamRole } from '../roster/team.ts';
import { type ImportPlan, type PlannedRecord, planChanges } from './import-plan.ts';
import { type Cells, readCells } from './read-cells.ts';
import type { Table, TableColumns, TableRow } from './read-table.ts';

export type MemberColumn = 'member_id' | 'name' | 'phone' | 'team_id' | 'role';

export const memberColumns: TableColumns<MemberColumn> = {
  required: ['name', 'team_id'],
  optional: ['member_id', 'phone', 'role'],
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
  /** A member's stored phone number, `0…`. */
  phoneOf(memberId: string): string | undefined;
}

interface Known extends ImportedMember {
  line: number;
  /** The file gives the id and not only the name. */
  hasId: boolean;
}

/**
 * Plans the import of members. Members and teams that the file leaves out stay. Without a member_id, the name
 * identifies a member while it is unambiguous. Pure.
 */
export function planMemberImport(table: Table<MemberColumn>, context: MemberContext): MemberPlan {
  const faults = [...table.faults];
  const members = new Map<string, Known>();
  for (const row of table.rows) {
    const cells = readCells(row);
    addRow(members, toMember(row, { cells, context }), cells);
    faults.push(...cells.faults);
  }
  const imported = [...members.values()].map(({ line: _line, hasId: _hasId, ...member }) => member);
  return { faults, members: imported, ...planChanges(imported.map((member) => toRecord(member, context))) };
}

function toMember(
  row: TableRow<MemberColumn>,
  { cells, context }: { cells: Cells<MemberColumn>; context: MemberContext },
): Known {
  const name = cells.text('name');
  const teamId = cells.id('team_id');
  const team = context.teams.find((one) => one.teamId === teamId);
  if (!team) cells.fault('unknown-team', { value: teamId });
  if (team?.mergedInto) cells.fault('merged-team', { value: teamId, into: team.mergedInto });
  const givenId = cells.id('member_id');
  const memberId = givenId || foldText(name).replaceAll(' ', '-');
  if (memberId === '') cells.fault('no-letters', { column: 'name', value: name });
  if (givenId === '') refuseUnclearName(cells, { memberId, name, teamId, context });
  const role = cells.choice('role', ['member', 'lead']) ?? 'member';
  const phone = toPhone(cells);
  return { line: row.line, hasId: givenId !== '', memberId, name, phone, memberships: [{ teamId, role }] };
}

/** A member with this name is in another team: the file does not say whether it is the same person. */
function refuseUnclearName(
  cells: Cells<MemberColumn>,
  who: { memberId: string; name: string; teamId: string; context: MemberContext },
): void {
  const known = who.context.members.find((member) => member.memberId === who.memberId);
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
    memberships: [...first.memberships, ...row.memberships],
  });
}

/**
 * Accepts a phone number as people and spreadsheets write it: with dots or spaces, `+84`, or without the leading 0 that
 * a spreadsheet dropped.
 */
function toPhone(cells: Cells<MemberColumn>): string | undefined {
  const written = cells.text('phone');
  if (written === '') return undefined;
  const national = written.replace(/[\s.()-]/g, '').replace(/^(?:\+|00)?84(?=\d{9,10}$)|^0/, '');
  if (/^(?:[35789]\d{8}|2\d{9})$/.test(national)) return `0${national}`;
  cells.fault('bad-phone', { column: 'phone' });
  return undefined;
}

function toRecord(member: ImportedMember, { members, phoneOf }: MemberContext): PlannedRecord {
  const known = members.find(({ memberId }) => memberId === member.memberId);
  const stored = known && phoneOf(known.memberId);
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
