import type { DoneKind } from '../../database/ticket-tables.ts';
import { hourMs } from '../../durations.ts';
import type { DecisionContext } from '../model/decision-context.ts';
import { tellResident } from '../model/resident-messages.ts';
import type { TicketEdit } from '../model/ticket-edit.ts';

/** A question about the end of a talk must not come into the middle of it. */
const quietMs = 2 * hourMs;
/** The member spoke to the resident: their last message has its answer. */
const inPerson: ReadonlySet<DoneKind | null> = new Set<DoneKind>(['called', 'visited']);

/**
 * Asks the resident of a closed ticket whether it is solved, once neither side has written for two hours. A resident
 * whose last message has no answer is not asked that, but reads how to reopen it.
 */
export function askWhetherDone(edit: TicketEdit, context: DecisionContext): void {
  const { ticket, person } = edit;
  if (ticket.status !== 'resolved') return;
  const lastAnswerAt = ticket.last_answer_at ?? 0;
  const lastResidentAt = ticket.last_resident_at ?? 0;
  const quietAt = Math.max(lastAnswerAt, lastResidentAt, person.lastInteractionAt ?? 0) + quietMs;
  if (quietAt > context.now) return edit.arm('done-question', quietAt);
  const isAnswered = lastResidentAt <= lastAnswerAt || inPerson.has(ticket.done);
  askResident(edit, context, isAnswered ? 'handoff.is_it_done' : 'handoff.closed_without_answer');
}

/** A question that the resident answers with *Xong rồi* or *Chưa xong*. */
export function askResident(edit: TicketEdit, context: DecisionContext, key: string): void {
  tellResident(edit, context, {
    key,
    buttons: [
      { key: 'buttons.done', step: 'done', says: 'done' },
      { key: 'buttons.not_done', step: 'not-done', says: 'not-done' },
    ],
  });
}
