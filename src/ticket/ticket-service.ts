import type { Roster } from '../team/roster/roster.ts';
import {
  type AnswerAttachment,
  type Answering,
  type AnswerWay,
  answer,
  waitForResident,
} from './commands/answer.ts';
import { assign } from './commands/assign.ts';
import { claim } from './commands/claim.ts';
import { dismiss, merge, resolve, withdraw } from './commands/close.ts';
import { note } from './commands/note.ts';
import { release } from './commands/release.ts';
import { transfer } from './commands/transfer.ts';
import { loadScene, type Scene } from './model/decision-context.ts';
import type { TicketEdit } from './model/ticket-edit.ts';
import { actorOf, type By } from './permissions.ts';
import { refused, type TicketResult } from './result.ts';
import { mendOwners } from './routing/reassign-orphans.ts';
import { loadTickets } from './store/load-tickets.ts';
import { saveEdits } from './store/save-edits.ts';
import type { ServiceParts } from './ticket-parts.ts';
import { giveHints } from './timers/after-commit.ts';
import { createRunDue } from './timers/run-due.ts';

interface Of {
  /** The ticket's number, as people say it. */
  number: number;
}
interface ByMember extends Of {
  by: { memberId: string };
}
interface ByAnyone extends Of {
  by: By;
}

/**
 * The only writer of tickets. Each command is one transaction that changes the ticket, its timeline and its clocks and
 * writes what is to be said into the resident's outbox; whoever has to be woken is woken after it.
 */
export interface TicketService {
  claim(command: ByMember): Promise<TicketResult>;
  release(command: ByAnyone & { reason?: string }): Promise<TicketResult>;
  assign(command: ByAnyone & { memberId: string }): Promise<TicketResult>;
  /** Both doors, a member's message and the console, lead here. */
  answer(command: ByMember & Omit<Answering, 'memberId'>): Promise<TicketResult<{ way: AnswerWay }>>;
  note(command: ByAnyone & { text: string }): Promise<TicketResult>;
  transfer(command: ByAnyone & { teamId: string; reason?: string }): Promise<TicketResult>;
  waitForResident(command: ByMember): Promise<TicketResult>;
  withdraw(command: ByAnyone): Promise<TicketResult>;
  resolve(
    command: ByMember & { done: string; text?: string; attachments?: AnswerAttachment[] },
  ): Promise<TicketResult>;
  dismiss(command: ByAnyone): Promise<TicketResult>;
  merge(command: ByAnyone & { into: number }): Promise<TicketResult>;
  /** Areas, teams and members as they are now. */
  roster(): Promise<Roster>;
  /** Runs all clocks that are due. @returns how many tickets were looked at */
  runDue(): Promise<number>;
  /** Finds owners for tickets whose own are gone. @returns how many changed hands */
  mendOwners(): Promise<number>;
}

export function createTicketService(parts: ServiceParts): TicketService {
  type Command<T extends object> = (edit: TicketEdit, scene: Scene, all: TicketEdit[]) => TicketResult<T>;

  /** Loads, decides, and writes down what was decided; a refusal changes nothing. */
  async function change<T extends object>(numbers: number[], command: Command<T>): Promise<TicketResult<T>> {
    const now = parts.clock.now();
    const { edits, result } = await parts.db.transaction().execute(async (trx) => {
      const loaded = await loadTickets(trx, (eb) => eb('number', 'in', numbers));
      const edit = loaded.find(({ ticket }) => ticket.number === numbers[0]);
      if (!edit || loaded.length < numbers.length) return { edits: [], result: refused('unknown-ticket') };
      const decided = command(edit, await loadScene(trx, parts, now), loaded);
      if (decided.kind !== 'done') return { edits: [], result: decided };
      await saveEdits(trx, loaded, now);
      return { edits: loaded, result: decided };
    });
    await giveHints(parts, edits);
    return result;
  }

  return {
    claim: ({ number, by }) => change([number], (edit, scene) => claim(edit, scene, by.memberId)),
    release: ({ number, ...rest }) => change([number], (edit, scene) => release(edit, scene, rest)),
    assign: ({ number, ...rest }) => change([number], (edit, scene) => assign(edit, scene, rest)),
    answer: ({ number, by, ...rest }) =>
      change([number], (edit, scene) => answer(edit, scene, { ...rest, memberId: by.memberId })),
    note: ({ number, ...rest }) => change([number], (edit) => note(edit, rest)),
    transfer: ({ number, ...rest }) => change([number], (edit, scene) => transfer(edit, scene, rest)),
    waitForResident: ({ number, by }) =>
      change([number], (edit, scene) => waitForResident(edit, scene, by.memberId)),
    withdraw: ({ number, by }) => change([number], (edit, scene) => withdraw(edit, scene, actorOf(by))),
    resolve: ({ number, ...rest }) => change([number], (edit, scene) => resolve(edit, scene, rest)),
    dismiss: ({ number, by }) => change([number], (edit, scene) => dismiss(edit, scene, by)),
    merge: ({ number, into, by }) =>
      change([number, into], (edit, scene, all) => {
        const target = all.find(({ ticket }) => ticket.number === into);
        return target ? merge(edit, target, { scene, by }) : refused('unknown-ticket');
      }),
    roster: () => parts.roster.load(parts.db),
    runDue: createRunDue(parts),
    mendOwners: () => mendOwners(parts),
  };
}
