import type { Kysely } from 'kysely';
import type { ActorParts } from '../actor/actor-parts.ts';
import { matchSignals } from '../actor/sending/match-receipts.ts';
import { sweepConversations } from '../actor/sweep.ts';
import type { WorkingCalendar } from '../calendar/working-hours.ts';
import type { MissedMessages } from '../conversation/catch-up.ts';
import type { Tables } from '../database/schema.ts';
import type { Logger } from '../logger.ts';
import type { MessageEvent } from '../message.ts';
import type { Metrics } from '../metrics.ts';
import type { JobQueue, Processor, Processors } from '../queue/job-queue.ts';
import type { TicketService } from '../ticket/ticket-service.ts';
import { countTickets } from '../ticket/views/count-tickets.ts';
import { createCatchUp } from './catch-up.ts';
import { createEraseData } from './erase-data.ts';
import { createWakeConversation } from './wake-conversation.ts';
import { createWatchSilence } from './watch-silence.ts';

export interface JobParts extends ActorParts {
  queue: JobQueue;
  tickets: TicketService;
  missed: MissedMessages;
  officeHours: WorkingCalendar;
  accept(events: MessageEvent[]): Promise<number>;
  drainSpool(): Promise<unknown>;
  forgetRejected(before: number): Promise<number>;
  /** The bot understands the stored villages from now on. */
  learnVillages(): Promise<void>;
  reclaimSpace?: (() => Promise<void>) | undefined;
  /** For a database that does not count by itself what its planner goes by. */
  renewStatistics?: (() => Promise<void>) | undefined;
  listErasures?: (() => Promise<void>) | undefined;
  refreshDueTokens(): Promise<unknown>;
  tellMembers(): Promise<unknown>;
  retentionDays: number;
  auditDays: number;
  /** How many actors may work at once, besides those that wait for the network. */
  maxActors: number;
}

/** Every job with its processor. The compiler demands a line here when the catalogue grows. */
export function createProcessors(parts: JobParts): Processors {
  return {
    'wake-conversation': createWakeConversation(parts),
    'match-signals': createMatchSignals(parts),
    'sweep-conversations': createSweepConversations(parts),
    'drain-spool': async () => {
      await parts.drainSpool();
    },
    'catch-up': createCatchUp(parts),
    'refresh-tokens': async () => {
      await parts.refreshDueTokens();
    },
    'watch-silence': createWatchSilence(parts),
    'tick-tickets': createTickTickets(parts),
    'sweep-tickets': createSweepTickets(parts),
    'tell-members': async () => {
      await parts.tellMembers();
    },
    'erase-data': createEraseData(parts),
    'renew-statistics': async () => {
      await parts.renewStatistics?.();
    },
  };
}

/** Matches all stored signals, and looks again for signals that came before our own record. */
function createMatchSignals(parts: ActorParts & { queue: JobQueue }): Processor<'match-signals'> {
  return async () => {
    for (;;) {
      const { more, waitingUntil, staffWrote } = await matchSignals(parts);
      if (staffWrote) await parts.enqueueTimerRun();
      if (more) continue;
      if (waitingUntil !== undefined) {
        await parts.queue.add('match-signals', {}, { key: 'early-signals', dueAt: waitingUntil });
      }
      return;
    }
  };
}

/** Wakes conversations that lost their wake, and enqueues the matching of signals again. */
function createSweepConversations(parts: ActorParts & { queue: JobQueue }): Processor<'sweep-conversations'> {
  return async () => {
    const woken = await sweepConversations(parts);
    if (woken > 0) parts.logger.info({ woken }, 'woke conversations that had something waiting');
    await parts.queue.add('match-signals', {}, { key: 'signals' });
  };
}

interface SweepParts {
  learnVillages(): Promise<void>;
  db: Kysely<Tables>;
  tickets: TicketService;
  logger: Logger;
  metrics: Pick<Metrics, 'set'>;
}

/**
 * Reads which villages there are, reassigns tickets whose owner is gone, runs timers whose job was lost, and counts what
 * is open.
 */
function createSweepTickets(parts: SweepParts): Processor<'sweep-tickets'> {
  const { db, tickets, logger, metrics } = parts;
  return async () => {
    await parts.learnVillages();
    const reassigned = await tickets.reassignOrphanedTickets();
    if (reassigned > 0) logger.info({ reassigned }, 'gave tickets to others, whose owners were gone');
    await tickets.runDue();
    for (const [state, count] of Object.entries(await countTickets(db))) {
      metrics.set('tickets', count, { state });
    }
  };
}

/** Runs the ticket timers that are due; a timer does nothing once its ticket has moved on. */
function createTickTickets({ tickets }: { tickets: TicketService }): Processor<'tick-tickets'> {
  return async () => {
    await tickets.runDue();
  };
}
