import type { TopicDirectory } from '../../content/topic-directory.ts';
import { replyButton, saying } from '../buttons.ts';
import type { BotContext } from '../flow/bot-context.ts';
import { createFlow, type Flow } from '../flow/flow.ts';
import { privacy } from '../flow/flow-shapes.ts';

/** What the system stores, who reads it, and how a resident has it erased. */
export function createPrivacy(directory: TopicDirectory): Flow {
  const oa = directory.local.office.name;

  async function erase(ctx: BotContext, step: 'sure' | 'keep' | undefined): Promise<void> {
    if (step === 'sure') {
      await ctx.requestErasure();
      return ctx.say(ctx.t('privacy.erase_done'));
    }
    if (step === 'keep') return ctx.say(ctx.t('privacy.erase_kept'));
    ctx.say(ctx.t('privacy.erase_ask'), {
      buttons: [
        saying('yes', replyButton(ctx.t('privacy.erase_button'), privacy.call('erase-data', 'sure'))),
        saying('no', replyButton(ctx.t('privacy.keep_button'), privacy.call('erase-data', 'keep'))),
      ],
    });
  }

  return createFlow(privacy, {
    name: 'privacy',
    topic: 'privacy',
    handle(ctx, call) {
      if (call.intent === 'erase-data') return erase(ctx, call.step);
      return ctx.say(ctx.t('privacy.text', { oa }));
    },
  });
}
