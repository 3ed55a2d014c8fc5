import type { TicketReceipt } from '../../ticket/resident-ticket-types.ts';
import { replyButton, saying } from '../buttons.ts';
import type { BotContext } from '../flow/bot-context.ts';
import { handoff } from '../flow/flow-shapes.ts';
import { receiptValues } from './receipt-text.ts';

/** Under which purpose a consent to be called is kept. */
const purpose = 'call-back';
/** So long a no holds, unless they ask for a call themselves. */
const refusedMs = 24 * 60 * 60_000;
/** A number typed so soon after the question is the answer to it. */
const consentOpenMs = 30 * 60_000;

/** A phone number is asked for only after the purpose was said and agreed to. */
export function askConsent(
  ctx: BotContext,
  { number, team, hasPhone }: TicketReceipt,
  why: 'ask' | 'ask_out_of_reach',
): void {
  const isRefused = ctx.now - (ctx.state.lastAt['consent-refused'] ?? 0) < refusedMs;
  if (hasPhone || (why === 'ask_out_of_reach' && isRefused)) return;
  ctx.mark('consent-asked');
  const agree = handoff.call('call-me', 'agree', { ticket: number });
  const decline = handoff.call('call-me', 'decline');
  ctx.say(ctx.t(`contact.${why}`, { number, team }), {
    buttons: [
      saying('yes', replyButton(ctx.t('buttons.agree'), agree)),
      saying('no', replyButton(ctx.t('buttons.decline'), decline)),
    ],
    outcome: 'handoff',
  });
}

/** They agreed: the card is shown, and a typed number is taken too. */
export async function requestPhone(ctx: BotContext, ticket: number, contactImageUrl: string): Promise<void> {
  await keep(ctx, true);
  ctx.say(ctx.t('contact.share'), { outcome: 'handoff' });
  ctx.send(
    {
      kind: 'request-contact',
      title: ctx.t('contact.title'),
      subtitle: ctx.t('contact.subtitle'),
      imageUrl: contactImageUrl,
    },
    'handoff',
  );
  ctx.expect(handoff.call('call-me', 'phone', { ticket }));
}

export async function declinePhone(ctx: BotContext): Promise<void> {
  await keep(ctx, false);
  ctx.mark('consent-refused');
  ctx.say(ctx.t('contact.declined'), { outcome: 'handoff' });
}

/** The number came with the wish for a person: that agrees, and they are told what becomes of it. */
export async function thankForPhone(ctx: BotContext, promise: TicketReceipt): Promise<void> {
  await keep(ctx, true);
  sayPhoneKept(ctx, promise);
}

export function sayPhoneKept(ctx: BotContext, promise: TicketReceipt): void {
  const key = promise.dueAt === undefined ? 'contact.thanks_open' : 'contact.thanks';
  ctx.say(ctx.t(key, receiptValues(ctx, promise)), { outcome: 'handoff' });
}

/** They typed their number where "Đồng ý" was asked for: that agrees. */
export async function agreeByTyping(ctx: BotContext): Promise<void> {
  if (ctx.now - (ctx.state.lastAt['consent-asked'] ?? 0) < consentOpenMs) await keep(ctx, true);
}

function keep(ctx: BotContext, given: boolean): Promise<void> {
  return ctx.tickets.keepConsent({ purpose, textVersion: ctx.t('contact.version'), given });
}
