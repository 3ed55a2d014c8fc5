import type { Logger } from '../logger.ts';
import type { Processor } from '../queue/job-queue.ts';
import type { TicketService } from '../ticket/ticket-service.ts';

interface SweepParts {
  tickets: TicketService;
  logger: Logger;
}

/** Finds owners for tickets whose own are gone, and runs clocks whose job was lost. */
export function createSweepTickets({ tickets, logger }: SweepParts): Processor<'sweep-tickets'> {
  return async () => {
    const mended = await tickets.mendOwners();
    if (mended > 0) logger.info({ mended }, 'gave tickets to others, whose owners were gone');
    await tickets.runDue();
  };
}
