import type { MemberChat, Relay } from '../chat/chat-state.ts';

/** After a pause this long, the bot asks who gets the next text. */
export const pauseMs = 30 * 60_000;
/** A longer text is split into several messages, so the bot asks before sending it. */
export const longText = 2_000;

interface TypedMessage {
  chat: MemberChat;
  /** Numbers of the member's open tickets: text never goes to any other resident. */
  own: readonly number[];
  /** The ticket that the message names by number or by a quote. */
  picked?: number | undefined;
  /** The text seems to address a ticket that the member does not have. */
  isMisaddressed?: boolean;
  length: number;
  now: number;
}

/** Where a member's text goes: sent at once, pending until the member chooses, or to no resident. */
export type Destination =
  | { kind: 'send'; ticket: number }
  | { kind: 'ask'; tickets: number[] }
  | { kind: 'nobody' };

/** Chooses the recipient of a text. In doubt the text stays pending; the bot never guesses. Pure. */
export function chooseRecipient({
  chat,
  own,
  picked,
  isMisaddressed,
  length,
  now,
}: TypedMessage): Destination {
  if (picked !== undefined && own.includes(picked)) {
    return length > longText ? { kind: 'ask', tickets: [picked] } : { kind: 'send', ticket: picked };
  }
  const open = openRelays(chat, own);
  const [only] = open;
  if (!only) return { kind: 'nobody' };
  // The member wrote to two residents and no longer has one of the tickets: the text may be meant for that one.
  const isAlone = open.length === 1 && chat.relays.length === 1;
  const isUsual = chat.pendingReply === undefined && length <= longText && !isMisaddressed;
  return isAlone && isUsual && !isPaused(only, now)
    ? { kind: 'send', ticket: only.ticket }
    : { kind: 'ask', tickets: open.map(({ ticket }) => ticket) };
}

/** The relays whose tickets the member still has; others may have been closed or reassigned. */
export function openRelays({ relays }: MemberChat, own: readonly number[]): Relay[] {
  return relays.filter(({ ticket }) => own.includes(ticket));
}

/**
 * Possible recipients of a pending reply: the residents the member writes to, else those of all their tickets. Pure.
 */
export function recipientsOfPending(chat: MemberChat, own: readonly number[]): readonly number[] {
  const open = openRelays(chat, own).map(({ ticket }) => ticket);
  return open.length > 0 ? open : own;
}

function isPaused({ lastAt }: Relay, now: number): boolean {
  return lastAt === undefined || now - lastAt >= pauseMs;
}

/** Opens a relay, or records that a message went through it. */
export function withRelay(relays: readonly Relay[], relay: Relay): Relay[] {
  return [...relays.filter(({ ticket }) => ticket !== relay.ticket), relay];
}

/**
 * Closes a relay. The bot asks about the next text: after writing to two residents, the member may still mean the
 * other.
 */
export function withoutRelay(relays: readonly Relay[], ticket: number): Relay[] {
  const others = relays.filter((relay) => relay.ticket !== ticket);
  return others.length === relays.length ? others : others.map((other) => ({ ticket: other.ticket }));
}
