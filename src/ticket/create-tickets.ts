import { createWorkingCalendar } from '../calendar/working-hours.ts';
import { createRosterSource } from '../team/roster/roster.ts';
import type { TicketDesks } from './resident-ticket-types.ts';
import { createTicketDesks } from './resident-tickets.ts';
import type { ServiceParts } from './ticket-parts.ts';
import { createTicketService, type TicketService } from './ticket-service.ts';
import { lookAtClocks } from './timers/after-commit.ts';
import { onceEach } from './timers/dedupe-jobs.ts';

/**
 * The ticket service, the desks where residents reach it in their turns, and what both work with.
 * @param extraHolidays days off besides the public ones, yyyy-mm-dd
 */
export function createTickets(
  given: Omit<ServiceParts, 'roster' | 'calendars'>,
  extraHolidays: readonly string[] = [],
): { tickets: TicketService; desks: TicketDesks; lookAtClocks(): Promise<void>; parts: ServiceParts } {
  const parts: ServiceParts = {
    ...given,
    queue: onceEach(given.queue, given.clock),
    roster: createRosterSource(),
    calendars: {
      office: createWorkingCalendar('office', extraHolidays),
      volunteers: createWorkingCalendar('volunteers', extraHolidays),
    },
  };
  return {
    tickets: createTicketService(parts),
    desks: createTicketDesks(parts),
    lookAtClocks: () => lookAtClocks(parts),
    parts,
  };
}
