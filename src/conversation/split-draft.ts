import type { Draft } from './outbox.ts';

/** Splits a text that is too long for one message of the platform; the buttons stay with the last part. */
export function splitDraft(draft: Draft, splitText: (text: string) => string[]): Draft[] {
  const { content } = draft;
  if (content.kind !== 'text') return [draft];
  const texts = splitText(content.text);
  return texts.map((text, index) => {
    const { buttons, ...plain } = content;
    const isLast = index === texts.length - 1;
    return { ...draft, content: { ...plain, text, ...(isLast && buttons ? { buttons } : {}) } };
  });
}
