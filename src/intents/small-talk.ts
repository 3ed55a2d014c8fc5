import { fitButtons, menuButton, personButton, topicButtons } from './buttons.ts';
import type { BotContext, IntentCall, IntentHandler } from './intent-handler.ts';
import type { OpenMatter } from './open-matter.ts';
import type { TopicDirectory } from './topic-directory.ts';

/** Greetings, thanks, goodbyes, questions about the bot itself, complaints and a bare "ok". Twice angry brings a person. */
export function createSmallTalk(directory: TopicDirectory, openMatter: OpenMatter): IntentHandler {
  const oa = directory.local.office.name;
  const replies: Record<string, (ctx: BotContext) => Promise<void> | void> = {
    greeting(ctx) {
      const buttons = fitButtons(topicButtons(directory), [personButton(ctx)]);
      ctx.say(ctx.t('greeting.text'), { buttons, outcome: 'smalltalk' });
    },
    thanks: (ctx) => ctx.say(ctx.t('thanks.text'), { outcome: 'smalltalk' }),
    goodbye: (ctx) => ctx.say(ctx.t('goodbye.text'), { outcome: 'smalltalk' }),
    acknowledge: (ctx) => ctx.say(ctx.t('acknowledge'), { outcome: 'smalltalk' }),
    'who-are-you': (ctx) =>
      ctx.say(ctx.t('who_are_you.text', { oa }), {
        buttons: [menuButton(ctx), personButton(ctx)],
        outcome: 'smalltalk',
      }),
    async complaint(ctx) {
      const before = ctx.state.recentMessagesAt.at(-2);
      if (before !== undefined && ctx.state.lastAt.complaint === before) {
        return openMatter(ctx, { kind: 'question', cause: 'angry' });
      }
      ctx.remember({ lastAt: { ...ctx.state.lastAt, complaint: ctx.message.occurredAt } });
      ctx.say(ctx.t('complaint.text'), {
        buttons: [personButton(ctx), menuButton(ctx)],
        outcome: 'smalltalk',
      });
    },
  };
  return {
    topic: 'smalltalk',
    intents: Object.keys(replies),
    handle: (ctx: BotContext, call: IntentCall) => replies[call.intent]?.(ctx),
  };
}
