import { type Kysely, sql } from 'kysely';
import type { WindowAt } from '../../conversation/window.ts';
import type { Tables } from '../../database/schema.ts';
import type { Words } from '../../i18n.ts';
import { rootLevel } from '../../team/areas/area-tree.ts';
import type { Roster, RosterSource } from '../../team/roster/roster.ts';
import { fullTeamSettings } from '../../team/roster/team-settings.ts';
import type { Calendars, Terms } from '../timers/deadlines.ts';
import type { Ticket } from './ticket-edit.ts';

/** Dependencies that stay the same from one change to the next. */
export interface TicketParts {
  roster: RosterSource;
  calendars: Calendars;
  windowAt: WindowAt;
  words: Words;
  /** A number that a resident may call when nobody of the teams answers, as people write it. */
  callInstead?: string | undefined;
  /** Splits a text into messages that Zalo accepts. */
  splitText(text: string): string[];
}

interface Workload {
  /** Unresolved tickets of the member. */
  openTickets: number;
  lastOfferedAt: number | undefined;
}

/** Everything a decision about a ticket depends on, read once; decisions themselves read nothing. */
export interface DecisionContext extends Omit<TicketParts, 'roster'> {
  now: number;
  roster: Roster;
  workload: ReadonlyMap<string, Workload>;
  /** Whether commands send their messages to the resident; in the resident's own turn the turn itself answers. */
  tellsResident: boolean;
}

export async function loadDecisionContext(
  db: Kysely<Tables>,
  parts: TicketParts,
  of: Pick<DecisionContext, 'now' | 'tellsResident'>,
): Promise<DecisionContext> {
  const { roster: source, calendars, windowAt, words, splitText, callInstead } = parts;
  const { version, workload } = await readNow(db);
  const roster = await source.load(db, version);
  return { calendars, windowAt, words, splitText, callInstead, ...of, roster, workload };
}

interface NowRow {
  version: number;
  held: Record<string, number> | null;
  offered: Record<string, number> | null;
}

/** Reads the changing data in one statement: workload and last offers of members, and the roster version. */
async function readNow(db: Kysely<Tables>) {
  const { rows } = await sql<NowRow>`
    select version,
      (select json_object_agg(assignee_id, count) from (
        select assignee_id, count(*) from tickets
        where status in ('open', 'waiting') and assignee_id is not null group by assignee_id) h) as held,
      (select json_object_agg(m.member_id, last.offered_at) from members m
        cross join lateral (
          select offered_at from ticket_offers o where o.member_id = m.member_id
          order by offered_at desc limit 1) last
        where m.removed_at is null) as offered
    from roster_version`.execute(db);
  const { version = 0, held, offered } = rows[0] ?? {};
  const workload = new Map<string, Workload>();
  for (const memberId of Object.keys({ ...held, ...offered })) {
    workload.set(memberId, { openTickets: held?.[memberId] ?? 0, lastOfferedAt: offered?.[memberId] });
  }
  return { version, workload };
}

/** The terms of a ticket, at the team that has it. */
export function termsOf(
  { roster }: Pick<DecisionContext, 'roster'>,
  ticket: Pick<Ticket, 'team_id' | 'urgent'>,
): Terms {
  const team = roster.findTeam(ticket.team_id);
  const level = roster.tree.find(team?.areaId ?? '')?.level ?? rootLevel;
  return { settings: fullTeamSettings(level, team?.settings ?? {}), urgent: ticket.urgent };
}
