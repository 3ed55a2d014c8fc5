import { asksForPerson } from '../../nlu/phrases/wants-person.ts';
import { menuButton, personButton, replyButton, saying } from '../buttons.ts';
import type { BotContext, IntentCall, IntentHandler } from '../intent-handler.ts';
import { failedLately, noteFailure } from '../recent-turns.ts';
import { type OpenTicketFlow, staffLane } from './open-ticket.ts';
import {
  agreeByTyping,
  callMeIntent,
  declinePhone,
  isPhoneAlone,
  requestPhone,
  sayPhoneKept,
} from './request-phone.ts';

/** The step for a phone number that came out of nothing. */
const numberTyped = 'number-typed';

interface HandoffParts {
  openTicket: OpenTicketFlow;
  contactImageUrl: string;
}

/** Gives the conversation over to a person, or to one who calls. */
export function createHandoff({ openTicket, contactImageUrl }: HandoffParts): IntentHandler {
  function human(ctx: BotContext, { step }: IntentCall): Promise<void> {
    if (step === staffLane) {
      const kind = ctx.message.attachments.length > 0 ? 'media' : 'question';
      return openTicket(ctx, { kind, cause: staffLane, waitsForStaff: true });
    }
    const cause = failedLately(ctx) ? 'not-understood' : 'asked';
    return openTicket(ctx, { kind: 'question', cause });
  }

  async function callMe(ctx: BotContext, call: IntentCall): Promise<void> {
    switch (call.step) {
      case 'agree':
        return requestPhone(ctx, call, contactImageUrl);
      case 'decline':
        return declinePhone(ctx);
      case 'phone':
        ctx.forgetStep();
        return takePhone(ctx, Number(call.data.ticket));
      case numberTyped:
        return offerCall(ctx);
      case 'missed-call':
        return openTicket(ctx, { kind: 'call-back', cause: 'missed-call', words: 'handoff.call_back' });
      default:
        return openTicket(ctx, { kind: 'call-back', cause: 'call-me', words: 'handoff.call_me' });
    }
  }

  /**
   * The button under an answer brings a person at once. In words it may be a quarrel with the last answer only: that is
   * a chance to ask again, and the second time brings a person.
   */
  async function notHelped(ctx: BotContext, { confidence }: IntentCall): Promise<void> {
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

  return {
    topic: 'human',
    intents: ['human', callMeIntent, 'not-helped'],
    recognises({ message }) {
      if (isPhoneAlone(message)) return { intent: callMeIntent, step: numberTyped, data: {} };
      return asksForPerson(message.text) ? { intent: 'human', data: {} } : undefined;
    },
    handle(ctx: BotContext, call: IntentCall) {
      if (call.intent === callMeIntent) return callMe(ctx, call);
      return call.intent === 'not-helped' ? notHelped(ctx, call) : human(ctx, call);
    },
    /** A number typed instead of shared; the webhook has masked it and kept it aside. */
    accepts: (text, { step }) => step === 'phone' && /\[[^\]]+\]/.test(text),
  };
}

/**
 * A number that nobody asked for: whoever has a matter open wants to be called about it; else a call is offered, and
 * the number is not kept before that is agreed to.
 */
async function offerCall(ctx: BotContext): Promise<void> {
  const open = (await ctx.tickets.listOpen()).at(-1);
  if (open) {
    await agreeByTyping(ctx);
    return takePhone(ctx, open.number);
  }
  ctx.say(ctx.t('contact.offer'), {
    buttons: [
      saying('yes', replyButton(ctx.t('buttons.call_me'), { intent: callMeIntent })),
      saying('no', menuButton(ctx)),
    ],
    outcome: 'clarify',
  });
}

/** Keeps the number that came with this turn on the matter it was asked for. */
export async function takePhone(ctx: BotContext, number: number): Promise<void> {
  const promise = await ctx.tickets.takePhone(number);
  if (!promise) return ctx.say(ctx.t('acknowledge.text'), { outcome: 'handoff' });
  sayPhoneKept(ctx, promise);
}
