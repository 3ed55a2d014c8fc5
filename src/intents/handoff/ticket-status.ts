import { formatDueTime } from '../../calendar/spoken-time.ts';
import { dayMs, minuteMs } from '../../durations.ts';
import type { OpenTicket } from '../../ticket/resident-ticket-types.ts';
import type { Understanding } from '../../understanding/understanding.ts';
import { personButton } from '../buttons.ts';
import type { BotContext } from '../flow/bot-context.ts';
import { createFlow, type Flow } from '../flow/flow.ts';
import { ticketStatus as statusShape } from '../flow/flow-shapes.ts';
import type { Talk } from '../flow/talk.ts';

const patienceMs = 7 * dayMs;
const justOpenedMs = 30 * minuteMs;

/**
 * The status of the resident's own tickets. The reply to any other number is *unknown*, whether the ticket exists or
 * not.
 */
export const ticketStatus: Flow = createFlow(statusShape, {
  name: 'ticket-status',
  topic: 'ticket-status',
  matches: (u, talk) => (asksForOwn(u, talk) ? statusShape.call('ticket-status') : undefined),
  async handle(ctx) {
    const asked = Number(/\b(\d{3,6})\b/.exec(ctx.message.text)?.[1]);
    const open = await ctx.tickets.listOpen();
    if (asked && !open.some(({ number }) => number === asked)) return sayClosed(ctx, asked);
    const shown = asked ? open.filter(({ number }) => number === asked) : open;
    if (shown.length === 0)
      return ctx.say(ctx.t('ticket_status.none'), { buttons: [personButton(ctx)], outcome: 'handoff' });
    const lines = shown.map((ticket) => lineOf(ctx, ticket)).join('\n');
    ctx.say(ctx.t('ticket_status.list', { lines }), { outcome: 'handoff' });
  },
});

/**
 * An ambiguous status question is about a ticket only when the bot has answered nothing since the resident opened it.
 */
function asksForOwn({ ticketQuestion }: Understanding, { state, now }: Talk): boolean {
  const { ticket = 0, answer = 0 } = state.lastAt;
  switch (ticketQuestion) {
    case undefined:
      return false;
    case 'how-far':
    case 'when-called':
      return true;
    case 'of-case':
      return now - ticket < patienceMs;
    case 'why-so-long':
      return ticket >= answer && now - ticket < patienceMs;
    case 'when-answered':
      return ticket >= answer && now - ticket < justOpenedMs;
  }
}

async function sayClosed(ctx: BotContext, asked: number): Promise<void> {
  const closed = (await ctx.tickets.listClosed()).find(({ number }) => number === asked);
  if (!closed) {
    return ctx.say(ctx.t('ticket_status.unknown', { number: asked }), {
      buttons: [personButton(ctx)],
      outcome: 'handoff',
    });
  }
  ctx.say(ctx.t('ticket_status.list', { lines: lineOf(ctx, closed) }), {
    buttons: [personButton(ctx)],
    outcome: 'handoff',
  });
}

function lineOf(ctx: BotContext, { number, createdAt, status, team, member, dueAt }: OpenTicket): string {
  const date = dayAndMonth(createdAt);
  const state =
    status === 'open' && member
      ? ctx.t('ticket_status.state.open_with', { name: member })
      : ctx.t(`ticket_status.state.${status}`);
  if (dueAt === undefined || !team) return ctx.t('ticket_status.line', { number, date, state });
  const when = formatDueTime({ dueAt, now: ctx.now }, ctx.t);
  return ctx.t('ticket_status.line_due', { number, date, state, team, when });
}

function dayAndMonth(at: number): string {
  return new Intl.DateTimeFormat('vi-VN', {
    timeZone: 'Asia/Ho_Chi_Minh',
    day: 'numeric',
    month: 'numeric',
  }).format(at);
}
