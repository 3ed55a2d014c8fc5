import { fitButtons, menuButton, personButton, topicButtons } from './buttons.ts';
import type { BotContext, IntentCall, IntentHandler } from './intent-handler.ts';
import type { OpenMatter } from './open-matter.ts';
import { answeredLately } from './recent-answer.ts';
import type { TopicDirectory } from './topic-directory.ts';

/** "?", "...": somebody who waits, or does not know what to write. */
const nudge = /^[\s?!.,…]*[?!.…][\s?!.,…]*$/;

/** Greetings, thanks, goodbyes, questions about the bot itself, complaints and a bare "ok". Twice angry brings a person. */
export function createSmallTalk(directory: TopicDirectory, openMatter: OpenMatter): IntentHandler {
  const oa = directory.local.office.name;
  /** Answered in words, so that a sticker sent along needs no second line. */
  const note = (ctx: BotContext, what: 'greeting' | 'thanks') =>
    ctx.remember({ lastAt: { ...ctx.state.lastAt, [what]: ctx.now } });
  const replies: Record<string, (ctx: BotContext) => Promise<void> | void> = {
    greeting(ctx) {
      note(ctx, 'greeting');
      const buttons = fitButtons(topicButtons(directory), [personButton(ctx)]);
      ctx.say(ctx.t('greeting.text'), { buttons, outcome: 'smalltalk' });
    },
    thanks(ctx) {
      note(ctx, 'thanks');
      ctx.say(ctx.t('thanks.text'), { outcome: 'smalltalk' });
    },
    goodbye(ctx) {
      note(ctx, 'thanks');
      ctx.say(ctx.t('goodbye.text'), { outcome: 'smalltalk' });
    },
    nudge(ctx) {
      const words = answeredLately(ctx) ? 'nudge.after_answer' : 'nudge.text';
      ctx.say(ctx.t(words), { buttons: [personButton(ctx), menuButton(ctx)], outcome: 'smalltalk' });
    },
    acknowledge: (ctx) => ctx.say(ctx.t('acknowledge.text'), { outcome: 'smalltalk' }),
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
    recognises: ({ message }) => (nudge.test(message.text) ? { intent: 'nudge', data: {} } : undefined),
    handle: (ctx: BotContext, call: IntentCall) => replies[call.intent]?.(ctx),
  };
}
