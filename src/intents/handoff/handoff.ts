import { dayMs } from '../../durations.ts';
import { menuButton, personButton, replyButton, saying } from '../buttons.ts';
import type { BotContext } from '../flow/bot-context.ts';
import { createFlow, type Flow } from '../flow/flow.ts';
import { type HandoffCall, handoff } from '../flow/flow-shapes.ts';
import { failedLately } from '../flow/talk.ts';
import { noteFailure } from '../note-failure.ts';
import type { OpenTicketFlow } from './open-ticket.ts';
import { agreeByTyping, declinePhone, requestPhone, sayPhoneKept } from './request-phone.ts';

/** For this long after a ticket was opened, "đừng gọi" is about it. */
const callTalkMs = 2 * dayMs;

interface HandoffParts {
  openTicket: OpenTicketFlow;
  contactImageUrl: string;
}

type CallOfIntent<Intent extends HandoffCall['intent']> = Extract<HandoffCall, { intent: Intent }>;

/** Hands the conversation over to a person, who writes or calls. */
export function createHandoff({ openTicket, contactImageUrl }: HandoffParts): Flow {
  function human(ctx: BotContext, call: CallOfIntent<'human'>): Promise<void> {
    if (call.step === 'beside-staff') {
      const kind = ctx.message.attachments.length > 0 ? 'media' : 'question';
      return openTicket(ctx, { kind, cause: call.step, waitsForStaff: true });
    }
    if (call.step === 'add') {
      return openTicket(ctx, { kind: 'question', cause: 'asked', joins: call.data.ticket });
    }
    const cause = failedLately(ctx) ? 'not-understood' : 'asked';
    return openTicket(ctx, { kind: 'question', cause });
  }

  async function callMe(ctx: BotContext, call: CallOfIntent<'call-me'>): Promise<void> {
    switch (call.step) {
      case 'agree':
        return requestPhone(ctx, call.data.ticket, contactImageUrl);
      case 'decline':
      case 'no-call':
        return declinePhone(ctx);
      case 'phone':
        ctx.forgetStep();
        return takePhone(ctx, call.data.ticket);
      case 'number-typed':
        return offerCall(ctx);
      case 'missed-call':
        return openTicket(ctx, { kind: 'call-back', cause: 'missed-call', words: 'handoff.call_back' });
      case undefined:
        return openTicket(ctx, { kind: 'call-back', cause: 'call-me', words: 'handoff.call_me' });
    }
  }

  /**
   * The button under an answer brings a person at once. Typed words may be about the last answer only, so the
   * resident first gets a chance to ask again; the second time brings a person.
   */
  async function notHelped(ctx: BotContext, { confidence }: HandoffCall): Promise<void> {
    const isTap = confidence === undefined;
    if (isTap || failedLately(ctx)) {
      return openTicket(ctx, { kind: 'question', cause: 'not-helped' });
    }
    noteFailure(ctx);
    ctx.say(ctx.t('complaint.text'), {
      buttons: [saying('yes', personButton(ctx)), menuButton(ctx)],
      outcome: 'clarify',
    });
  }

  return createFlow(handoff, {
    name: 'handoff',
    topic: 'human',
    matches({ isPhoneAlone, refusesCall, wantsPerson, wantsCall }, { state, now }) {
      if (isPhoneAlone) return handoff.call('call-me', 'number-typed');
      const { ticket = 0, 'consent-asked': asked = 0 } = state.lastAt;
      if (refusesCall && now - Math.max(ticket, asked) < callTalkMs)
        return handoff.call('call-me', 'no-call');
      if (wantsCall) return handoff.call('call-me');
      return wantsPerson ? handoff.call('human') : undefined;
    },
    handle(ctx, call) {
      switch (call.intent) {
        case 'call-me':
          return callMe(ctx, call);
        case 'not-helped':
          return notHelped(ctx, call);
        case 'human':
          return human(ctx, call);
      }
    },
    /** The resident typed the number instead of sharing it; the webhook has masked it and stored it encrypted. */
    accepts: ({ step }, { secrets }) => step === 'phone' && secrets.includes('phone'),
  });
}

/**
 * Unsolicited phone number. With an open ticket, attach it; otherwise offer a call-back and store the number only
 * after consent.
 */
async function offerCall(ctx: BotContext): Promise<void> {
  const open = (await ctx.tickets.listOpen()).at(-1);
  if (open) {
    await agreeByTyping(ctx);
    return takePhone(ctx, open.number);
  }
  ctx.say(ctx.t('contact.offer'), {
    buttons: [
      saying('yes', replyButton(ctx.t('buttons.call_me'), handoff.call('call-me'))),
      saying('no', menuButton(ctx)),
    ],
    outcome: 'clarify',
  });
}

/** Stores the phone number of this turn on the ticket that needs it. */
export async function takePhone(ctx: BotContext, number: number): Promise<void> {
  const promise = await ctx.tickets.takePhone(number);
  if (!promise) return ctx.say(ctx.t('acknowledge.text'), { outcome: 'handoff' });
  if (promise.hasPhone) return sayPhoneKept(ctx, promise);
  ctx.expect(handoff.call('call-me', 'phone', { ticket: number }));
  ctx.say(ctx.t('contact.no_number'), { outcome: 'handoff' });
}
