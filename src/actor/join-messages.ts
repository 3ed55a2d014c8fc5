import type { WaitingEvent } from '../conversation/inbox.ts';
import type { LeasedConversation } from '../conversation/lease.ts';
import type { RecentMessage } from '../conversation/outbox.ts';
import type { Bot } from '../intents/bot.ts';
import { readInput } from './read-message.ts';

/** A message may continue another for at most this long. */
const goesOnMs = 10_000;
/** One question takes at most this many messages. */
const maxJoined = 3;

/** Events that are read as one. */
export interface MessageGroup {
  /** The messages that the reply to `last` covers. */
  covered: WaitingEvent[];
  last: WaitingEvent;
  lastIndex: number;
}

interface JoinContext {
  bot: Bot;
  conversation: LeasedConversation;
  recentMessages: RecentMessage[];
  now: number;
}

/**
 * The next message in the inbox, to be read together with the one before it. Undefined when there is none or it
 * stands alone: a tap, an answer to a question of the bot, a photo, or a message sent later.
 */
export function joinNext(
  { bot, conversation, recentMessages, now }: JoinContext,
  events: readonly WaitingEvent[],
  { covered, last, lastIndex }: MessageGroup,
): MessageGroup | undefined {
  const next = events[lastIndex + 1];
  if (last.event.kind !== 'message' || next?.event.kind !== 'message') return undefined;
  if (covered.length + 1 >= maxJoined || next.event.occurredAt - last.event.occurredAt > goesOnMs)
    return undefined;
  const { event } = next;
  const understanding = bot.understand({ text: event.text ?? '', secrets: event.secrets ?? [], now });
  const input = readInput({ bot, conversation, event, recentMessages }, understanding);
  if (input.kind !== 'question') return undefined;
  const text = `${last.event.text ?? ''} ${next.event.text ?? ''}`;
  const quotes = next.event.quotedMessageId ?? last.event.quotedMessageId;
  return {
    covered: [...covered, last],
    last: { ...next, event: { ...next.event, text, ...(quotes && { quotedMessageId: quotes }) } },
    lastIndex: lastIndex + 1,
  };
}
