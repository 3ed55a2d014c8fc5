import { hourMs } from '../../src/durations.ts';
import { answer, waitForResident } from '../../src/ticket/commands/answer.ts';
import { assign } from '../../src/ticket/commands/assign.ts';
import { claim } from '../../src/ticket/commands/claim.ts';
import { dismiss, merge, resolve, withdraw } from '../../src/ticket/commands/close.ts';
import { decline, passUp } from '../../src/ticket/commands/decline.ts';
import { note } from '../../src/ticket/commands/note.ts';
import { release } from '../../src/ticket/commands/release.ts';
import { retract } from '../../src/ticket/commands/retract.ts';
import { transfer } from '../../src/ticket/commands/transfer.ts';
import type { DecisionContext } from '../../src/ticket/model/decision-context.ts';
import { editTicket, type TicketEdit } from '../../src/ticket/model/ticket-edit.ts';
import { actorOf, type Caller } from '../../src/ticket/permissions.ts';
import type { TicketResult } from '../../src/ticket/result.ts';
import { contextAt, effectOf, openedAt, type Situation, ticketThatIs } from './ticket-decisions.ts';

type Command = (edit: TicketEdit, context: DecisionContext, who: string) => TicketResult;

/** `operator` is not a member. */
const callerOf = (who: string): Caller => (who === 'operator' ? { operator: who } : { memberId: who });
export const memberOf = (who: string) => ({ memberId: who });
/** Another ticket of the same resident, assigned to `assignee`. */
export const second = () => {
  const { ticket, ...rest } = ticketThatIs('open');
  return editTicket({ ...rest, ticket: { ...ticket, id: 2, number: 102 } });
};

const commands = {
  claim,
  release: (edit, context, who) => release(edit, context, { by: callerOf(who) }),
  'assign to backup': (edit, context, who) =>
    assign(edit, context, { by: callerOf(who), memberId: 'backup' }),
  answer: (edit, context, who) => answer(edit, context, { memberId: who, text: 'chào bác' }),
  'wait for the resident': waitForResident,
  note: (edit, _context, who) => note(edit, { by: callerOf(who), text: 'nhà cuối xóm' }),
  'transfer to the cluster': (edit, context, who) =>
    transfer(edit, context, { by: callerOf(who), teamId: 'cluster' }),
  close: (edit, context, who) => resolve(edit, context, { by: memberOf(who), done: 'visited' }),
  decline,
  'pass up': passUp,
  retract: (edit, context, who) => retract(edit, context, { memberId: who, isSent: true }),
  merge: (edit, context, who) => merge(edit, second(), { context, by: callerOf(who) }),
  dismiss: (edit, context, who) => dismiss(edit, context, { by: callerOf(who) }),
  withdraw: (edit, context, who) => withdraw(edit, context, actorOf(callerOf(who))),
} satisfies Record<string, Command>;
export type CommandName = keyof typeof commands;

export const decidedAt = openedAt + 3 * hourMs;

/** The result of a command by a caller, and everything that it would write. */
export function run(name: CommandName, situation: Situation, who: string) {
  const edit = editTicket(ticketThatIs(situation));
  const command: Command = commands[name];
  const result = command(edit, contextAt(decidedAt), who);
  return { result: result.kind === 'refused' ? result.why : result.kind, effect: effectOf(edit), edit };
}
