import { assign } from '../../ticket/commands/assign.ts';
import { dismiss, merge } from '../../ticket/commands/close.ts';
import { transfer } from '../../ticket/commands/transfer.ts';
import type { DecisionContext } from '../../ticket/model/decision-context.ts';
import type { TicketEdit } from '../../ticket/model/ticket-edit.ts';
import { refused, type TicketResult } from '../../ticket/result.ts';

/** What leads and members of the office do with tickets of others. */
export interface LeadTickets {
  assign(number: number, memberId: string): Promise<TicketResult>;
  /** Hands it to another team. */
  transfer(number: number, teamId: string): Promise<TicketResult>;
  /** It is no request. */
  dismiss(number: number, why: string): Promise<TicketResult>;
  merge(number: number, into: number): Promise<TicketResult>;
}

/** Runs a command on these tickets; a refusal changes nothing. */
type ChangeTickets = (
  numbers: readonly number[],
  command: (edits: readonly TicketEdit[], context: DecisionContext) => TicketResult,
) => Promise<TicketResult>;

export function createLeadTickets(change: ChangeTickets, memberId: string): LeadTickets {
  const by = { memberId };
  const one = (number: number, command: (edit: TicketEdit, context: DecisionContext) => TicketResult) =>
    change([number], ([edit], context) => (edit ? command(edit, context) : refused('unknown-ticket')));
  return {
    assign: (number, to) => one(number, (edit, context) => assign(edit, context, { by, memberId: to })),
    transfer: (number, teamId) => one(number, (edit, context) => transfer(edit, context, { by, teamId })),
    dismiss: (number, text) => one(number, (edit, context) => dismiss(edit, context, { by, text })),
    merge: (number, into) =>
      change([number, into], (edits, context) => {
        const find = (wanted: number) => edits.find(({ ticket }) => ticket.number === wanted);
        const [edit, target] = [find(number), find(into)];
        return edit && target ? merge(edit, target, { context, by }) : refused('unknown-ticket');
      }),
  };
}
