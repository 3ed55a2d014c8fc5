import { dueInWords } from '../ticket/people-time.ts';
import type { TicketPromise } from '../ticket/ticket-desk.ts';
import type { BotContext } from './intent-handler.ts';

/** For the words of a promise: the number, who has it, and by when they answer. */
export function promiseValues(
  { t, now }: BotContext,
  { number, team, dueAt }: TicketPromise,
): Record<string, string | number> {
  return { number, team, when: dueAt === undefined ? '' : dueInWords({ dueAt, now }, t) };
}
