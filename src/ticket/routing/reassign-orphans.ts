import { sql } from 'kysely';
import { NotFoundError } from '../../errors.ts';
import { routeTicket } from '../../team/routing/route-ticket.ts';
import { unassign } from '../commands/release.ts';
import { isConfidential, mayGoTo } from '../model/confidential.ts';
import type { DecisionContext } from '../model/decision-context.ts';
import { systemActor, type TicketEdit } from '../model/ticket-edit.ts';
import { loadTickets } from '../store/load-tickets.ts';
import type { ServiceParts } from '../ticket-parts.ts';
import { withTickets } from '../with-tickets.ts';
import { giveToTeam } from './offers.ts';

const batchSize = 20;

/**
 * Reassigns tickets whose owners are gone: the member was removed, the team merged or closed, or there was no team when
 * the ticket was opened. Offers to removed members end.
 * @returns how many it reassigned
 */
export async function reassignOrphanedTickets(parts: ServiceParts): Promise<number> {
  await endOffersOfRemoved(parts);
  let count = 0;
  for (;;) {
    const { rows } = await sql<{ id: number }>`
      select t.id from tickets t
      left join members m on m.member_id = t.assignee_id
      left join teams owner on owner.team_id = t.team_id
      where t.status <> 'resolved' and (
        m.removed_at is not null or owner.merged_into is not null or owner.closed_at is not null
        or (owner.team_id is null and exists (select 1 from teams where closed_at is null)))
      order by t.id limit ${batchSize}`.execute(parts.db);
    if (rows.length === 0) return count;
    const changed = await reassign(
      parts,
      rows.map(({ id }) => id),
    );
    if (changed === 0) return count;
    count += changed;
  }
}

async function endOffersOfRemoved({ db, clock }: ServiceParts): Promise<void> {
  await db
    .updateTable('ticket_offers')
    .set({ closed_at: clock.now() })
    .where('closed_at', 'is', null)
    .where('member_id', 'in', (eb) =>
      eb.selectFrom('members').select('member_id').where('removed_at', 'is not', null),
    )
    .execute();
}

function reassign(parts: ServiceParts, ids: number[]): Promise<number> {
  return withTickets(parts, {
    load: (trx) => loadTickets(trx, (eb) => eb('id', 'in', ids), { skipLocked: true }),
    command(loaded, context) {
      const changed = loaded.filter((edit) => reassignOne(edit, context));
      return { result: changed.length, changed };
    },
    ifNone: () => 0,
  });
}

/** @returns false when its owner exists after all, or there is none to give it to */
function reassignOne(edit: TicketEdit, context: DecisionContext): boolean {
  const { ticket } = edit;
  const { roster } = context;
  const team = roster.findTeam(ticket.team_id);
  const isTeamGone = !team || team.closedAt !== undefined || team.mergedInto !== undefined;
  if (isTeamGone) {
    const teamId = successorOf(edit, context);
    if (teamId === undefined) return false;
    const reason = team ? 'team-gone' : 'no-team-before';
    const data = { from: ticket.team_id, to: teamId };
    giveToTeam(edit, context, {
      teamId,
      entry: { event: 'transferred', actor: systemActor, reason, data },
    });
    return true;
  }
  if (roster.findMember(ticket.assignee_id)?.removedAt === undefined) return false;
  unassign(edit, context, 'member-removed');
  return true;
}

/** The team that took over, else the current team of the ticket's place. */
function successorOf({ ticket }: TicketEdit, { roster, now }: DecisionContext): string | undefined {
  const seen = new Set<string>();
  let team = roster.findTeam(ticket.team_id);
  while (team?.mergedInto !== undefined && !seen.has(team.teamId)) {
    seen.add(team.teamId);
    team = roster.findTeam(team.mergedInto);
  }
  const isOpen = team && team.closedAt === undefined && team.mergedInto === undefined;
  if (team && isOpen && mayGoTo(team.teamId, ticket, { roster })) return team.teamId;
  try {
    return routeTicket({
      path: roster.tree.pathOf(
        isConfidential(ticket) ? roster.tree.root?.areaId : (ticket.area_id ?? undefined),
      ),
      topic: ticket.topic ?? undefined,
      teams: roster.staffedTeams(now),
      place: 'known',
      now,
    }).teamId;
  } catch (error) {
    if (error instanceof NotFoundError) return undefined;
    throw error;
  }
}
