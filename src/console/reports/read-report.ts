import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../database/schema.ts';
import { hourMs } from '../../durations.ts';
import type { Roster } from '../../team/roster/roster.ts';
import { type Sight, visibleTo } from '../access/sight.ts';

/** A month of Việt Nam's calendar, as `2026-11`. */
export interface Month {
  name: string;
  /** Epoch ms; `until` is the first moment of the next month. */
  from: number;
  until: number;
}

const zoneMs = 7 * hourMs;
const pattern = /^(20\d\d)-(0[1-9]|1[0-2])$/;

/** Pure. @returns undefined for anything but a month */
export function parseMonth(text: string): Month | undefined {
  const [, year, month] = pattern.exec(text) ?? [];
  if (year === undefined) return undefined;
  const [y, m] = [Number(year), Number(month) - 1];
  return { name: text, from: Date.UTC(y, m) - zoneMs, until: Date.UTC(y, m + 1) - zoneMs };
}

/** The month of a time, and the eleven before it. Pure. */
export function lastMonths(now: number): string[] {
  const local = new Date(now + zoneMs);
  return Array.from({ length: 12 }, (_, back) =>
    new Date(Date.UTC(local.getUTCFullYear(), local.getUTCMonth() - back)).toISOString().slice(0, 7),
  );
}

/** What a team did with its tickets in a month. */
export interface ReportRow {
  team: string;
  place: string;
  opened: number;
  solved: number;
  /** Tickets with a missed promise to the resident. */
  missed: number;
  /** Mean of the residents' stars; undefined without any. */
  stars: number | undefined;
}

interface CountRow {
  team_id: string;
  opened: number | string;
  solved: number | string;
  missed: number | string;
  stars: number | string | null;
}

/** The open teams in sight, in the order of their names, with numbers only. */
export async function readReport(
  db: Kysely<Tables>,
  { sight, roster, month }: { sight: Sight; roster: Roster; month: Month },
): Promise<ReportRow[]> {
  const { from, until } = month;
  const within = (column: string) => sql`${sql.ref(column)} >= ${from} and ${sql.ref(column)} < ${until}`;
  const isSolved = sql`t.status = 'resolved' and t.reason = 'solved' and ${within('t.resolved_at')}`;
  const { rows } = await sql<CountRow>`
    select t.team_id, count(*) filter (where ${within('t.created_at')}) as opened,
      count(*) filter (where ${isSolved}) as solved,
      count(*) filter (where exists (select 1 from ticket_events e where e.ticket_id = t.id
        and e.reason in ('first-answer-missed', 'next-answer-missed', 'resolution-missed')
        and ${within('e.at')})) as missed,
      avg(t.rating) filter (where ${isSolved}) as stars
    from tickets t where ${visibleTo(sight)} and t.team_id is not null
      and t.created_at < ${until} and (t.resolved_at is null or t.resolved_at >= ${from})
    group by t.team_id`.execute(db);
  const counts = new Map(rows.map((row) => [row.team_id, row]));
  return roster.teams
    .filter(({ teamId, closedAt, mergedInto }) => {
      return sight.teamIds.has(teamId) && closedAt === undefined && mergedInto === undefined;
    })
    .map(({ teamId, name, areaId }) => {
      const { opened = 0, solved = 0, missed = 0, stars = null } = counts.get(teamId) ?? {};
      const numbers = { opened: Number(opened), solved: Number(solved), missed: Number(missed) };
      const place = roster.tree.find(areaId)?.name ?? '';
      const mean = stars === null ? undefined : Math.round(Number(stars) * 10) / 10;
      return { team: name.trim() || place, place, ...numbers, stars: mean };
    })
    .sort((a, b) => a.team.localeCompare(b.team, 'vi'));
}
