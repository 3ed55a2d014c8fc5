import type { MemberChat, Relay } from '../chat/chat-state.ts';

/** After a pause this long nobody knows any more to whom the next words go. */
export const pauseMs = 30 * 60_000;
/** Longer texts become several messages, which nobody wants to send by mistake. */
export const longText = 2_000;

interface TypedMessage {
  chat: MemberChat;
  /** Numbers of the tickets that the member has and that are not closed: nobody else is ever written to. */
  own: readonly number[];
  /** The ticket that the message names by number or by quoting. */
  picked?: number | undefined;
  /** It begins like words for a ticket that they do not have. */
  isMisaddressed?: boolean;
  length: number;
  now: number;
}

/** To whom a member's words go: sent at once, held until the member says to whom, or to nobody. */
export type Destination =
  | { kind: 'send'; ticket: number }
  | { kind: 'ask'; tickets: number[] }
  | { kind: 'nobody' };

/** Decides to whom words go. When in doubt they are held; nothing goes anywhere by guess. Pure. */
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
  // Of two whom they wrote to one is theirs no more: the words may be meant for that one.
  const isAlone = open.length === 1 && chat.relays.length === 1;
  const isUsual = chat.pendingReply === undefined && length <= longText && !isMisaddressed;
  return isAlone && isUsual && !isPaused(only, now)
    ? { kind: 'send', ticket: only.ticket }
    : { kind: 'ask', tickets: open.map(({ ticket }) => ticket) };
}

/** The relays that still lead somewhere: tickets may have been closed or given to others since. */
export function openRelays({ relays }: MemberChat, own: readonly number[]): Relay[] {
  return relays.filter(({ ticket }) => own.includes(ticket));
}

/** Whom words that wait may be for: those the member writes to, else all whose tickets they have. Pure. */
export function recipientsOfPending(chat: MemberChat, own: readonly number[]): readonly number[] {
  const open = openRelays(chat, own).map(({ ticket }) => ticket);
  return open.length > 0 ? open : own;
}

function isPaused({ lastAt }: Relay, now: number): boolean {
  return lastAt === undefined || now - lastAt >= pauseMs;
}

/** Opens a relay, or notes that something went through it. */
export function withRelay(relays: readonly Relay[], relay: Relay): Relay[] {
  return [...relays.filter(({ ticket }) => ticket !== relay.ticket), relay];
}

/** Closes a relay. The first words after that are asked about: whoever wrote to two may still mean the other one. */
export function withoutRelay(relays: readonly Relay[], ticket: number): Relay[] {
  const others = relays.filter((relay) => relay.ticket !== ticket);
  return others.length === relays.length ? others : others.map((other) => ({ ticket: other.ticket }));
}
