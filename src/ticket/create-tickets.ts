import { lookAtClocks } from './hints.ts';
import { onceEach } from './once-each.ts';
import { createRosterSource } from './roster.ts';
import type { ServiceParts } from './run-due.ts';
import { createTicketDesks, type TicketDesks } from './ticket-desk.ts';
import { createTicketService, type TicketService } from './ticket-service.ts';
import { createWorkingCalendar } from './working-hours.ts';

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
