import { formatDueTime } from '../../calendar/spoken-time.ts';
import { foldText } from '../../nlu/text/fold-text.ts';
import type { OpenTicket } from '../../ticket/resident-ticket-types.ts';
import { personButton } from '../buttons.ts';
import type { BotContext, IntentHandler } from '../intent-handler.ts';

/** "Yêu cầu của tôi đến đâu rồi", "yêu cầu 412 xong chưa": it says itself what it means, whatever was spoken of. */
const asksOwn =
  /(?:^| )yeu cau (?:so )?(?:\d{3,6}|cua (?:toi|tui|em|con|chau|minh|ong|ba|bac|co|chu|di|cau|mo|anh|chi))(?: .*)? (?:den dau|toi dau|the nao|ra sao|sao roi|xong chua|duoc chua)/;

const lead = '(?:da|vang|a|alo|oi|the|vay|chau|em|con|ad|can bo|co|chu|anh|chi)';
const who = '(?:can bo|nguoi ta|moi nguoi|co nguoi|ai|ho|to|xa|ben ay|ben do|nguoi|ban)';
const calls = '(?:goi(?: (?:lai|dien))?|alo|lien he(?: lai)?|lien lac(?: lai)?|nhan lai)';
const when = '(?:khi nao|bao gio|luc nao|may gio|chung nao|bao lau nua|bao lau)';
const whom =
  '(?: (?:cho|voi))?(?: (?:toi|tui|em|con|chau|minh|bac|co|chu|ong|ba|anh|chi|nha|day|duoc|the|vay|a|nhi|nhe|ha|oi|ad|can bo))*';
/** "Khi nào gọi", "sao chưa thấy ai gọi": all of the message. */
const asksWhen = new RegExp(
  `^(?:${lead} )*(?:${when}(?: (?:thi|moi|se))*(?: ${who})?(?: (?:thi|moi|se|duoc))* ${calls}|${calls}(?: lai)? (?:luc )?${when}|(?:sao|the nao)? ?(?:mai )?(?:van )?(?:chua|khong|ko|chang) (?:thay|co)(?: ${who})? ${calls})${whom}$`,
);
/** The same of an answer: only right after a matter was opened, as it may be asked of anything else too. */
const asksWhenAnswered = new RegExp(
  `^(?:${lead} )*(?:${when}(?: (?:thi|moi|se))*(?: ${who})?(?: (?:thi|moi|se|duoc|co))* tra loi|tra loi ${when})${whom}$`,
);
/** "Sao lâu thế", "chờ mãi": of somebody who was promised an answer. */
const impatient = new RegExp(
  `^(?:${lead} )*(?:sao )?(?:ma )?(?:(?:van )?(?:lau|cham) (?:the|vay|qua|ghe|lam|rua)|(?:cho|doi) (?:mai|lau qua|lau lam|hoai|dai co|tu sang|ca ngay))(?: (?:chua|khong|ko|van|thay|co|ai|gi|tra loi|het|roi|la|luon))*${whom}$`,
);
const patienceMs = 7 * 24 * 60 * 60_000;
/** Longer messages say more than that. */
const longest = 60;
const justOpenedMs = 30 * 60_000;

/** Whether somebody asks when they are called, or answered. */
function asksForCall({ message, state, now }: BotContext): boolean {
  const folded = foldText(message.text, longest + 1);
  if (folded.length > longest) return false;
  if (asksWhen.test(folded)) return true;
  const { matter = 0, answer = 0 } = state.lastAt;
  if (matter < answer) return false;
  if (now - matter < patienceMs && impatient.test(folded)) return true;
  return now - matter < justOpenedMs && asksWhenAnswered.test(folded);
}

/** What became of one's own follow-ups. Any other number is unknown, whether it exists or not. */
export const ticketStatus: IntentHandler = {
  topic: 'ticket-status',
  intents: ['ticket-status'],
  recognises: (ctx) =>
    asksOwn.test(foldText(ctx.message.text)) || asksForCall(ctx)
      ? { intent: 'ticket-status', data: {} }
      : undefined,
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
