import { dayMs } from '../../durations.ts';
import type { OpenContext } from '../flow/bot-context.ts';
import { putAbove } from './put-above.ts';

/** A talk about one death goes on for days; the sympathy is said once. */
const talkMs = 3 * dayMs;

/**
 * Puts the sympathy above the first text, once in a talk, unless that text already contains it.
 * @param from position of the answer's first draft
 */
export function condole({ ctx, drafts }: OpenContext, from: number): void {
  if (ctx.now - (ctx.state.lastAt.sympathy ?? Number.NEGATIVE_INFINITY) < talkMs) return;
  const replies = drafts.slice(from);
  const [first] = replies;
  if (first?.content.kind !== 'text') return;
  const isSaid = first.content.text.includes(ctx.t('sympathy.sign'));
  ctx.mark('sympathy');
  if (!isSaid) putAbove(replies, ctx.t('sympathy.text'));
}
