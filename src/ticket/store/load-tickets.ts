import type { ExpressionBuilder, ExpressionWrapper, SqlBool, Transaction } from 'kysely';
import { upgradeState } from '../../conversation/state.ts';
import type { Tables } from '../../database/schema.ts';
import { editTicket, type LoadedTicket, type Ticket, type TicketEdit } from '../model/ticket-edit.ts';
import type { ResidentTurn } from '../resident-ticket-types.ts';
import type { TimerKind } from '../timers/timer-kinds.ts';

export type TicketCondition = (
  eb: ExpressionBuilder<Tables, 'tickets'>,
) => ExpressionWrapper<Tables, 'tickets', SqlBool>;

interface LoadOptions {
  /** Skips rows that another transaction has locked instead of waiting for them. */
  skipLocked?: boolean;
}

/** Loads and locks tickets by number until the transaction ends. */
export async function loadTickets(
  trx: Transaction<Tables>,
  condition: TicketCondition,
  { skipLocked = false }: LoadOptions = {},
): Promise<TicketEdit[]> {
  const tickets = await trx
    .selectFrom('tickets')
    .selectAll()
    .where(condition)
    .orderBy('number')
    .forUpdate()
    .$if(skipLocked, (query) => query.skipLocked())
    .execute();
  if (tickets.length === 0) return [];
  const ids = tickets.map(({ id }) => id);
  const people = await readPeople(trx, tickets);
  const timers = await trx.selectFrom('ticket_timers').selectAll().where('ticket_id', 'in', ids).execute();
  const offers = await trx
    .selectFrom('ticket_offers')
    .select(['ticket_id', 'member_id', 'round', 'closed_at', 'declined_at'])
    .where('ticket_id', 'in', ids)
    .where((eb) => eb.or([eb('closed_at', 'is', null), eb('declined_at', 'is not', null)]))
    .execute();
  return tickets.flatMap((ticket) => {
    const person = people.get(ticket.conversation_id);
    if (!person) return [];
    const own = timers.filter(({ ticket_id }) => ticket_id === ticket.id);
    const offered = offers.filter(({ ticket_id }) => ticket_id === ticket.id);
    return editTicket({
      ticket,
      person,
      timers: new Map(own.map(({ kind, due_at }) => [kind as TimerKind, due_at])),
      offers: offered
        .filter(({ closed_at }) => closed_at === null)
        .map(({ member_id, round }) => ({ memberId: member_id, round })),
      declined: offered.flatMap(({ member_id, declined_at }) => (declined_at === null ? [] : member_id)),
    });
  });
}

async function readPeople(
  trx: Transaction<Tables>,
  tickets: Ticket[],
): Promise<Map<number, LoadedTicket['person']>> {
  const rows = await trx
    .selectFrom('conversations')
    .select(['id', 'oa_id', 'person_id', 'state', 'last_interaction_at', 'blocked_at', 'withdrawn_at'])
    .select((eb) =>
      eb
        .selectFrom('tickets')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .whereRef('tickets.conversation_id', '=', 'conversations.id')
        .where('status', '!=', 'resolved')
        .where('assignee_id', 'is not', null)
        .as('helped_with'),
    )
    .where('id', 'in', [...new Set(tickets.map(({ conversation_id }) => conversation_id))])
    .execute();
  return new Map(
    rows.map((row) => [
      row.id,
      {
        conversationId: row.id,
        oaId: row.oa_id,
        personId: row.person_id,
        state: upgradeState(row.state),
        lastInteractionAt: row.last_interaction_at,
        blockedAt: row.blocked_at,
        withdrawnAt: row.withdrawn_at,
        helpedWith: Number(row.helped_with),
      },
    ]),
  );
}

/** Loads tickets of the resident of this turn, before the turn's own changes are written to their conversation. */
export async function loadOwn(turn: ResidentTurn, condition: TicketCondition): Promise<TicketEdit[]> {
  const edits = await loadTickets(turn.trx, (eb) =>
    eb.and([eb('conversation_id', '=', turn.conversationId), condition(eb)]),
  );
  for (const { person } of edits) {
    person.lastInteractionAt = turn.lastInteractionAt;
    person.blockedAt = null;
  }
  return edits;
}
