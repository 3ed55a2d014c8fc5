import { goOn, reopen } from '../commands/reopen.ts';
import type { DeskTurn, Heard } from '../resident-ticket-types.ts';
import { loadOwn } from '../store/load-tickets.ts';
import type { ServiceParts } from '../ticket-parts.ts';
import { armAnswer, armHeldLine, armWaitingResident, armWindow } from '../timers/arm-timers.ts';
import { reopenMs } from '../timers/deadlines.ts';
import { loadScene } from './decision-context.ts';
import { type TicketEdit, theResident } from './ticket-edit.ts';

interface Hearing {
  turn: DeskTurn;
  parts: ServiceParts;
  events: readonly { id: number }[];
  heard?: Heard | undefined;
}

/** A resident's messages reach the matter they belong to. @returns undefined when there is none */
export async function hearResident({ turn, parts, events, heard }: Hearing): Promise<TicketEdit | undefined> {
  const own = await loadOwn(turn, (eb) =>
    eb.or([
      eb('status', '!=', 'resolved'),
      eb.and([eb('reason', 'in', ['no-answer', 'unreachable']), eb('resolved_at', '>', turn.now - reopenMs)]),
    ]),
  );
  const edit = meantBy(own);
  if (!edit) return undefined;
  const scene = await loadScene(turn.trx, parts, turn.now);
  if (edit.ticket.status === 'resolved') {
    reopen(edit, scene, { actor: theResident, reason: 'wrote-again' });
  } else if (edit.ticket.status === 'waiting') goOn(edit, scene, theResident);
  const data = { events: events.map(({ id }) => id) };
  edit.record({ event: 'noted', actor: theResident, reason: 'message', data });
  const isCourtesy = edit.ticket.status === 'open' && heard?.asksForAnswer() === false;
  if (isCourtesy) armWindow(edit, scene);
  else edit.set({ last_resident_at: turn.now });
  if (turn.phoneEncrypted !== null) {
    edit.set({ phone_encrypted: turn.phoneEncrypted });
    edit.record({ event: 'noted', actor: theResident, reason: 'phone-given' });
  }
  if (isCourtesy || edit.dueAt('staff-silent') !== undefined) return edit;
  if (edit.dueAt('first-answer') === undefined && edit.dueAt('next-answer') === undefined) {
    armAnswer(edit, scene);
  }
  armWaitingResident(edit, scene);
  if (turn.isStaffLane) armHeldLine(edit, scene);
  return edit;
}

/** The one somebody was last busy with; else the newest open one; else the last that was closed. */
function meantBy(own: readonly TicketEdit[]): TicketEdit | undefined {
  const weight = ({ ticket }: TicketEdit) => (ticket.status === 'resolved' ? 0 : ticket.assignee_id ? 2 : 1);
  const latest = ({ ticket }: TicketEdit) =>
    Math.max(ticket.last_answer_at ?? 0, ticket.claimed_at ?? 0, ticket.resolved_at ?? 0, ticket.created_at);
  return [...own].sort((a, b) => weight(b) - weight(a) || latest(b) - latest(a))[0];
}
