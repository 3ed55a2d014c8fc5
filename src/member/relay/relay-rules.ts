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
  /** The text may be meant for another ticket, or for the bot. */
  isMisaddressed?: boolean;
  length: number;
  now: number;
}

/**
 * Where a member's text goes: sent at once; or pending, for the ticket that the member writes to now. Without a ticket
 * the member must choose one.
 */
export type Destination = { kind: 'send'; ticket: number } | { kind: 'ask'; ticket: number | undefined };

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
    return { kind: length > longText || isMisaddressed === true ? 'ask' : 'send', ticket: picked };
  }
  const current = currentRelay(chat);
  // The member wrote to this resident last and no longer has the ticket: the text may be meant for them.
  if (!current || !own.includes(current.ticket)) return { kind: 'ask', ticket: undefined };
  const isAlone = chat.relays.length === 1;
  const isUsual = chat.pending.length === 0 && length <= longText && !isMisaddressed;
  const isSure = isAlone && isUsual && !isPaused(current, now);
  return { kind: isSure ? 'send' : 'ask', ticket: current.ticket };
}

/** The resident that the member writes to now. */
export function currentRelay({ relays }: MemberChat): Relay | undefined {
  return relays.at(-1);
}

/** The relays whose tickets the member still has; others may have been closed or reassigned. */
export function openRelays({ relays }: MemberChat, own: readonly number[]): Relay[] {
  return relays.filter(({ ticket }) => own.includes(ticket));
}

/** Closes the relays whose tickets the member no longer has; the bot asks about the next text, as in `withoutRelay`. */
export function withOwnRelays(relays: readonly Relay[], own: readonly number[]): Relay[] {
  const lost = relays.filter(({ ticket }) => !own.includes(ticket));
  return lost.reduce((left, { ticket }) => withoutRelay(left, ticket), [...relays]);
}

/** The member's own tickets, those that they write to first and the current one before all. Pure. */
export function orderRecipients(chat: MemberChat, own: readonly number[]): number[] {
  const open = openRelays(chat, own).map(({ ticket }) => ticket);
  return [...open.reverse(), ...own.filter((number) => !open.includes(number))];
}

function isPaused({ lastAt }: Relay, now: number): boolean {
  return lastAt === undefined || now - lastAt >= pauseMs;
}

/** Opens a relay, or records that a message went through it. */
export function withRelay(relays: readonly Relay[], relay: Relay): Relay[] {
  return [...relays.filter(({ ticket }) => ticket !== relay.ticket), relay];
}

/** The member chose a resident; the one that they write to already stays as it is. */
export function withChosen(relays: readonly Relay[], ticket: number): Relay[] {
  return relays.at(-1)?.ticket === ticket ? [...relays] : withRelay(relays, { ticket });
}

/**
 * Closes a relay. The bot asks about the next text: after writing to two residents, the member may still mean the
 * other.
 */
export function withoutRelay(relays: readonly Relay[], ticket: number): Relay[] {
  const others = relays.filter((relay) => relay.ticket !== ticket);
  return others.length === relays.length ? others : others.map((other) => ({ ticket: other.ticket }));
}
