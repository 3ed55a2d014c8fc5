import type { Processor } from '../queue/job-queue.ts';
import type { TicketService } from '../ticket/ticket-service.ts';

/** Runs whatever clocks of tickets are due; idle where a ticket has moved on. */
export function createTickTickets({ tickets }: { tickets: TicketService }): Processor<'tick-tickets'> {
  return async () => {
    await tickets.runDue();
  };
}
