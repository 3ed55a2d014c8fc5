import { z } from 'zod';

/** The number of a ticket; older rows have it as text. */
export const ticketNumber = z.coerce.number().int();

const ofTicket = z.object({ ticket: ticketNumber });

/** What a resident can do about a ticket of theirs, by button or in words: the steps of the intent `ticket`. */
export const ticketSteps = {
  withdraw: ofTicket,
  /** Whichever is open; several are asked back. */
  'withdraw-some': z.object({ ticket: ticketNumber.optional() }),
  done: ofTicket,
  'not-done': ofTicket,
  rate: z.object({ ticket: ticketNumber, stars: z.coerce.number().int().min(1).max(5) }),
  'still-needed': ofTicket,
  'ask-assistant': ofTicket,
};

/** Those that need no more than the ticket. */
export type TicketStep = Exclude<keyof typeof ticketSteps, 'rate' | 'withdraw-some'>;
