import { ticketButton } from '../../ticket/model/resident-messages.ts';
import type { TicketReceipt } from '../../ticket/resident-ticket-types.ts';
import { replyButton } from '../buttons.ts';
import type { BotContext } from '../flow/bot-context.ts';
import { createFlow, type Flow } from '../flow/flow.ts';
import { ticket as ticketShape } from '../flow/flow-shapes.ts';
import { receiptText } from './receipt-text.ts';

const stars = [1, 2, 3, 4, 5];
/** Maximum number of a resident's tickets in a choice. */
const maxShown = 5;

/** What a resident says about their own tickets: withdrawn, done, not done, still needed. */
export function createTicketActions(): Flow {
  return createFlow(ticketShape, {
    name: 'ticket-actions',
    topic: 'ticket-status',
    matches: ({ withdrawal }) => withdrawal && ticketShape.call('ticket', 'withdraw-some', withdrawal),
    async handle(ctx, { step, data }) {
      switch (step) {
        case undefined:
          return;
        case 'withdraw':
          return withdraw(ctx, data.ticket);
        case 'withdraw-some':
          return withdrawSome(ctx, data.ticket);
        case 'done':
          return rateIt(ctx, data.ticket);
        case 'not-done':
          return notDone(ctx, data.ticket);
        case 'rate':
          return rate(ctx, data.ticket, data.stars);
        case 'still-needed':
          return stillNeeded(ctx, data.ticket);
        case 'ask-assistant':
          return askAssistant(ctx, data.ticket);
      }
    },
  });
}

async function withdraw(ctx: BotContext, number: number): Promise<void> {
  const isDone = await ctx.tickets.withdraw(number);
  ctx.say(ctx.t(isDone ? 'handoff.withdrawn' : 'handoff.already_over', { number }), { outcome: 'handoff' });
}

/** Asks which ticket only when there are several. */
async function withdrawSome(ctx: BotContext, named: number | undefined): Promise<void> {
  const all = await ctx.tickets.listOpen();
  const open = named === undefined ? all : all.filter(({ number }) => number === named);
  const [only] = open;
  if (!only) return ctx.say(ctx.t('handoff.nothing_to_withdraw'), { outcome: 'smalltalk' });
  if (open.length === 1) return withdraw(ctx, only.number);
  const buttons = open
    .slice(-maxShown)
    .map(({ number }) =>
      replyButton(
        ctx.t('ticket_status.one', { number }),
        ticketShape.call('ticket', 'withdraw', { ticket: number }),
      ),
    );
  ctx.say(ctx.t('handoff.withdraw_which'), { buttons, outcome: 'clarify' });
}

/** Asks for a rating; the resident may ignore it. */
async function rateIt(ctx: BotContext, number: number): Promise<void> {
  await ctx.tickets.confirmDone(number);
  const buttons = stars.map((star) =>
    replyButton(String(star), ticketShape.call('ticket', 'rate', { ticket: number, stars: star })),
  );
  ctx.say(ctx.t('handoff.rate_it'), { buttons, outcome: 'smalltalk' });
}

async function rate(ctx: BotContext, number: number, given: number): Promise<void> {
  await ctx.tickets.rate(number, given);
  ctx.say(ctx.t('handoff.rated'), { outcome: 'smalltalk' });
}

async function notDone(ctx: BotContext, number: number): Promise<void> {
  // The resident's next message says what is missing.
  ctx.mark('ticket');
  sayReceipt(ctx, await ctx.tickets.reopen(number), 'handoff.not_done');
}

/** The tap itself has reopened the message window. */
async function stillNeeded(ctx: BotContext, number: number): Promise<void> {
  sayReceipt(ctx, await ctx.tickets.keepOpen(number), 'handoff.still_needed_kept');
}

function sayReceipt(ctx: BotContext, promise: TicketReceipt | undefined, key: string): void {
  if (!promise || promise.status === 'resolved') {
    return ctx.say(ctx.t('handoff.already_over', { number: promise?.number ?? '' }), { outcome: 'handoff' });
  }
  const words = promise.dueAt === undefined ? 'handoff.joined_open' : key;
  ctx.say(receiptText(ctx, words, promise), { outcome: 'handoff' });
}

async function askAssistant(ctx: BotContext, number: number): Promise<void> {
  ctx.mark('asked-assistant');
  ctx.say(ctx.t('handoff.ask_away', { number }), {
    buttons: [ticketButton(ctx.t, number, { key: 'buttons.not_needed', step: 'withdraw' })],
    outcome: 'smalltalk',
  });
}
