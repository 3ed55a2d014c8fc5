import type { TopicDirectory } from '../../content/topic-directory.ts';
import { replyButton, saying } from '../buttons.ts';
import type { BotContext, IntentCall, IntentHandler } from '../intent-handler.ts';

/** What is kept and who reads it, and the way to have it erased. */
export function createPrivacy(directory: TopicDirectory): IntentHandler {
  const oa = directory.local.office.name;

  async function erase(ctx: BotContext, step: string | undefined): Promise<void> {
    if (step === 'sure') {
      await ctx.requestErasure();
      return ctx.say(ctx.t('privacy.erase_done'));
    }
    if (step === 'keep') return ctx.say(ctx.t('privacy.erase_kept'));
    ctx.say(ctx.t('privacy.erase_ask'), {
      buttons: [
        saying('yes', replyButton(ctx.t('privacy.erase_button'), { intent: 'erase-data', step: 'sure' })),
        saying('no', replyButton(ctx.t('privacy.keep_button'), { intent: 'erase-data', step: 'keep' })),
      ],
    });
  }

  return {
    topic: 'privacy',
    intents: ['privacy', 'erase-data'],
    handle(ctx: BotContext, call: IntentCall) {
      if (call.intent === 'erase-data') return erase(ctx, call.step);
      return ctx.say(ctx.t('privacy.text', { oa }));
    },
  };
}
