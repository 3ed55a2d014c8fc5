import type { Draft } from '../../conversation/outbox.ts';
import type { Button } from '../../message.ts';
import { fitButtons } from '../buttons.ts';

/**
 * Puts a line above the first of some replies, and buttons beside those of the last; only texts change.
 * @param replies those of one turn, in order
 */
export function putAbove(replies: readonly Draft[], line: string, buttons: Button[] = []): void {
  const texts = replies.filter(({ content }) => content.kind === 'text');
  const [first, last] = [texts[0], texts.at(-1)];
  if (first?.content.kind === 'text') {
    first.content = { ...first.content, text: [line, first.content.text].join('\n\n') };
  }
  if (last?.content.kind === 'text' && buttons.length > 0) {
    last.content = { ...last.content, buttons: fitButtons(last.content.buttons ?? [], buttons) };
  }
}
