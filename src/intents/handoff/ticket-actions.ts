import { ticketIntent } from '../../conversation/intent-names.ts';
import { askedAssistant } from '../../conversation/lanes.ts';
import { foldText } from '../../nlu/text/fold-text.ts';
import { ticketButton } from '../../ticket/model/resident-messages.ts';
import type { TicketReceipt } from '../../ticket/resident-ticket-types.ts';
import { replyButton } from '../buttons.ts';
import type { BotContext, IntentCall, IntentHandler } from '../intent-handler.ts';
import { receiptValues } from './receipt-text.ts';

const stars = ['1', '2', '3', '4', '5'];
/** Tickets of one resident that a choice can show. */
const maxShown = 5;

/** "Thôi không cần nữa": all of the message, so that "không cần nữa thì sao" is still a question. */
const withdraws =
  /^(?:(?:da|vang|a|u|thoi|the thoi|may|chau|em|ad|can bo|oi) )*(?:(?:toi|bac|minh|em|chau|anh|chi|co|chu|ong|ba) )?(?:khong|ko|k|hong|khoi|chang) can (?:nua|giup nua|ho tro nua|goi nua|goi lai nua|gap nua|dau)(?: (?:toi|bac|minh|em|chau|co|chu|ong|ba) ?)?(?: (?:tu (?:giai quyet|lam)|hoi|xong|lam) (?:duoc )?roi)?(?: (?:dau|a|nhe|nha|roi|cam on|chau|em|ban|oi))*$/;

/** "Rút yêu cầu 412 nhé, không cần nữa", "tôi hủy yêu cầu". */
const callsOff =
  /^(?:(?:da|vang|a|thoi|the thoi|cho|xin|muon|khong can nua|ko can nua|toi|bac|minh|em|chau|anh|chi|co|chu|ong|ba) )*(?:rut|huy)(?:(?: lai)? yeu cau(?: (\d{3,9}))?|(?= (?:nhe|di|nha)(?: |$)))(?: (?:nhe|a|nha|di|roi|nay|tu giai quyet duoc(?: roi)?|tu lam duoc(?: roi)?|khong can nua|ko can nua|khong can|chau|em|ban|oi))*$/;

/** What a resident says about their own matters: withdrawn, done, not done, still needed. */
export function createTicketTalk(): IntentHandler {
  const steps: Record<string, (ctx: BotContext, number: number, call: IntentCall) => Promise<void>> = {
    withdraw,
    'withdraw-some': (ctx) => withdrawSome(ctx),
    done: rateIt,
    'not-done': notDone,
    rate: (ctx, number, { data }) => rate(ctx, number, Number(data.stars)),
    'still-needed': stillNeeded,
    'ask-assistant': askAssistant,
  };
  return {
    topic: 'ticket-status',
    intents: [ticketIntent],
    recognises: ({ message }) =>
      isWithdrawal(message.text) ? { intent: ticketIntent, step: 'withdraw-some', data: {} } : undefined,
    async handle(ctx, call) {
      await steps[call.step ?? '']?.(ctx, Number(call.data.ticket), call);
    },
    accepts: () => false,
  };
}

export function isWithdrawal(text: string): boolean {
  const folded = foldText(text);
  return withdraws.test(folded) || callsOff.test(folded);
}

async function withdraw(ctx: BotContext, number: number): Promise<void> {
  const isDone = await ctx.tickets.withdraw(number);
  ctx.say(ctx.t(isDone ? 'handoff.withdrawn' : 'handoff.already_over', { number }), { outcome: 'handoff' });
}

/** Which one, is asked only where there are several. */
async function withdrawSome(ctx: BotContext): Promise<void> {
  const named = callsOff.exec(foldText(ctx.message.text))?.[1];
  const all = await ctx.tickets.listOpen();
  const open = named === undefined ? all : all.filter(({ number }) => String(number) === named);
  const [only] = open;
  if (!only) return ctx.say(ctx.t('handoff.nothing_to_withdraw'), { outcome: 'smalltalk' });
  if (open.length === 1) return withdraw(ctx, only.number);
  const buttons = open.slice(-maxShown).map(({ number }) =>
    replyButton(ctx.t('ticket_status.one', { number }), {
      intent: ticketIntent,
      step: 'withdraw',
      data: { ticket: String(number) },
    }),
  );
  ctx.say(ctx.t('handoff.withdraw_which'), { buttons, outcome: 'clarify' });
}

/** Asked, and may be ignored. */
async function rateIt(ctx: BotContext, number: number): Promise<void> {
  await ctx.tickets.confirmDone(number);
  const buttons = stars.map((star) =>
    replyButton(star, { intent: ticketIntent, step: 'rate', data: { ticket: String(number), stars: star } }),
  );
  ctx.say(ctx.t('handoff.rate_it'), { buttons, outcome: 'smalltalk' });
}

async function rate(ctx: BotContext, number: number, given: number): Promise<void> {
  await ctx.tickets.rate(number, given);
  ctx.say(ctx.t('handoff.rated'), { outcome: 'smalltalk' });
}

async function notDone(ctx: BotContext, number: number): Promise<void> {
  // What they write next says what is not done.
  ctx.remember({ lastAt: { ...ctx.state.lastAt, matter: ctx.now } });
  sayReceipt(ctx, await ctx.tickets.reopen(number), 'handoff.not_done');
}

/** The tap itself has opened the window again. */
async function stillNeeded(ctx: BotContext, number: number): Promise<void> {
  sayReceipt(ctx, await ctx.tickets.keepOpen(number), 'handoff.still_needed_kept');
}

function sayReceipt(ctx: BotContext, promise: TicketReceipt | undefined, key: string): void {
  if (!promise || promise.status === 'resolved') {
    return ctx.say(ctx.t('handoff.already_over', { number: promise?.number ?? '' }), { outcome: 'handoff' });
  }
  const words = promise.dueAt === undefined ? 'handoff.joined_open' : key;
  ctx.say(ctx.t(words, receiptValues(ctx, promise)), { outcome: 'handoff' });
}

async function askAssistant(ctx: BotContext, number: number): Promise<void> {
  ctx.remember({ lastAt: { ...ctx.state.lastAt, [askedAssistant]: ctx.now } });
  ctx.say(ctx.t('handoff.ask_away', { number }), {
    buttons: [ticketButton(ctx.t, number, { key: 'buttons.not_needed', step: 'withdraw' })],
    outcome: 'smalltalk',
  });
}
