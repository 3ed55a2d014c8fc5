import type { Transaction } from 'kysely';
import type { Tables } from '../database/schema.ts';
import { type DecisionContext, loadDecisionContext } from './model/decision-context.ts';
import type { TicketEdit } from './model/ticket-edit.ts';
import { saveEdits } from './store/save-edits.ts';
import type { ServiceParts } from './ticket-parts.ts';
import { dispatchAfterCommit } from './timers/after-commit.ts';

/** The transaction in which tickets change, and who reads about the change in it. */
export interface TicketTransaction {
  trx: Transaction<Tables>;
  now: number;
  /** False in the resident's own turn: the turn answers, so no command sends a message of its own. */
  tellsResident: boolean;
  /** The member of this turn: they read about the change in the turn and get no notice about it. */
  memberId?: string;
  /** Id of the incoming event of this turn; messages to residents carry it. */
  turnId?: number | undefined;
}

/** Result of a command, with the changed tickets. */
interface CommandOutcome<T> {
  result: T;
  /** Saved; empty for a refusal. */
  changed: readonly TicketEdit[];
}

export interface TicketChange<T> {
  /** Loads and locks the tickets of the command. */
  load(trx: Transaction<Tables>): Promise<TicketEdit[]>;
  /** The result when no ticket was loaded; without it, the command decides then too. */
  ifNone?: () => T;
  command(edits: TicketEdit[], context: DecisionContext): CommandOutcome<T> | Promise<CommandOutcome<T>>;
}

export interface TicketWork {
  change<T>(change: TicketChange<T>): Promise<T>;
  /** Runs after commit: enqueues wakes and notices for all that changed. */
  dispatchAfterCommit(): Promise<void>;
}

/**
 * The unit of work inside a transaction that the caller commits: loads tickets, reads what a decision depends on, runs
 * the command and saves its changes.
 */
export function createTicketWork(
  parts: ServiceParts,
  { trx, now, tellsResident, memberId, turnId }: TicketTransaction,
): TicketWork {
  const saved: TicketEdit[] = [];
  return {
    async change({ load, ifNone, command }) {
      const loaded = await load(trx);
      if (loaded.length === 0 && ifNone) return ifNone();
      const context = await loadDecisionContext(trx, parts, { now, tellsResident });
      const { result, changed } = await command(loaded, context);
      if (memberId !== undefined) for (const { changes } of changed) changes.knownTo.add(memberId);
      if (changed.length > 0) await saveEdits(changed, { trx, now, turnId });
      saved.push(...changed);
      return result;
    },
    async dispatchAfterCommit() {
      if (saved.length > 0) await dispatchAfterCommit(parts, saved);
    },
  };
}

/** The unit of work in a transaction of its own, with everything that follows its commit. */
export async function withTickets<T>(parts: ServiceParts, change: TicketChange<T>): Promise<T> {
  const now = parts.clock.now();
  const { work, result } = await parts.db.transaction().execute(async (trx) => {
    const work = createTicketWork(parts, { trx, now, tellsResident: true });
    return { work, result: await work.change(change) };
  });
  await work.dispatchAfterCommit();
  return result;
}
