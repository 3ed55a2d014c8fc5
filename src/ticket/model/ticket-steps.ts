import { z } from 'zod';

/** The ticket number; older rows store it as text. */
export const ticketNumber = z.coerce.number().int();

const ofTicket = z.object({ ticket: ticketNumber });

/** The steps of the `ticket` intent: what residents do with their tickets, by button or text. */
export const ticketSteps = {
  withdraw: ofTicket,
  /** The open ticket; with several, the bot asks which. */
  'withdraw-some': z.object({ ticket: ticketNumber.optional(), all: z.boolean().optional() }),
  done: ofTicket,
  'not-done': ofTicket,
  rate: z.object({ ticket: ticketNumber, stars: z.coerce.number().int().min(1).max(5) }),
  'still-needed': ofTicket,
  /** Typed: the ticket that was called off last. */
  'still-needed-some': z.object({}),
  /** Typed: the ticket that ended last. */
  'rate-some': z.object({ stars: z.number().int().min(1).max(5) }),
  'ask-assistant': ofTicket,
};

/** The steps whose only data is the ticket. */
export type TicketStep = Exclude<
  keyof typeof ticketSteps,
  'rate' | 'withdraw-some' | 'still-needed-some' | 'rate-some'
>;
