import { formatDueTime } from '../../calendar/spoken-time.ts';
import type { TicketReceipt } from '../../ticket/resident-ticket-types.ts';
import type { BotContext } from '../flow/bot-context.ts';

/** Values for the text of a receipt: the number, who has the ticket, and by when they answer. */
function receiptValues(
  { t, now }: BotContext,
  { number, team, dueAt }: TicketReceipt,
): Record<string, string | number> {
  return { number, team, when: dueAt === undefined ? '' : formatDueTime({ dueAt, now }, t) };
}

/** Texts that promise a call: only for a ticket with a number to call. */
const callPromises: ReadonlySet<string> = new Set(['handoff.call_me', 'contact.thanks', 'contact.changed']);

/**
 * A text of `bot.yaml` about a ticket, with its number, team and time.
 * @throws Error when it promises a call and the ticket has no number
 */
export function receiptText(
  ctx: BotContext,
  key: string,
  receipt: TicketReceipt,
  values: Record<string, string> = {},
): string {
  if (callPromises.has(key) && !receipt.hasPhone) throw new Error(`${key} promises a call without a number`);
  return ctx.t(key, { ...receiptValues(ctx, receipt), ...values });
}

/** In characters; the resident knows the rest. */
const maxReadBack = 160;

/** The brief in the resident's own words, so that they can correct it; undefined while it is empty. */
export function readBack({ t }: BotContext, { question }: TicketReceipt): string | undefined {
  if (question === '') return undefined;
  const text = question.length > maxReadBack ? `${question.slice(0, maxReadBack - 1).trimEnd()}…` : question;
  return t('handoff.read_back', { question: text });
}

/** More lines than this would bury the text below them. */
const maxLines = 3;

/** One line for each of the resident's tickets without an answer: who answers, and by when. */
export async function waitingLines(ctx: BotContext): Promise<string[]> {
  const owed = (await ctx.tickets.listOpen()).flatMap(({ number, team, dueAt }) =>
    team === undefined || dueAt === undefined
      ? []
      : [{ number, team, when: formatDueTime({ dueAt, now: ctx.now }, ctx.t) }],
  );
  return owed.slice(-maxLines).map((one) => ctx.t('ticket_status.still_waiting', one));
}
