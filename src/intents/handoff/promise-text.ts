import { dueInWords } from '../../calendar/spoken-time.ts';
import type { TicketPromise } from '../../ticket/resident-ticket-types.ts';
import type { BotContext } from '../intent-handler.ts';

/** For the words of a promise: the number, who has it, and by when they answer. */
export function promiseValues(
  { t, now }: BotContext,
  { number, team, dueAt }: TicketPromise,
): Record<string, string | number> {
  return { number, team, when: dueAt === undefined ? '' : dueInWords({ dueAt, now }, t) };
}

/** More lines than this would hide what follows them. */
const mostLines = 3;

/** For each own matter that an answer is owed to: who gives it, and by when. */
export async function waitingLines(ctx: BotContext): Promise<string[]> {
  const owed = (await ctx.tickets.listOpen()).flatMap(({ number, team, dueAt }) =>
    team === undefined || dueAt === undefined
      ? []
      : [{ number, team, when: dueInWords({ dueAt, now: ctx.now }, ctx.t) }],
  );
  return owed.slice(-mostLines).map((one) => ctx.t('ticket_status.still_waiting', one));
}
