import { personButton } from './buttons.ts';
import type { BotContext, IntentHandler } from './intent-handler.ts';

/** What became of one's own follow-ups. Any other number is unknown, whether it exists or not. */
export const ticketStatus: IntentHandler = {
  topic: 'ticket-status',
  intents: ['ticket-status'],
  async handle(ctx: BotContext) {
    const asked = Number(/\b(\d{3,6})\b/.exec(ctx.message.text)?.[1]);
    const open = await ctx.tickets.listOpen();
    if (asked && !open.some(({ number }) => number === asked)) {
      return ctx.say(ctx.t('ticket_status.unknown', { number: asked }), { buttons: [personButton(ctx)] });
    }
    const shown = asked ? open.filter(({ number }) => number === asked) : open;
    if (shown.length === 0) return ctx.say(ctx.t('ticket_status.none'), { buttons: [personButton(ctx)] });
    const lines = shown.map(({ number, createdAt, status }) =>
      ctx.t('ticket_status.line', {
        number,
        date: dayAndMonth(createdAt),
        state: ctx.t(`ticket_status.state.${status}`),
      }),
    );
    ctx.say(ctx.t('ticket_status.list', { lines: lines.join('\n') }));
  },
};

function dayAndMonth(at: number): string {
  return new Intl.DateTimeFormat('vi-VN', {
    timeZone: 'Asia/Ho_Chi_Minh',
    day: 'numeric',
    month: 'numeric',
  }).format(at);
}
