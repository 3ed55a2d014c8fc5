/** Outbox intent of messages about a ticket. */
export const ticketIntent = 'ticket';
