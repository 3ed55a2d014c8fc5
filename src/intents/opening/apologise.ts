import { minuteMs } from '../../durations.ts';
import type { Understanding } from '../../understanding/understanding.ts';
import { personButton } from '../buttons.ts';
import type { BotContext, OpenContext } from '../flow/bot-context.ts';
import { putAbove } from './put-above.ts';

/** The resident does not read the apology twice within this time. */
const againMs = 30 * minuteMs;
const answered = new Set(['answer', 'clarify', 'decline']);

/** Whether the resident complains of how they were served, and of nothing that a flow of its own answers. */
export function isBadlyServed(u: Understanding): boolean {
  return (
    u.complainsOfService &&
    !u.grievance &&
    u.scam?.level !== 'sure' &&
    u.emergency.level === 'none' &&
    u.death === undefined
  );
}

/**
 * Puts one line of apology above the answer, and a button for a person below it.
 * @param from position of the answer's first draft
 * @param isContent whether an intent has an answer of content; other flows have words of their own
 */
export function apologise(
  { ctx, drafts }: OpenContext,
  from: number,
  isContent: (intent: string) => boolean,
): void {
  const replies = drafts.slice(from);
  const [first] = replies;
  if (!first || !isBadlyServed(ctx.understanding) || isSaidLately(ctx)) return;
  const isAnswer =
    answered.has(first.outcome ?? '') && (first.outcome !== 'answer' || isContent(first.intent ?? ''));
  if (!isAnswer) return;
  ctx.mark('apology');
  putAbove(replies, ctx.t('apology.text'), [personButton(ctx)]);
}

function isSaidLately({ state, now }: BotContext): boolean {
  const { apology } = state.lastAt;
  return apology !== undefined && now - apology < againMs;
}
