import { goOn, reopen } from '../commands/reopen.ts';
import type { MessageTraits, ResidentTurn } from '../resident-ticket-types.ts';
import { loadOwn } from '../store/load-tickets.ts';
import type { ServiceParts } from '../ticket-parts.ts';
import { armAnswer, armWaitingResident, armWindow, startHoldingReplyTimer } from '../timers/arm-timers.ts';
import { reopenMs } from '../timers/deadlines.ts';
import { loadDecisionContext } from './decision-context.ts';
import { residentActor, type TicketEdit } from './ticket-edit.ts';

interface AddMessageParams {
  turn: ResidentTurn;
  parts: ServiceParts;
  events: readonly { id: number }[];
  traits?: MessageTraits | undefined;
}

/** A resident's messages reach the matter they belong to. @returns undefined when there is none */
export async function addResidentMessage({
  turn,
  parts,
  events,
  traits,
}: AddMessageParams): Promise<TicketEdit | undefined> {
  const own = await loadOwn(turn, (eb) =>
    eb.or([
      eb('status', '!=', 'resolved'),
      eb.and([eb('reason', 'in', ['no-answer', 'unreachable']), eb('resolved_at', '>', turn.now - reopenMs)]),
    ]),
  );
  const edit = meantBy(own);
  if (!edit) return undefined;
  const context = await loadDecisionContext(turn.trx, parts, turn.now);
  if (edit.ticket.status === 'resolved') {
    reopen(edit, context, { actor: residentActor, reason: 'wrote-again' });
  } else if (edit.ticket.status === 'waiting') goOn(edit, context, residentActor);
  const data = { events: events.map(({ id }) => id) };
  edit.record({ event: 'noted', actor: residentActor, reason: 'message', data });
  const isCourtesy = edit.ticket.status === 'open' && traits?.asksForAnswer() === false;
  if (isCourtesy) armWindow(edit, context);
  else edit.set({ last_resident_at: turn.now });
  if (turn.phoneEncrypted !== null) {
    edit.set({ phone_encrypted: turn.phoneEncrypted });
    edit.record({ event: 'noted', actor: residentActor, reason: 'phone-given' });
  }
  if (isCourtesy || edit.dueAt('staff-silent') !== undefined) return edit;
  if (edit.dueAt('first-answer') === undefined && edit.dueAt('next-answer') === undefined) {
    armAnswer(edit, context);
  }
  armWaitingResident(edit, context);
  if (turn.isStaffLane) startHoldingReplyTimer(edit, context);
  return edit;
}

/** The one somebody was last busy with; else the newest open one; else the last that was closed. */
function meantBy(own: readonly TicketEdit[]): TicketEdit | undefined {
  const weight = ({ ticket }: TicketEdit) => (ticket.status === 'resolved' ? 0 : ticket.assignee_id ? 2 : 1);
  const latest = ({ ticket }: TicketEdit) =>
    Math.max(ticket.last_answer_at ?? 0, ticket.claimed_at ?? 0, ticket.resolved_at ?? 0, ticket.created_at);
  return [...own].sort((a, b) => weight(b) - weight(a) || latest(b) - latest(a))[0];
}
