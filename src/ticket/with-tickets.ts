import type { Transaction } from 'kysely';
import type { Tables } from '../database/schema.ts';
import { type DecisionContext, loadDecisionContext } from './model/decision-context.ts';
import type { TicketEdit } from './model/ticket-edit.ts';
import { saveEdits } from './store/save-edits.ts';
import type { ServiceParts } from './ticket-parts.ts';
import { dispatchAfterCommit } from './timers/after-commit.ts';

/** The transaction in which tickets change, and who hears of the change there. */
export interface TicketTransaction {
  trx: Transaction<Tables>;
  now: number;
  /** False in the resident's own turn: the turn answers, so no command says a line of its own. */
  tellsResident: boolean;
  /** The member whose turn it is: they hear of the change in the turn and get no notice about it. */
  memberId?: string;
  /** The incoming event whose turn it is; what is said to residents carries it. */
  turnId?: number | undefined;
}

/** What a command came to. */
interface Decided<T> {
  result: T;
  /** Saved; empty for a refusal. */
  changed: readonly TicketEdit[];
}

export interface TicketChange<T> {
  /** Takes the tickets that the command is about. */
  load(trx: Transaction<Tables>): Promise<TicketEdit[]>;
  /** The result when nothing was loaded; without it the command decides then too. */
  ifNone?: () => T;
  command(edits: TicketEdit[], context: DecisionContext): Decided<T> | Promise<Decided<T>>;
}

export interface TicketWork {
  change<T>(change: TicketChange<T>): Promise<T>;
  /** After the commit: wakes who must know of all that was changed. */
  dispatchAfterCommit(): Promise<void>;
}

/**
 * The unit of work inside a transaction that somebody else commits: loads tickets, reads what a decision may look at,
 * runs the command and saves what it changed.
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

/** The unit of work in a transaction of its own, with all that follows its commit. */
export async function withTickets<T>(parts: ServiceParts, change: TicketChange<T>): Promise<T> {
  const now = parts.clock.now();
  const { work, result } = await parts.db.transaction().execute(async (trx) => {
    const work = createTicketWork(parts, { trx, now, tellsResident: true });
    return { work, result: await work.change(change) };
  });
  await work.dispatchAfterCommit();
  return result;
}
