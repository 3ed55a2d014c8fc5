import type { TopicDirectory } from '../../content/topic-directory.ts';
import { minuteMs } from '../../durations.ts';
import { replyButton, saying } from '../buttons.ts';
import type { BotContext } from '../flow/bot-context.ts';
import { createFlow, type Flow } from '../flow/flow.ts';
import { privacy } from '../flow/flow-shapes.ts';

/** A confirmation that comes later than this after the question is asked again. */
const confirmMs = 10 * minuteMs;

/** What is kept and who reads it, and the way to have it erased. */
export function createPrivacy(directory: TopicDirectory): Flow {
  const oa = directory.local.office.name;

  /** Deletion is asked back, and done only by the button of that very question or its exact words, while it is fresh. */
  async function erase(ctx: BotContext, step: 'sure' | 'keep' | undefined): Promise<void> {
    const askedAt = ctx.state.lastAt['erasure-asked'] ?? 0;
    if (step === 'sure' && ctx.now - askedAt < confirmMs) {
      await ctx.requestErasure();
      return ctx.say(ctx.t('privacy.erase_done'));
    }
    if (step === 'keep') return ctx.say(ctx.t('privacy.erase_kept'));
    if (step === undefined && !ctx.understanding.wantsErasure) return ctx.say(ctx.t('privacy.text', { oa }));
    ctx.mark('erasure-asked');
    const sure = replyButton(ctx.t('privacy.erase_button'), privacy.call('erase-data', 'sure'));
    const keep = replyButton(ctx.t('privacy.keep_button'), privacy.call('erase-data', 'keep'));
    ctx.say(ctx.t('privacy.erase_ask'), { buttons: [{ ...sure, exact: true }, saying('no', keep)] });
  }

  return createFlow(privacy, {
    name: 'privacy',
    topic: 'privacy',
    matches: ({ wantsErasure }) => (wantsErasure ? privacy.call('erase-data') : undefined),
    handle(ctx, call) {
      if (call.intent === 'erase-data') return erase(ctx, call.step);
      return ctx.say(ctx.t('privacy.text', { oa }));
    },
  });
}
