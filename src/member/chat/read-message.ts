import { z } from 'zod';
import { classifyInput } from '../../conversation/classify-input.ts';
import { optionsOpenMs } from '../../conversation/numbered-options.ts';
import { memberIntent, type RecentMessage } from '../../conversation/outbox.ts';
import type { ButtonMeaning, MessageEvent } from '../../message.ts';
import { readShortAnswer } from '../../nlu/phrases/answers/short-answer.ts';
import { type Command, readCommand } from './commands.ts';

interface ReadMessageParams {
  event: MessageEvent;
  /** What we said lately, newest first. */
  recentMessages: readonly RecentMessage[];
}

/** What a member's button does, and about what. */
export interface MemberTap {
  step: string | undefined;
  data: Record<string, string>;
}

/** A member's message as a tap on one of their buttons, or as a typed command; neither for words to a resident. Pure. */
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

/** A member's buttons keep text only. */
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
 * What was said, with that first from which a bare number or letter picks: the last list, whatever came unasked since.
 * Cards come at any moment, so that a number never presses a button of one, unless the platform had it written out as
 * a list.
 */
function withLastListFirst(recentMessages: readonly RecentMessage[], now: number): RecentMessage[] {
  const first = recentMessages.find(({ content, saidAt }) => {
    if (content.kind !== 'text' || now - saidAt > optionsOpenMs) return false;
    return content.listed === true || (content.choices?.length ?? 0) > 0;
  });
  return [first ?? noOptions, ...recentMessages.filter((row) => row !== first)];
}
