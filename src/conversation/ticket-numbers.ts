import type { OutgoingContent } from '../message.ts';

/** The tickets that a tap on a button of this message, or a number of its list, would be about. Pure. */
export function ticketNumbersIn(content: OutgoingContent): number[] {
  if (content.kind !== 'text') return [];
  const { buttons = [], choices = [] } = content;
  const named = [...buttons, ...choices].flatMap((button) =>
    button.kind === 'reply' ? (button.meaning.data?.ticket ?? []) : [],
  );
  return [...new Set(named.map(Number).filter(Number.isSafeInteger))];
}
