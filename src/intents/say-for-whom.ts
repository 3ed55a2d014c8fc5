import { personButton } from './buttons.ts';
import type { BotContext } from './flow/bot-context.ts';

/**
 * Says where an answer holds instead of giving it, because it would be wrong where the resident lives. A resident
 * without a known home may live where it holds.
 * @param areas their names, as part of a sentence
 */
export function sayForWhom(ctx: BotContext, areas: string): void {
  const lines = [ctx.t('answer.for_others', { areas })];
  if (ctx.state.placeId === undefined) lines.push(ctx.t('answer.tell_home', { areas }));
  ctx.say(lines.join(' '), { buttons: [personButton(ctx)], outcome: 'decline' });
}
