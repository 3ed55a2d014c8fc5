import { z } from 'zod';
import { classifyInput } from '../../conversation/classify-input.ts';
import { optionsOpenMs } from '../../conversation/numbered-options.ts';
import { memberIntent, type RecentMessage } from '../../conversation/outbox.ts';
import type { ButtonMeaning, MessageEvent } from '../../message.ts';
import { readShortAnswer } from '../../nlu/phrases/answers/short-answer.ts';
import { type Command, readCommand } from './commands.ts';

interface ReadMessageParams {
  event: MessageEvent;
  /** Messages that the bot sent recently, newest first. */
  recentMessages: readonly RecentMessage[];
}

/** The action of a member's button, with its data. */
export interface MemberTap {
  step: string | undefined;
  data: Record<string, string>;
}

/** A member's message as a tap on one of their buttons, or as a typed command; neither for text to a resident. Pure. */
export function readMemberMessage({ event, recentMessages }: ReadMessageParams): {
  meaning: MemberTap | undefined;
  command: Command | undefined;
} {
  const reading = classifyInput({
    event,
    recentMessages: withLastListFirst(recentMessages, event.occurredAt),
    answer: readShortAnswer(event.text ?? ''),
    stepAccepts: () => false,
  });
  const isOwn = reading.kind === 'tap' && reading.meaning.intent === memberIntent;
  return {
    meaning: isOwn ? toTap(reading.meaning) : undefined,
    command: event.attachments.length > 0 ? undefined : readCommand(event.text ?? ''),
  };
}

/** The data of a member's button is text only. */
const textData = z.record(z.string(), z.string());

function toTap({ step, data = {} }: ButtonMeaning): MemberTap {
  return { step, data: textData.parse(data) };
}

const noOptions: RecentMessage = {
  id: 0,
  content: { kind: 'text', text: '' },
  saidAt: 0,
  zaloMessageId: null,
  intent: null,
  outcome: null,
};

/**
 * Moves the most recent list to the front, so that a bare number or letter picks from it. Cards arrive at any moment,
 * so a number never presses a button of a card unless Zalo showed its buttons as a written list.
 */
function withLastListFirst(recentMessages: readonly RecentMessage[], now: number): RecentMessage[] {
  const first = recentMessages.find(({ content, saidAt }) => {
    if (content.kind !== 'text' || now - saidAt > optionsOpenMs) return false;
    return content.listed === true || (content.choices?.length ?? 0) > 0;
  });
  return [first ?? noOptions, ...recentMessages.filter((row) => row !== first)];
}
