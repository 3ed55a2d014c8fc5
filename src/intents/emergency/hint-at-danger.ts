import type { TopicDirectory } from '../../content/topic-directory.ts';
import type { Classifier } from '../../nlu/classifier/classifier.ts';
import { fitButtons, replyButton } from '../buttons.ts';
import type { OpenContext } from '../intent-handler.ts';
import { emergencyIntent } from './emergency.ts';

interface HintParts {
  directory: TopicDirectory;
  detectEmergency?: Classifier['detectEmergency'];
}

/**
 * A message that may tell of an emergency is answered as usual, with one line on top: the number to call, and a button
 * for who is in danger.
 * @param from the first draft of the answer
 */
export function hintAtDanger(
  { directory, detectEmergency }: HintParts,
  { ctx, drafts }: OpenContext,
  from: number,
): void {
  const { level, kind = '' } = detectEmergency?.(ctx.message.text) ?? { level: 'none' };
  const emergency = directory.emergencies[kind];
  if (level !== 'likely' || !emergency) return;
  const texts = drafts.slice(from).flatMap((draft) => (draft.content.kind === 'text' ? [draft] : []));
  const [first, last] = [texts[0], texts.at(-1)];
  if (first?.content.kind !== 'text' || last?.content.kind !== 'text') return;
  const call = directory.local.helpLines[emergency.call[0] ?? '']?.call ?? '';
  first.content = {
    ...first.content,
    text: [ctx.t('emergency.hint', { call }), first.content.text].join('\n\n'),
  };
  const button = replyButton(ctx.t('emergency.button'), { intent: emergencyIntent, data: { kind } });
  last.content = { ...last.content, buttons: fitButtons(last.content.buttons ?? [], [button]) };
}
