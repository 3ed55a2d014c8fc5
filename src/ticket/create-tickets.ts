import { createWorkingCalendar, type HolidayDates } from '../calendar/working-hours.ts';
import { createRosterSource } from '../team/roster/roster.ts';
import type { ResidentTicketsFactory } from './resident-ticket-types.ts';
import { createResidentTickets } from './resident-tickets.ts';
import type { ServiceParts } from './ticket-parts.ts';
import { createTicketService, type TicketService } from './ticket-service.ts';
import { enqueueTimerRun } from './timers/after-commit.ts';
import { withJobDedupe } from './timers/dedupe-jobs.ts';

/** Creates the ticket service, the resident's ticket commands, and their shared parts. */
export function createTickets(
  given: Omit<ServiceParts, 'roster' | 'calendars'>,
  holidays: HolidayDates,
): {
  tickets: TicketService;
  residentTickets: ResidentTicketsFactory;
  enqueueTimerRun(): Promise<void>;
  parts: ServiceParts;
} {
  const parts: ServiceParts = {
    ...given,
    queue: withJobDedupe(given.queue, given.clock),
    roster: createRosterSource(),
    calendars: {
      office: createWorkingCalendar('office', holidays),
      volunteers: createWorkingCalendar('volunteers', holidays),
    },
  };
  return {
    tickets: createTicketService(parts),
    residentTickets: createResidentTickets(parts),
    enqueueTimerRun: () => enqueueTimerRun(parts),
    parts,
  };
}
