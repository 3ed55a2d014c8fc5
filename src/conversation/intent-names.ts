/** The intent under which the lines about a ticket stand in the outbox. */
export const ticketIntent = 'ticket';
