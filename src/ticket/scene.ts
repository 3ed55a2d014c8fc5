import { type Kysely, sql } from 'kysely';
import type { WindowAt } from '../conversation/window.ts';
import type { Tables } from '../database/schema.ts';
import type { Words } from '../i18n.ts';
import { rootLevel } from '../team/area-tree.ts';
import { fullTeamSettings } from '../team/team-settings.ts';
import type { Calendars, Terms } from './deadlines.ts';
import type { Roster, RosterSource } from './roster.ts';
import type { Ticket } from './ticket-edit.ts';

/** What stays the same from one change to the next. */
export interface TicketParts {
  roster: RosterSource;
  calendars: Calendars;
  windowAt: WindowAt;
  words: Words;
  /** Cuts a text into messages that the platform takes. */
  splitText(text: string): string[];
}

export interface Workload {
  /** Tickets they hold that are not resolved. */
  openTickets: number;
  lastOfferedAt: number | undefined;
}

/** All that a decision about a ticket may look at, read once; decisions themselves read nothing. */
export interface Scene extends Omit<TicketParts, 'roster'> {
  now: number;
  roster: Roster;
  workload: ReadonlyMap<string, Workload>;
}

export async function loadScene(db: Kysely<Tables>, parts: TicketParts, now: number): Promise<Scene> {
  const { roster: source, ...rest } = parts;
  const roster = await source.load(db);
  return { ...rest, now, roster, workload: await readWorkload(db) };
}

async function readWorkload(db: Kysely<Tables>): Promise<Map<string, Workload>> {
  const { rows } = await sql<{ member_id: string; open_tickets: number; last_offered_at: number | null }>`
    select m.member_id, coalesce(held.count, 0)::int as open_tickets, offered.last_at as last_offered_at
    from members m
    left join (
      select assignee_id, count(*) from tickets where status in ('open', 'waiting') group by assignee_id
    ) held on held.assignee_id = m.member_id
    left join lateral (
      select max(offered_at) as last_at from ticket_offers o where o.member_id = m.member_id and o.closed_at is null
    ) offered on true
    where m.removed_at is null`.execute(db);
  return new Map(
    rows.map((row) => [
      row.member_id,
      { openTickets: row.open_tickets, lastOfferedAt: row.last_offered_at ?? undefined },
    ]),
  );
}

/** What a ticket is promised by, at the team that has it. */
export function termsOf(
  { roster }: Pick<Scene, 'roster'>,
  ticket: Pick<Ticket, 'team_id' | 'urgent'>,
): Terms {
  const team = roster.findTeam(ticket.team_id);
  const level = roster.tree.find(team?.areaId ?? '')?.level ?? rootLevel;
  return { settings: fullTeamSettings(level, team?.settings ?? {}), urgent: ticket.urgent };
}
