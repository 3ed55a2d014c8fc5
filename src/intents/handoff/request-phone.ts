import { foldText } from '../../nlu/text/fold-text.ts';
import type { TicketReceipt } from '../../ticket/resident-ticket-types.ts';
import { replyButton, saying } from '../buttons.ts';
import type { BotContext, IntentCall, ReadMessage } from '../intent-handler.ts';
import { receiptValues } from './receipt-text.ts';

/** Under which purpose a consent to be called is kept. */
const purpose = 'call-back';
export const callMeIntent = 'call-me';
const consentAsked = 'consent-asked';
const consentRefused = 'consent-refused';
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
  const isRefused = ctx.now - (ctx.state.lastAt[consentRefused] ?? 0) < refusedMs;
  if (hasPhone || (why === 'ask_out_of_reach' && isRefused)) return;
  ctx.remember({ lastAt: { ...ctx.state.lastAt, [consentAsked]: ctx.now } });
  const data = { ticket: String(number) };
  ctx.say(ctx.t(`contact.${why}`, { number, team }), {
    buttons: [
      saying('yes', replyButton(ctx.t('buttons.agree'), { intent: callMeIntent, step: 'agree', data })),
      saying('no', replyButton(ctx.t('buttons.decline'), { intent: callMeIntent, step: 'decline', data })),
    ],
    outcome: 'handoff',
  });
}

/** They agreed: the card is shown, and a typed number is taken too. */
export async function requestPhone(
  ctx: BotContext,
  { data }: IntentCall,
  contactImageUrl: string,
): Promise<void> {
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
  ctx.expect('phone', { ticket: data.ticket ?? '' });
}

export async function declinePhone(ctx: BotContext): Promise<void> {
  await keep(ctx, false);
  ctx.remember({ lastAt: { ...ctx.state.lastAt, [consentRefused]: ctx.now } });
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
  if (ctx.now - (ctx.state.lastAt[consentAsked] ?? 0) < consentOpenMs) await keep(ctx, true);
}

function keep(ctx: BotContext, given: boolean): Promise<void> {
  return ctx.tickets.keepConsent({ purpose, textVersion: ctx.t('contact.version'), given });
}

/** What the webhook put in the place of a secret. */
const mask = /\[[^\]]*\]/g;
const small = new Set(
  `da vang a u ah oi day nay do la cua so sdt dt zalo dien thoai lien he lien lac qua goi alo toi tui minh em chau con bac co chu
  ong ba anh chi me bo nha nhe nha may moi cu can bo my phone number is`.split(/\s+/),
);

/** Whether a message is a phone number and nothing that asks for anything: "số của tôi 09…". Pure. */
export function isPhoneAlone({ text, secrets }: Pick<ReadMessage, 'text' | 'secrets'>): boolean {
  if (!secrets.includes('phone') || secrets.some((secret) => secret !== 'phone')) return false;
  const words = foldText(text.replaceAll(mask, ' ')).split(' ').filter(Boolean);
  return words.every((word) => small.has(word));
}
