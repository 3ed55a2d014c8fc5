import type { OutgoingContent } from '../message.ts';

/** The tickets that the buttons of this message, or the numbers of its list, refer to. Pure. */
export function ticketNumbersIn(content: OutgoingContent): number[] {
  if (content.kind !== 'text') return [];
  const { buttons = [], choices = [] } = content;
  const named = [...buttons, ...choices].flatMap((button) =>
    button.kind === 'reply' ? (button.meaning.data?.ticket ?? []) : [],
  );
  return [...new Set(named.map(Number).filter(Number.isSafeInteger))];
}
