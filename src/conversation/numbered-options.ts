import type { Button, OutgoingContent, ReplyButton } from '../message.ts';
import { readOrdinal } from '../nlu/phrases/ordinal.ts';

/** A bare number or letter picks an option of our last message for this long. */
export const optionsOpenMs = 30 * 60_000;

const letters = 'abcdefghij';

export function replyButtons(content: OutgoingContent): ReplyButton[] {
  if (content.kind !== 'text') return [];
  return (content.buttons ?? []).filter((button) => button.kind === 'reply');
}

/** Options get letters where the text already numbers something, so that "2" is unambiguous. */
function usesLetters(text: string): boolean {
  return /^\s*\d{1,2}[.)]\s/m.test(text);
}

/**
 * The same message without buttons: options become a list to answer by number or letter; links and phone numbers are
 * written out.
 */
export function asList(content: Extract<OutgoingContent, { kind: 'text' }>): OutgoingContent {
  const lettered = usesLetters(content.text);
  let position = 0;
  const mark = () => {
    const at = position++;
    return lettered ? `${letters[at] ?? at}.` : `${at + 1}.`;
  };
  const lines = (content.buttons ?? []).map((button) => lineOf(button, mark));
  return { ...content, text: [content.text, lines.join('\n')].filter(Boolean).join('\n\n'), listed: true };
}

function lineOf(button: Button, mark: () => string): string {
  switch (button.kind) {
    case 'reply':
      return `${mark()} ${button.title}`;
    case 'open-url':
      return `${button.title}: ${button.url}`;
    case 'call':
      return `${button.title}: +${button.phone}`;
  }
}

/**
 * The option that a bare number or letter picks from a message, if any.
 * @param text what the resident wrote, folded (lower case, no marks, no punctuation)
 */
export function pickOption(text: string, content: OutgoingContent): ReplyButton | undefined {
  if (content.kind !== 'text') return undefined;
  const options = replyButtons(content);
  const { choices = [] } = content;
  const numbered = readOrdinal(text, choices.length || options.length);
  if (choices.length > 0 && numbered) return choices[numbered - 1];
  if (options.length === 0) return undefined;
  const body = content.listed ? content.text.split('\n\n').slice(0, -1).join('\n\n') : content.text;
  if (usesLetters(body)) {
    return /^[a-j]$/.test(text) ? options[letters.indexOf(text)] : undefined;
  }
  return numbered ? options[numbered - 1] : undefined;
}
