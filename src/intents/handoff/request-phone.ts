import type { CorrectedReceipt, TicketReceipt } from '../../ticket/resident-ticket-types.ts';
import { replyButton, saying } from '../buttons.ts';
import type { BotContext } from '../flow/bot-context.ts';
import { handoff } from '../flow/flow-shapes.ts';
import { receiptText } from './receipt-text.ts';

/** Purpose under which the consent to a call-back is stored. */
const purpose = 'call-back';
/** The bot does not ask again for this long after a refusal, unless the resident asks for a call. */
const refusedMs = 24 * 60 * 60_000;
/** A number typed within this time after the question answers it. */
const consentOpenMs = 30 * 60_000;

/** The bot asks for a phone number only after it has named the purpose and the resident has agreed. */
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

/** The resident agreed: shows the contact card, and also accepts a typed number. */
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

/** Without a number nobody calls: the promise becomes an answer in the chat, and the ticket says so. */
export async function declinePhone(ctx: BotContext): Promise<void> {
  await keep(ctx, false);
  ctx.mark('consent-refused');
  const open = (await ctx.tickets.listOpen()).at(-1);
  const promise = open && (await ctx.tickets.refuseCall(open.number));
  const text =
    promise?.dueAt === undefined
      ? ctx.t('contact.declined')
      : receiptText(ctx, 'contact.declined_due', promise);
  ctx.say(text, { outcome: 'handoff' });
}

/** The number came with the wish for a person, which is consent. Tells the resident how the number is used. */
export async function thankForPhone(ctx: BotContext, promise: TicketReceipt): Promise<void> {
  await keep(ctx, true);
  sayPhoneKept(ctx, promise);
}

export function sayPhoneKept(ctx: BotContext, promise: TicketReceipt & Partial<CorrectedReceipt>): void {
  const thanks = promise.isCorrection ? 'contact.changed' : 'contact.thanks';
  const key = promise.dueAt === undefined ? `${thanks}_open` : thanks;
  ctx.say(receiptText(ctx, key, promise), { outcome: 'handoff' });
}

/** The resident typed their number instead of tapping "Đồng ý", which is consent. */
export async function agreeByTyping(ctx: BotContext): Promise<void> {
  if (ctx.now - (ctx.state.lastAt['consent-asked'] ?? 0) < consentOpenMs) await keep(ctx, true);
}

function keep(ctx: BotContext, given: boolean): Promise<void> {
  return ctx.tickets.keepConsent({ purpose, textVersion: ctx.t('contact.version'), given });
}
