import { dayMs, minuteMs } from '../../durations.ts';
import { ticketButton } from '../../ticket/model/resident-messages.ts';
import type { TicketReceipt } from '../../ticket/resident-ticket-types.ts';
import type { Understanding } from '../../understanding/understanding.ts';
import { replyButton } from '../buttons.ts';
import type { BotContext } from '../flow/bot-context.ts';
import { createFlow, type Flow } from '../flow/flow.ts';
import type { IntentCall } from '../flow/flow-shape.ts';
import { ticket as ticketShape } from '../flow/flow-shapes.ts';
import type { Talk } from '../flow/talk.ts';
import { receiptText } from './receipt-text.ts';

const stars = [1, 2, 3, 4, 5];
/** Maximum number of a resident's tickets in a choice. */
const maxShown = 5;

/** A resident may want a ticket back for this long after calling it off. */
const neededAgainMs = dayMs;
/** Praise in words is a rating for this long after the question for one. */
const ratingOpenMs = 30 * minuteMs;
/** What is remembered of an open ticket. */
const ticketMarks = ['ticket', 'question-asked', 'ticket-beside-told'] as const;

/** What a resident says about their own tickets: withdrawn, done, not done, still needed. */
export function createTicketActions(): Flow {
  return createFlow(ticketShape, {
    name: 'ticket-actions',
    topic: 'ticket-status',
    matches: typedCall,
    async handle(ctx, { step, data }) {
      switch (step) {
        case undefined:
          return;
        case 'withdraw':
          return withdraw(ctx, data.ticket);
        case 'withdraw-some':
          return withdrawSome(ctx, data);
        case 'done':
          return rateIt(ctx, data.ticket);
        case 'not-done':
          return notDone(ctx, data.ticket);
        case 'rate':
          return rate(ctx, data.ticket, data.stars);
        case 'rate-some':
          return rateSome(ctx, data.stars);
        case 'still-needed':
          return stillNeeded(ctx, data.ticket);
        case 'still-needed-some':
          return neededAgain(ctx);
        case 'ask-assistant':
          return askAssistant(ctx, data.ticket);
      }
    },
  });
}

/** What a typed message wants for a ticket. "Xong rồi" ends one only while the talk is about it. */
function typedCall(u: Understanding, { state, now }: Talk): IntentCall | undefined {
  const { ticket, answer = 0, 'ticket-withdrawn': withdrawn = 0, 'rating-asked': asked = 0 } = state.lastAt;
  const { withdrawal, rating } = u;
  const isAboutTicket = ticket !== undefined && ticket >= answer;
  if (withdrawal && (withdrawal.how === 'called-off' || isAboutTicket)) {
    return ticketShape.call('ticket', 'withdraw-some', { ticket: withdrawal.ticket, all: withdrawal.all });
  }
  if (u.isStillNeeded && now - withdrawn < neededAgainMs)
    return ticketShape.call('ticket', 'still-needed-some');
  const isRating = rating && (now - asked < ratingOpenMs || (rating.isCounted && ticket !== undefined));
  return isRating ? ticketShape.call('ticket', 'rate-some', { stars: rating.stars }) : undefined;
}

/** Nothing about the ticket is asked any more, and the resident can change their mind. */
async function withdraw(ctx: BotContext, ...numbers: [number, ...number[]]): Promise<void> {
  ctx.forgetStep();
  const [number] = numbers;
  let isDone = false;
  for (const each of numbers) isDone = (await ctx.tickets.withdraw(each)) || isDone;
  if (!isDone) return ctx.say(ctx.t('handoff.already_over', { number }), { outcome: 'handoff' });
  ctx.mark('ticket-withdrawn');
  if ((await ctx.tickets.listOpen()).length === 0) for (const mark of ticketMarks) ctx.unmark(mark);
  const key = numbers.length > 1 ? 'handoff.withdrawn_all' : 'handoff.withdrawn';
  ctx.say(ctx.t(key, { number, numbers: numbers.join(', ') }), {
    buttons: [ticketButton(ctx.t, number, { key: 'buttons.still_needed', step: 'still-needed' })],
    outcome: 'handoff',
  });
}

/** Asks which ticket only when there are several. */
async function withdrawSome(
  ctx: BotContext,
  { ticket: named, all: isAll }: { ticket?: number | undefined; all?: boolean | undefined },
): Promise<void> {
  const all = await ctx.tickets.listOpen();
  const open = named === undefined ? all : all.filter(({ number }) => number === named);
  const [only, ...others] = open;
  if (!only) return ctx.say(ctx.t('handoff.nothing_to_withdraw'), { outcome: 'smalltalk' });
  if (open.length === 1 || isAll) return withdraw(ctx, only.number, ...others.map(({ number }) => number));
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
  ctx.mark('rating-asked');
  const buttons = stars.map((star) =>
    replyButton(String(star), ticketShape.call('ticket', 'rate', { ticket: number, stars: star })),
  );
  ctx.say(ctx.t('handoff.rate_it'), { buttons, outcome: 'smalltalk' });
}

async function rate(ctx: BotContext, number: number, given: number): Promise<void> {
  await ctx.tickets.rate(number, given);
  ctx.unmark('rating-asked');
  ctx.say(ctx.t('handoff.rated'), { outcome: 'smalltalk' });
}

/** Rates the ticket that ended last, else the one that a member answers. */
async function rateSome(ctx: BotContext, given: number): Promise<void> {
  const [ended] = await ctx.tickets.listClosed();
  const rated = ended ?? (await ctx.tickets.listOpen()).at(-1);
  if (!rated) return ctx.say(ctx.t('thanks.text'), { outcome: 'smalltalk' });
  return rate(ctx, rated.number, given);
}

async function notDone(ctx: BotContext, number: number): Promise<void> {
  // The resident's next message says what is missing.
  ctx.mark('ticket');
  sayReceipt(ctx, await ctx.tickets.reopen(number), 'handoff.not_done');
}

/** A ticket that still waits, or that the resident called off. The tap itself has reopened the message window. */
async function stillNeeded(ctx: BotContext, number: number): Promise<void> {
  const isBack = (await ctx.tickets.listClosed()).some((ended) => ended.number === number);
  ctx.unmark('ticket-withdrawn');
  ctx.mark('ticket');
  const promise = await ctx.tickets.keepOpen(number);
  sayReceipt(ctx, promise, isBack ? 'handoff.needed_again' : 'handoff.still_needed_kept');
}

/** Brings back what the resident called off last. */
async function neededAgain(ctx: BotContext): Promise<void> {
  const [ended] = await ctx.tickets.listClosed();
  if (!ended) return ctx.say(ctx.t('acknowledge.text'), { outcome: 'smalltalk' });
  return stillNeeded(ctx, ended.number);
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
