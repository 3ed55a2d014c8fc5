import type { TeamSettings } from '../../database/ticket-tables.ts';
import { type Area, type AreaTree, createAreaTree } from '../areas/area-tree.ts';
import type { Team } from '../roster/team.ts';
import { findPlace, type PlaceColumn } from './find-place.ts';
import { type ImportFault, type ImportPlan, planChanges } from './import-plan.ts';
import { type Cells, readCells } from './read-cells.ts';
import type { Table, TableColumns } from './read-table.ts';

type SettingColumn =
  | 'calendar'
  | 'first_answer_hours'
  | 'next_answer_hours'
  | 'resolution_days'
  | 'offer_size'
  | 'offer_minutes'
  | 'offer_rounds'
  | 'max_open_per_member';
export type TeamColumn = 'team_id' | 'area_id' | 'name' | 'topics' | PlaceColumn | SettingColumn;

export const teamColumns: TableColumns<TeamColumn> = {
  required: ['team_id', 'name'],
  eitherOf: ['area_id', 'commune'],
  optional: [
    'area_id',
    'commune',
    'village',
    'topics',
    'calendar',
    'first_answer_hours',
    'next_answer_hours',
    'resolution_days',
    'offer_size',
    'offer_minutes',
    'offer_rounds',
    'max_open_per_member',
  ],
};

type NumberSetting = Exclude<keyof TeamSettings, 'calendar'>;
const numberSettings: [SettingColumn, NumberSetting, { whole: boolean }][] = [
  ['first_answer_hours', 'firstAnswerHours', { whole: false }],
  ['next_answer_hours', 'nextAnswerHours', { whole: false }],
  ['resolution_days', 'resolutionDays', { whole: false }],
  ['offer_size', 'offerSize', { whole: true }],
  ['offer_minutes', 'offerMinutes', { whole: false }],
  ['offer_rounds', 'offerRounds', { whole: true }],
  ['max_open_per_member', 'maxOpenPerMember', { whole: true }],
];

export interface TeamPlan extends ImportPlan {
  teams: Team[];
}

/** What the import checks a file of teams against. */
export interface TeamContext {
  areas: readonly Area[];
  teams: readonly Team[];
  /** Ids of the topics that a team may take. */
  topics: readonly string[];
}

/** Plans the import of teams. Teams that the file leaves out stay. Pure. */
export function planTeamImport(table: Table<TeamColumn>, context: TeamContext): TeamPlan {
  const faults = [...table.faults];
  const tree = createAreaTree(context.areas);
  const lines = new Map<string, number>();
  const teams: Team[] = [];
  for (const row of table.rows) {
    const cells = readCells(row);
    const team = toTeam(cells, { ...context, tree });
    const first = lines.get(team.teamId);
    if (first !== undefined) cells.fault('repeated-id', { value: team.teamId, first });
    else teams.push(team);
    lines.set(team.teamId, first ?? row.line);
    faults.push(...cells.faults);
  }
  const known = new Map(context.teams.map((team) => [team.teamId, team]));
  const records = teams.map((team) => {
    const before = known.get(team.teamId);
    return { id: team.teamId, name: team.name, before: before && inWords(before), after: inWords(team) };
  });
  const { notes } = table;
  return { faults: [...faults, ...faultOfTickets(teams, context)], notes, teams, ...planChanges(records) };
}

function toTeam(
  cells: Cells<TeamColumn>,
  { areas, teams, topics, tree }: TeamContext & { tree: AreaTree },
): Team {
  const teamId = cells.id('team_id');
  const before = teams.find((team) => team.teamId === teamId);
  if (before?.mergedInto) cells.fault('merged-team', { value: teamId, into: before.mergedInto });
  const givenId = cells.id('area_id');
  if (givenId !== '' && !areas.some((area) => area.areaId === givenId)) {
    cells.fault('unknown-area', { value: givenId });
  }
  const areaId = givenId || (findPlace(cells, tree) ?? '');
  return {
    teamId,
    areaId,
    name: cells.text('name'),
    topics: toTopics(cells, topics) ?? before?.topics ?? [],
    settings: toSettings(cells, before?.settings ?? {}),
    mergedInto: before?.mergedInto,
    closedAt: before?.closedAt,
  };
}

/** Topic ids, separated by any character that no topic id has; undefined when the file has no such column. */
function toTopics(cells: Cells<TeamColumn>, known: readonly string[]): string[] | undefined {
  const given = cells.given('topics');
  if (given === undefined) return undefined;
  const topics = [...new Set(given.toLowerCase().match(/[a-z0-9-]+/g))];
  for (const topic of topics) {
    if (!known.includes(topic)) cells.fault('unknown-topic', { value: topic, known: known.join(', ') });
  }
  return topics;
}

/** An empty cell means the default; a missing column keeps the stored value. */
function toSettings(cells: Cells<TeamColumn>, before: TeamSettings): TeamSettings {
  const settings = { ...before };
  if (cells.given('calendar') !== undefined) {
    const calendar = cells.choice('calendar', ['office', 'volunteers']);
    if (calendar) settings.calendar = calendar;
    else delete settings.calendar;
  }
  for (const [column, setting, options] of numberSettings) {
    if (cells.given(column) === undefined) continue;
    const value = cells.number(column, options);
    if (value === undefined) delete settings[setting];
    else settings[setting] = value;
  }
  return settings;
}

/** The root must keep a team: escalation ends there. */
function faultOfTickets(teams: readonly Team[], context: TeamContext): ImportFault[] {
  const root = context.areas.find(({ parentId }) => parentId === undefined);
  const isDesk = (team: Team) =>
    team.areaId === root?.areaId && team.mergedInto === undefined && team.closedAt === undefined;
  const after = new Map([...context.teams, ...teams].map((team) => [team.teamId, team]));
  const isLost = context.teams.some(isDesk) && ![...after.values()].some(isDesk);
  return isLost ? [{ line: 0, kind: 'no-desk', values: { root: root?.areaId ?? '' } }] : [];
}

function inWords(team: Team): Record<string, string> {
  const { settings } = team;
  const numbers = numberSettings.map(([column, setting]) => [column, String(settings[setting] ?? '')]);
  return {
    area_id: team.areaId,
    name: team.name,
    topics: team.topics.join(' '),
    calendar: settings.calendar ?? '',
    ...Object.fromEntries(numbers),
  };
}
