import { formatTimeAfter } from '../../calendar/spoken-time.ts';
import type { TopicDirectory } from '../../content/topic-directory.ts';
import { erasureWaitMs } from '../../conversation/erasure/erasure-requests.ts';
import { minuteMs } from '../../durations.ts';
import type { Understanding } from '../../understanding/understanding.ts';
import { replyButton, saying } from '../buttons.ts';
import type { BotContext } from '../flow/bot-context.ts';
import { createFlow, type Flow } from '../flow/flow.ts';
import type { IntentCall } from '../flow/flow-shape.ts';
import { privacy } from '../flow/flow-shapes.ts';
import { erasureAskedLately, type Talk } from '../flow/talk.ts';

type EraseStep = 'sure' | 'keep' | 'stop' | 'waits' | undefined;

/** For this long after the confirmation "thôi" alone stops the erasure. */
const bareStopMs = 30 * minuteMs;

/** What is kept and who reads it, and the way to have it erased. */
export function createPrivacy(directory: TopicDirectory): Flow {
  const oa = directory.local.office.name;

  async function erase(ctx: BotContext, step: EraseStep): Promise<void> {
    const waits = confirmedAt(ctx) !== undefined;
    if (step === 'stop' || (step === 'keep' && waits)) return stop(ctx);
    if (step === 'keep') {
      ctx.unmark('erasure-asked');
      return ctx.say(ctx.t('privacy.erase_kept'));
    }
    if (waits && (step !== undefined || ctx.understanding.wantsErasure)) return sayWaits(ctx);
    if (step === 'waits') return;
    if (step === 'sure' && erasureAskedLately(ctx)) return confirm(ctx);
    if (step === undefined && !ctx.understanding.wantsErasure) return ctx.say(ctx.t('privacy.text', { oa }));
    return askBack(ctx);
  }

  return createFlow(privacy, {
    name: 'privacy',
    topic: 'privacy',
    matches: findErasureCall,
    handle(ctx, call) {
      if (call.intent === 'erase-data') return erase(ctx, call.step);
      return ctx.say(ctx.t('privacy.text', { oa }));
    },
  });
}

/** The call for a message that asks for an erasure, or stops the one that waits. */
export function findErasureCall(u: Understanding, talk: Talk): IntentCall | undefined {
  if (stopsErasure(u, talk)) return privacy.call('erase-data', 'stop');
  return u.wantsErasure ? privacy.call('erase-data') : undefined;
}

function stopsErasure({ erasureStop }: Understanding, talk: Talk): boolean {
  const at = confirmedAt(talk);
  if (at === undefined || erasureStop === undefined) return false;
  return erasureStop === 'named' || talk.now - at < bareStopMs;
}

function confirmedAt({ state }: Pick<Talk, 'state'>): number | undefined {
  return state.lastAt['erasure-confirmed'];
}

/** Says what will be lost, and how to confirm it: by the button or its exact words, never by "có" or a number. */
async function askBack(ctx: BotContext): Promise<void> {
  ctx.mark('erasure-asked');
  const numbers = (await ctx.tickets.listOpen()).map(({ number }) => number);
  const button = ctx.t('privacy.erase_button');
  const lost = [
    ctx.t('privacy.erase_ask'),
    ...(numbers.length > 0 ? [ctx.t('privacy.erase_ask_open', { numbers: numbers.join(', ') })] : []),
  ];
  const sure = replyButton(button, privacy.call('erase-data', 'sure'));
  const keep = replyButton(ctx.t('privacy.keep_button'), privacy.call('erase-data', 'keep'));
  ctx.say([lost.join(' '), ctx.t('privacy.erase_how', { button })].join('\n\n'), {
    buttons: [{ ...sure, exact: true }, saying('no', keep)],
  });
}

async function confirm(ctx: BotContext): Promise<void> {
  await ctx.erasure.request();
  ctx.unmark('erasure-asked');
  ctx.mark('erasure-confirmed');
  sayWaits(ctx);
}

function sayWaits(ctx: BotContext): void {
  const dueAt = (confirmedAt(ctx) ?? ctx.now) + erasureWaitMs;
  const stopping = replyButton(ctx.t('privacy.stop_button'), privacy.call('erase-data', 'stop'));
  ctx.say(ctx.t('privacy.erase_waits', { when: formatTimeAfter({ at: dueAt, now: ctx.now }, ctx.t) }), {
    buttons: [saying('no', stopping)],
  });
}

async function stop(ctx: BotContext): Promise<void> {
  const isStopped = await ctx.erasure.stop();
  ctx.unmark('erasure-asked');
  ctx.unmark('erasure-confirmed');
  ctx.say(ctx.t(isStopped ? 'privacy.erase_stopped' : 'privacy.erase_not_waiting'));
}
