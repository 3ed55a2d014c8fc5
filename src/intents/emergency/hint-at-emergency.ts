import type { TopicDirectory } from '../../content/topic-directory.ts';
import { minuteMs } from '../../durations.ts';
import { fitButtons, replyButton } from '../buttons.ts';
import type { BotContext, OpenContext } from '../flow/bot-context.ts';
import { answeredLately } from '../flow/talk.ts';
import { helpCall, recentEmergencyCall } from './emergency-call.ts';

/** The resident does not read the same hint twice within this time. */
const hintEveryMs = 10 * minuteMs;
const hinted = 'emergency.hint';

/**
 * Puts one line on top of the usual answer to a message that may tell of an emergency: the number to call, and a button
 * for a resident who is in danger. Without an answer, as while a person answers, the line is the whole reply.
 * @param from position of the answer's first draft
 */
export function hintAtEmergency(directory: TopicDirectory, { ctx, drafts }: OpenContext, from: number): void {
  const { level, kind = '', others } = ctx.understanding.emergency;
  const found = directory.emergencies[kind];
  if (level !== 'likely' || !found || isTold(ctx) || goesOnTalking(ctx)) return;
  ctx.mark(hinted);
  const hint = ctx.t('emergency.hint', { call: directory.local.helpLines[found.call[0] ?? '']?.call ?? '' });
  const button = replyButton(ctx.t('emergency.button'), helpCall(kind, others));
  const texts = drafts.slice(from).flatMap((draft) => (draft.content.kind === 'text' ? [draft] : []));
  const [first, last] = [texts[0], texts.at(-1)];
  if (first?.content.kind !== 'text' || last?.content.kind !== 'text') {
    return ctx.say(hint, { buttons: [button], outcome: 'clarify' });
  }
  first.content = { ...first.content, text: [hint, first.content.text].join('\n\n') };
  last.content = { ...last.content, buttons: fitButtons(last.content.buttons ?? [], [button]) };
}

/**
 * Whether a message without a word of danger only goes on with a talk, or tells of a death: "con em 5 tuổi ở với em",
 * right after an answer about residence. Half of the hints in judged talks stood above such turns.
 */
function goesOnTalking(ctx: BotContext): boolean {
  const { emergency, death } = ctx.understanding;
  return !emergency.hasCue && (answeredLately(ctx) || death !== undefined);
}

/** Whether the resident has just read the hint, or what to do in an emergency. */
function isTold(ctx: BotContext): boolean {
  const hintedAt = ctx.state.lastAt[hinted];
  return (
    (hintedAt !== undefined && ctx.now - hintedAt < hintEveryMs) || recentEmergencyCall(ctx) !== undefined
  );
}
