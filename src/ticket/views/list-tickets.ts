import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../database/schema.ts';
import type { Roster } from '../../team/roster/roster.ts';
import { isConfidential } from '../model/confidential.ts';
import { owesAnswer } from '../model/owes-answer.ts';
import type { Ticket } from '../model/ticket-edit.ts';
import { overdueSince } from '../store/overdue.ts';

/** One ticket as operators list it: names instead of ids, times as ISO 8601. */
export interface ListedTicket {
  number: number;
  area: string | null;
  cluster: string | null;
  commune: string | null;
  team: string | null;
  status: Ticket['status'];
  /** Why it is closed; for an open one, why it is with its team. */
  reason: string | null;
  assignee: string | null;
  /** Due times that still run. */
  deadlines: { firstAnswer: string | null; nextAnswer: string | null; resolution: string | null };
  /** Since when the answer to the resident is overdue. */
  overdueSince: string | null;
  /** A member has answered, and the resident has written nothing since. */
  isAnswered: boolean;
  /** Zalo user id. */
  resident: string;
  urgent: boolean;
  /** About a person of the office or of a team: only the root team sees it. */
  confidential: boolean;
  topic: string | null;
  createdAt: string;
}

interface Row extends Ticket {
  person_id: string;
  route_reason: string | null;
  clocks: Record<string, number> | null;
  overdue_since: number | null;
}

interface ListOptions {
  roster: Roster;
  /** Includes closed ones. */
  withClosed?: boolean;
}

/** Tickets by number; only the open ones by default. */
export async function listTickets(
  db: Kysely<Tables>,
  { roster, withClosed = false }: ListOptions,
): Promise<ListedTicket[]> {
  const { rows } = await sql<Row>`
    select t.*, c.person_id,
      (select coalesce(e.reason, e.data ->> 'text') from ticket_events e
        where e.ticket_id = t.id and e.event in ('opened', 'transferred', 'escalated')
        order by e.id desc limit 1) as route_reason,
      ${overdueSince} as overdue_since,
      (select json_object_agg(k.kind, k.due_at) from ticket_timers k where k.ticket_id = t.id) as clocks
    from tickets t join conversations c on c.id = t.conversation_id
    where ${withClosed} or t.status <> 'resolved'
    order by t.number`.execute(db);
  return rows.map((row) => toListed(row, roster));
}

function toListed(row: Row, roster: Roster): ListedTicket {
  const { clocks } = row;
  const path = row.area_id === null ? [] : roster.tree.pathOf(row.area_id);
  const nameAt = (level: string) => path.find((area) => area.level === level)?.name ?? null;
  return {
    number: row.number,
    area: path[0]?.name ?? null,
    cluster: nameAt('cluster'),
    commune: nameAt('commune'),
    team: roster.findTeam(row.team_id)?.name ?? null,
    status: row.status,
    reason: row.status === 'resolved' ? row.reason : row.route_reason,
    assignee: roster.findMember(row.assignee_id)?.name ?? null,
    deadlines: {
      firstAnswer: toIso(clocks?.['first-answer']),
      nextAnswer: toIso(clocks?.['next-answer']),
      resolution: toIso(clocks?.resolution),
    },
    overdueSince: row.overdue_since === null ? null : toIso(Number(row.overdue_since)),
    isAnswered: !owesAnswer({ ticket: row }),
    resident: row.person_id,
    urgent: row.urgent,
    confidential: isConfidential(row),
    topic: row.topic,
    createdAt: new Date(row.created_at).toISOString(),
  };
}

function toIso(at: number | undefined): string | null {
  return at === undefined ? null : new Date(at).toISOString();
}
