import { minuteMs } from '../../durations.ts';
import { personButton } from '../buttons.ts';
import type { BotContext, OpenContext } from '../flow/bot-context.ts';
import { putAbove } from './put-above.ts';

/** The resident does not read the line twice within this time. */
const againMs = 10 * minuteMs;

/** Whether the resident wants something done for them, and has not just read that the bot cannot. */
export function wantsItDone({ understanding, state, now }: BotContext): boolean {
  const saidAt = state.lastAt['cannot-do'];
  return understanding.doForMe !== undefined && (saidAt === undefined || now - saidAt >= againMs);
}

/**
 * Says above the answer that the bot cannot do it for the resident, and that the answer tells how they do it; adds a
 * button for a person. Says nothing above what is no answer of content: a warning, a ticket, a decline.
 * @param from position of the answer's first draft
 * @param tellsHow whether an intent has an answer of content
 */
export function sayCannotDo(
  { ctx, drafts }: OpenContext,
  from: number,
  tellsHow: (intent: string) => boolean,
): void {
  const kind = ctx.understanding.doForMe?.kind;
  const replies = drafts.slice(from);
  const [first] = replies;
  if (!kind || !first || !wantsItDone(ctx)) return;
  const isHow = first.outcome === 'answer' && tellsHow(first.intent ?? '');
  if (!isHow && first.outcome !== 'clarify') return;
  ctx.mark('cannot-do');
  const line = [ctx.t(`do_for_me.${kind}`), ...(isHow ? [ctx.t(`do_for_me.how.${kind}`)] : [])].join(' ');
  putAbove(replies, line, [personButton(ctx)]);
}
