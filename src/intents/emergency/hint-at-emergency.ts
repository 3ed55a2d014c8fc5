import type { TopicDirectory } from '../../content/topic-directory.ts';
import { fitButtons, replyButton } from '../buttons.ts';
import type { OpenContext } from '../flow/bot-context.ts';
import { emergency } from '../flow/flow-shapes.ts';

/**
 * Answers a message that may tell of an emergency as usual, with one line on top: the number to call, and a button
 * for a resident who is in danger.
 * @param from position of the answer's first draft
 */
export function hintAtEmergency(directory: TopicDirectory, { ctx, drafts }: OpenContext, from: number): void {
  const { level, kind = '' } = ctx.understanding.emergency;
  const found = directory.emergencies[kind];
  if (level !== 'likely' || !found) return;
  const texts = drafts.slice(from).flatMap((draft) => (draft.content.kind === 'text' ? [draft] : []));
  const [first, last] = [texts[0], texts.at(-1)];
  if (first?.content.kind !== 'text' || last?.content.kind !== 'text') return;
  const call = directory.local.helpLines[found.call[0] ?? '']?.call ?? '';
  first.content = {
    ...first.content,
    text: [ctx.t('emergency.hint', { call }), first.content.text].join('\n\n'),
  };
  const button = replyButton(ctx.t('emergency.button'), emergency.call('in-danger', 'help', { kind }));
  last.content = { ...last.content, buttons: fitButtons(last.content.buttons ?? [], [button]) };
}
