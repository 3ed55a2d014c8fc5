import { menuButton, personButton, replyButton, saying } from '../buttons.ts';
import type { BotContext } from '../flow/bot-context.ts';
import { createFlow, type Flow } from '../flow/flow.ts';
import { type HandoffCall, handoff } from '../flow/flow-shapes.ts';
import { failedLately } from '../flow/talk.ts';
import { noteFailure } from '../note-failure.ts';
import type { OpenTicketFlow } from './open-ticket.ts';
import { agreeByTyping, declinePhone, requestPhone, sayPhoneKept } from './request-phone.ts';

interface HandoffParts {
  openTicket: OpenTicketFlow;
  contactImageUrl: string;
}

type CallOfIntent<Intent extends HandoffCall['intent']> = Extract<HandoffCall, { intent: Intent }>;

/** Gives the conversation over to a person, or to one who calls. */
export function createHandoff({ openTicket, contactImageUrl }: HandoffParts): Flow {
  function human(ctx: BotContext, { step }: CallOfIntent<'human'>): Promise<void> {
    if (step === 'beside-staff') {
      const kind = ctx.message.attachments.length > 0 ? 'media' : 'question';
      return openTicket(ctx, { kind, cause: step, waitsForStaff: true });
    }
    const cause = failedLately(ctx) ? 'not-understood' : 'asked';
    return openTicket(ctx, { kind: 'question', cause });
  }

  async function callMe(ctx: BotContext, call: CallOfIntent<'call-me'>): Promise<void> {
    switch (call.step) {
      case 'agree':
        return requestPhone(ctx, call.data.ticket, contactImageUrl);
      case 'decline':
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
   * The button under an answer brings a person at once. In words it may be a quarrel with the last answer only: that is
   * a chance to ask again, and the second time brings a person.
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
    matches({ isPhoneAlone, wantsPerson }) {
      if (isPhoneAlone) return handoff.call('call-me', 'number-typed');
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
    /** A number typed instead of shared; the webhook has masked it and kept it aside. */
    accepts: ({ step }, { text, unmasked }) => step === 'phone' && text !== unmasked,
  });
}

/**
 * A number that nobody asked for: who has a ticket open wants to be called about it; else a call is offered, and
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
      saying('yes', replyButton(ctx.t('buttons.call_me'), handoff.call('call-me'))),
      saying('no', menuButton(ctx)),
    ],
    outcome: 'clarify',
  });
}

/** Keeps the number that came with this turn on the ticket it was asked for. */
export async function takePhone(ctx: BotContext, number: number): Promise<void> {
  const promise = await ctx.tickets.takePhone(number);
  if (!promise) return ctx.say(ctx.t('acknowledge.text'), { outcome: 'handoff' });
  sayPhoneKept(ctx, promise);
}
