import { foldText } from '../nlu/fold-text.ts';
import { dueInWords } from '../ticket/people-time.ts';
import type { OpenTicket } from '../ticket/ticket-desk.ts';
import { personButton } from './buttons.ts';
import type { BotContext, IntentHandler } from './intent-handler.ts';

/** "Yêu cầu của tôi đến đâu rồi", "yêu cầu 412 xong chưa": it says itself what it means, whatever was spoken of. */
const asksOwn =
  /(?:^| )yeu cau (?:so )?(?:\d{3,6}|cua (?:toi|tui|em|con|chau|minh|ong|ba|bac|co|chu|di|cau|mo|anh|chi))(?: .*)? (?:den dau|toi dau|the nao|ra sao|sao roi|xong chua|duoc chua)/;

/** What became of one's own follow-ups. Any other number is unknown, whether it exists or not. */
export const ticketStatus: IntentHandler = {
  topic: 'ticket-status',
  intents: ['ticket-status'],
  recognises: ({ message }) =>
    asksOwn.test(foldText(message.text)) ? { intent: 'ticket-status', data: {} } : undefined,
  async handle(ctx: BotContext) {
    const asked = Number(/\b(\d{3,6})\b/.exec(ctx.message.text)?.[1]);
    const open = await ctx.tickets.listOpen();
    if (asked && !open.some(({ number }) => number === asked)) return sayClosed(ctx, asked);
    const shown = asked ? open.filter(({ number }) => number === asked) : open;
    if (shown.length === 0) return ctx.say(ctx.t('ticket_status.none'), { buttons: [personButton(ctx)] });
    ctx.say(ctx.t('ticket_status.list', { lines: shown.map((ticket) => lineOf(ctx, ticket)).join('\n') }));
  },
};

async function sayClosed(ctx: BotContext, asked: number): Promise<void> {
  const closed = (await ctx.tickets.listClosed()).find(({ number }) => number === asked);
  if (!closed) {
    return ctx.say(ctx.t('ticket_status.unknown', { number: asked }), { buttons: [personButton(ctx)] });
  }
  ctx.say(ctx.t('ticket_status.list', { lines: lineOf(ctx, closed) }), { buttons: [personButton(ctx)] });
}

function lineOf(ctx: BotContext, { number, createdAt, status, team, dueAt }: OpenTicket): string {
  const date = dayAndMonth(createdAt);
  const state = ctx.t(`ticket_status.state.${status}`);
  if (dueAt === undefined || !team) return ctx.t('ticket_status.line', { number, date, state });
  const when = dueInWords({ dueAt, now: ctx.now }, ctx.t);
  return ctx.t('ticket_status.line_due', { number, date, state, team, when });
}

function dayAndMonth(at: number): string {
  return new Intl.DateTimeFormat('vi-VN', {
    timeZone: 'Asia/Ho_Chi_Minh',
    day: 'numeric',
    month: 'numeric',
  }).format(at);
}
