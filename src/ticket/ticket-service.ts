import type { Roster } from '../team/roster/roster.ts';
import {
  type AnswerAttachment,
  type AnswerParams,
  type AnswerWay,
  answer,
  waitForResident,
} from './commands/answer.ts';
import { assign } from './commands/assign.ts';
import { claim } from './commands/claim.ts';
import { dismiss, merge, resolve, withdraw } from './commands/close.ts';
import { note } from './commands/note.ts';
import { noteReveal } from './commands/note-reveal.ts';
import { release } from './commands/release.ts';
import { reopenClosed } from './commands/reopen.ts';
import { assignPlace } from './commands/settle-place.ts';
import { transfer } from './commands/transfer.ts';
import type { DecisionContext } from './model/decision-context.ts';
import type { TicketEdit } from './model/ticket-edit.ts';
import { actorOf, type Caller } from './permissions.ts';
import { refused, type TicketResult } from './result.ts';
import { reassignOrphanedTickets } from './routing/reassign-orphans.ts';
import { loadTickets } from './store/load-tickets.ts';
import type { ServiceParts } from './ticket-parts.ts';
import { createRunDue } from './timers/run-due.ts';
import { withTickets } from './with-tickets.ts';

const unknownTicket = refused('unknown-ticket');

interface TicketAddress {
  /** The ticket number that people use. */
  number: number;
}
interface MemberCaller extends TicketAddress {
  by: { memberId: string };
}
interface AnyCaller extends TicketAddress {
  by: Caller;
}

/**
 * The only writer of tickets. Each command is one transaction: it changes the ticket, its timeline and its timers and
 * writes messages into the resident's outbox; wakes follow the commit.
 */
export interface TicketService {
  claim(command: MemberCaller): Promise<TicketResult>;
  release(command: AnyCaller & { text?: string }): Promise<TicketResult>;
  assign(command: AnyCaller & { memberId: string }): Promise<TicketResult>;
  /** Called for a member's message and for an operator's command. */
  answer(command: MemberCaller & Omit<AnswerParams, 'memberId'>): Promise<TicketResult<{ way: AnswerWay }>>;
  note(command: AnyCaller & { text: string }): Promise<TicketResult>;
  /** Records in the timeline that the caller saw the resident's phone number. */
  noteReveal(command: AnyCaller): Promise<TicketResult>;
  transfer(command: AnyCaller & { teamId: string; text?: string }): Promise<TicketResult>;
  /** Moves a ticket to the area of the resident's village; an unassigned ticket goes to the team there. */
  settlePlace(command: AnyCaller & { areaId: string }): Promise<TicketResult>;
  waitForResident(command: MemberCaller): Promise<TicketResult>;
  withdraw(command: AnyCaller): Promise<TicketResult>;
  resolve(
    command: MemberCaller & { done: string; text?: string; attachments?: AnswerAttachment[] },
  ): Promise<TicketResult>;
  dismiss(command: AnyCaller & { text?: string }): Promise<TicketResult>;
  /** Reopens what was closed by mistake. */
  reopen(command: AnyCaller): Promise<TicketResult>;
  merge(command: AnyCaller & { into: number }): Promise<TicketResult>;
  /** Areas, teams and members as they are now. */
  roster(): Promise<Roster>;
  /** Runs all timers that are due. @returns how many tickets it processed */
  runDue(): Promise<number>;
  /** Reassigns tickets whose owners are gone. @returns how many */
  reassignOrphanedTickets(): Promise<number>;
}

export function createTicketService(parts: ServiceParts): TicketService {
  type Command<T extends object> = (
    edit: TicketEdit,
    context: DecisionContext,
    all: TicketEdit[],
  ) => TicketResult<T>;

  /** Runs a command on the first of these tickets; a refusal changes nothing. */
  const change = <T extends object>(numbers: number[], command: Command<T>): Promise<TicketResult<T>> =>
    withTickets<TicketResult<T>>(parts, {
      load: (trx) => loadTickets(trx, (eb) => eb('number', 'in', numbers)),
      command(loaded, context) {
        const edit = loaded.find(({ ticket }) => ticket.number === numbers[0]);
        if (!edit || loaded.length < numbers.length) return { result: unknownTicket, changed: [] };
        const result = command(edit, context, loaded);
        return { result, changed: result.kind === 'done' ? loaded : [] };
      },
      ifNone: () => unknownTicket,
    });

  return {
    claim: ({ number, by }) => change([number], (edit, context) => claim(edit, context, by.memberId)),
    release: ({ number, ...rest }) => change([number], (edit, context) => release(edit, context, rest)),
    assign: ({ number, ...rest }) => change([number], (edit, context) => assign(edit, context, rest)),
    answer: ({ number, by, ...rest }) =>
      change([number], (edit, context) => answer(edit, context, { ...rest, memberId: by.memberId })),
    note: ({ number, ...rest }) => change([number], (edit) => note(edit, rest)),
    noteReveal: ({ number, by }) => change([number], (edit) => noteReveal(edit, by)),
    transfer: ({ number, ...rest }) => change([number], (edit, context) => transfer(edit, context, rest)),
    settlePlace: ({ number, ...rest }) =>
      change([number], (edit, context) => assignPlace(edit, context, rest)),
    waitForResident: ({ number, by }) =>
      change([number], (edit, context) => waitForResident(edit, context, by.memberId)),
    withdraw: ({ number, by }) => change([number], (edit, context) => withdraw(edit, context, actorOf(by))),
    resolve: ({ number, ...rest }) => change([number], (edit, context) => resolve(edit, context, rest)),
    dismiss: ({ number, ...rest }) => change([number], (edit, context) => dismiss(edit, context, rest)),
    reopen: ({ number, by }) => change([number], (edit, context) => reopenClosed(edit, context, by)),
    merge: ({ number, into, by }) =>
      change([number, into], (edit, context, all) => {
        const target = all.find(({ ticket }) => ticket.number === into);
        return target ? merge(edit, target, { context, by }) : refused('unknown-ticket');
      }),
    roster: () => parts.roster.load(parts.db),
    runDue: createRunDue(parts),
    reassignOrphanedTickets: () => reassignOrphanedTickets(parts),
  };
}
