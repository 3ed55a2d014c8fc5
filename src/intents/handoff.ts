import { menuButton, personButton } from './buttons.ts';
import type { BotContext, IntentCall, IntentHandler } from './intent-handler.ts';
import type { TopicDirectory } from './topic-directory.ts';

/** Gives the conversation over to a person: opens a follow-up and says what happens next. */
export function createHandoff(directory: TopicDirectory, contactImageUrl: string): IntentHandler {
  const oa = directory.local.office.name;

  async function human(ctx: BotContext): Promise<void> {
    if (ctx.message.anonymous) return ctx.say(ctx.t('handoff.anonymous', { oa }), { outcome: 'handoff' });
    const ticket = await ctx.tickets.open({ kind: 'question', topic: ctx.state.topic });
    ctx.remember({ failures: 0 });
    ctx.say(ctx.t('handoff.opened', { number: ticket.number }), { outcome: 'handoff' });
  }

  async function callMe(ctx: BotContext): Promise<void> {
    if (ctx.message.anonymous) return human(ctx);
    const ticket = await ctx.tickets.open({ kind: 'call-back', topic: ctx.state.topic });
    ctx.say(ctx.t('handoff.call_me', { number: ticket.number }), { outcome: 'handoff' });
    ctx.send(
      {
        kind: 'request-contact',
        title: ctx.t('contact.title'),
        subtitle: ctx.t('contact.subtitle'),
        imageUrl: contactImageUrl,
      },
      'handoff',
    );
    ctx.expect('phone', { ticket: String(ticket.number) });
  }

  /** One answer that did not help is a chance to ask again; the second brings a person. */
  async function notHelped(ctx: BotContext): Promise<void> {
    if (ctx.state.failures > 0) return human(ctx);
    ctx.remember({ failures: ctx.state.failures + 1 });
    ctx.say(ctx.t('complaint.text'), { buttons: [personButton(ctx), menuButton(ctx)], outcome: 'clarify' });
  }

  return {
    topic: 'human',
    intents: ['human', 'call-me', 'not-helped'],
    handle(ctx: BotContext, call: IntentCall) {
      if (call.intent === 'call-me') return callMe(ctx);
      return call.intent === 'not-helped' ? notHelped(ctx) : human(ctx);
    },
    accepts: () => false,
  };
}
