import { classifyInput, type InputKind } from '../conversation/classify-input.ts';
import type { LeasedConversation } from '../conversation/lease.ts';
import type { RecentMessage } from '../conversation/outbox.ts';
import type { ConversationState } from '../conversation/state.ts';
import type { Turn } from '../conversation/turn.ts';
import { hasCaption } from '../intents/answers/media.ts';
import type { Bot } from '../intents/bot.ts';
import type { QuestionReading } from '../intents/read-question.ts';
import type { MessageEvent, SecretKind } from '../message.ts';
import type { Understanding } from '../understanding/understanding.ts';

/**
 * What a resident's message is and which flows it calls, as far as the text tells before any look at their tickets.
 */
export interface MessageReading {
  understanding: Understanding;
  input: InputKind;
  /**
   * The question in the text or the photo's caption; undefined for a tap, the answer to an open step and other media.
   */
  question: QuestionReading | undefined;
  /** The message is only the beginning of a question; its rest may follow. */
  isIncomplete: boolean;
  /** The intent of our message that this one quotes, if any. */
  quotedIntent: string | undefined;
  /**
   * The state before the turn. When the message quotes a reply, the state speaks of that reply, not of later topics.
   */
  state: ConversationState;
}

interface ReadMessageParams {
  bot: Bot;
  conversation: Pick<LeasedConversation, 'state'>;
  turn: Turn;
  now: number;
}

/** Reads the message of a turn; undefined for other events. Pure, so that it runs before the transaction begins. */
export function readMessage({ bot, conversation, turn, now }: ReadMessageParams): MessageReading | undefined {
  const { event } = turn.last;
  if (event.kind !== 'message') return undefined;
  const { recentMessages } = turn;
  const quotedIntent = findQuotedIntent(event, recentMessages);
  const state = stateAbout(bot, conversation.state, quotedIntent);
  const understanding = bot.understand({ text: event.text ?? '', secrets: secretsOf(turn), now });
  const input = readInput({ bot, conversation, event, recentMessages }, understanding);
  const isAsked = input.kind === 'question' || (input.kind === 'media' && hasCaption(event, understanding));
  const question = isAsked ? bot.readQuestion(understanding, { state, now, quotedIntent }) : undefined;
  return {
    understanding,
    input,
    question,
    // Only texts are merged: a captioned photo would be lost.
    isIncomplete:
      input.kind === 'question' && question !== undefined && bot.isIncomplete(understanding, question),
    quotedIntent,
    state,
  };
}

interface ReadInputParams {
  bot: Pick<Bot, 'stepAccepts'>;
  conversation: Pick<LeasedConversation, 'state'>;
  event: MessageEvent;
  recentMessages: RecentMessage[];
}

/** What kind of message this is, before the lane decides who answers it. */
export function readInput(
  { bot, conversation, event, recentMessages }: ReadInputParams,
  understanding: Understanding,
): InputKind {
  return classifyInput({
    event,
    recentMessages,
    step: conversation.state.step,
    answer: understanding,
    stepAccepts: (step) => bot.stepAccepts(step, understanding),
  });
}

function secretsOf({ covered, last }: Turn): SecretKind[] {
  return [...covered, last].flatMap(({ event }) => (event.kind === 'message' ? (event.secrets ?? []) : []));
}

function findQuotedIntent(
  { quotedMessageId }: MessageEvent,
  recentMessages: readonly RecentMessage[],
): string | undefined {
  if (!quotedMessageId) return undefined;
  return recentMessages.find((row) => row.zaloMessageId === quotedMessageId)?.intent ?? undefined;
}

function stateAbout(bot: Bot, state: ConversationState, quoted: string | undefined): ConversationState {
  const topic = quoted === undefined ? undefined : bot.topicOf(quoted);
  return topic === undefined ? state : { ...state, topic, intent: quoted };
}
