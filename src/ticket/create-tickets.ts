import { createRosterSource } from './roster.ts';
import type { ServiceParts } from './run-due.ts';
import { createTicketDesks, type TicketDesks } from './ticket-desk.ts';
import { createTicketService, type TicketService } from './ticket-service.ts';
import { createWorkingCalendar } from './working-hours.ts';

/**
 * The ticket service, and the desks where residents reach it in their turns.
 * @param extraHolidays days off besides the public ones, yyyy-mm-dd
 */
export function createTickets(
  given: Omit<ServiceParts, 'roster' | 'calendars'>,
  extraHolidays: readonly string[] = [],
): { tickets: TicketService; desks: TicketDesks } {
  const parts: ServiceParts = {
    ...given,
    roster: createRosterSource(),
    calendars: {
      office: createWorkingCalendar('office', extraHolidays),
      volunteers: createWorkingCalendar('volunteers', extraHolidays),
    },
  };
  return { tickets: createTicketService(parts), desks: createTicketDesks(parts) };
}
