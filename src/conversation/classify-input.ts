import type { ButtonMeaning, MessageEvent, ReplyButton } from '../message.ts';
import type { ShortAnswer } from '../nlu/phrases/answers/short-answer.ts';
import { foldText } from '../nlu/text/fold-text.ts';
import { findDoneOrNot } from './done-or-not.ts';
import { optionsOpenMs, pickOption, replyButtons } from './numbered-options.ts';
import type { RecentMessage } from './outbox.ts';
import type { OpenStep } from './state.ts';

/** The form of a message, before anything decides what it wants. */
export type InputKind =
  | { kind: 'tap'; meaning: ButtonMeaning; saidAt: number }
  | { kind: 'step'; step: OpenStep }
  | { kind: 'media' }
  | { kind: 'question' };

interface ClassifyParams {
  event: MessageEvent;
  /** What the bot and members sent lately, newest first. */
  recentMessages: RecentMessage[];
  step?: OpenStep | undefined;
  /** The short answer that the text gives, if any. */
  answer: ShortAnswer;
  /** Whether the open step accepts this text. */
  stepAccepts(step: OpenStep): boolean;
}

/** An open step expires after this much silence. */
const stepOpenMs = 30 * 60_000;

/**
 * Classifies a message. The first match wins: one of our buttons, an option by number, an open step or the answer to
 * "is the ticket done?"; else it is a question.
 */
export function classifyInput({
  event,
  recentMessages,
  step,
  answer,
  stepAccepts,
}: ClassifyParams): InputKind {
  if (event.attachments.length > 0) return { kind: 'media' };
  const tapped = findButton(answer.folded, recentMessages);
  if (tapped) return tapped;
  const picked = findOption(answer, recentMessages, event.occurredAt);
  if (picked) return picked;
  const open = step && event.occurredAt - step.startedAt < stepOpenMs ? step : undefined;
  const ended = findDoneOrNot(answer.done, recentMessages, event.occurredAt);
  const isStep = open !== undefined && stepAccepts(open);
  // If both a flow step and a "done?" question are open, the newer one wins.
  if (isStep && open.startedAt >= (ended?.saidAt ?? 0)) return { kind: 'step', step: open };
  if (ended) return { kind: 'tap', meaning: ended.button.meaning, saidAt: ended.saidAt };
  if (isStep) return { kind: 'step', step: open };
  return { kind: 'question' };
}

function findButton(folded: string, recentMessages: RecentMessage[]): InputKind | undefined {
  if (folded === '') return undefined;
  const same = (button: ReplyButton) => foldText(button.text) === folded || foldText(button.title) === folded;
  for (const row of recentMessages) {
    const button = replyButtons(row.content).find(same);
    if (button) return { kind: 'tap', meaning: button.meaning, saidAt: row.saidAt };
  }
  return undefined;
}

function findOption(
  { folded, yesNo }: ShortAnswer,
  recentMessages: RecentMessage[],
  at: number,
): InputKind | undefined {
  const last = recentMessages[0];
  if (!last || at - last.saidAt > optionsOpenMs) return undefined;
  // "Có", "không": a tap on the matching button, where our last message asked a yes-or-no question.
  const said = yesNo && replyButtons(last.content).find(({ says }) => says === yesNo);
  const button = pickOption(folded, last.content) ?? said;
  return button && { kind: 'tap', meaning: button.meaning, saidAt: last.saidAt };
}
