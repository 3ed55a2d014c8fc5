import type { MemberChat, Relay } from '../chat/chat-state.ts';
import type { TicketView } from '../tickets/ticket-view.ts';

/** After a pause this long, the bot asks who gets the next text. */
export const pauseMs = 30 * 60_000;
/** A longer text is split into several messages, so the bot asks before sending it. */
export const longText = 2_000;

/** What addressing needs to know of a ticket of the member's. */
export type OwnTicket = Pick<TicketView, 'number' | 'lastResidentAt' | 'claimedAt'>;

interface TypedMessage {
  chat: MemberChat;
  /** The member's open tickets: text never goes to any other resident. */
  own: readonly OwnTicket[];
  /** The ticket that the message names by number or by a quote. */
  picked?: number | undefined;
  /** The text may be meant for another ticket, or for the bot. */
  isMisaddressed?: boolean;
  length: number;
  now: number;
}

/**
 * Where a member's text goes: sent at once; or pending, for the only ticket it can be for or the one that the member
 * has just opened to write to. Without a ticket the member must choose one.
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
  if (picked !== undefined && own.some(({ number }) => number === picked)) {
    return { kind: length > longText || isMisaddressed === true ? 'ask' : 'send', ticket: picked };
  }
  const current = currentRelay(chat);
  // The member wrote to this resident last and no longer has the ticket: the text may be meant for them.
  if (!current || !own.some(({ number }) => number === current.ticket)) {
    return { kind: 'ask', ticket: undefined };
  }
  const others = own.filter(({ number }) => number !== current.ticket);
  const isOnly = others.every((ticket) => isQuiet(chat, ticket));
  const isAlone = isOnly && chat.relays.length === 1;
  const isUsual = chat.pending.length === 0 && length <= longText && !isMisaddressed;
  const isSure = isAlone && isUsual && !isPaused(current, now);
  if (isSure) return { kind: 'send', ticket: current.ticket };
  return { kind: 'ask', ticket: isOnly || isChosen(current, others, now) ? current.ticket : undefined };
}

/** Paused by the member, and its resident has not written since. */
function isQuiet({ paused = [] }: MemberChat, { number, lastResidentAt }: OwnTicket): boolean {
  return paused.some(({ ticket, at }) => ticket === number && (lastResidentAt ?? 0) <= at);
}

/** The member has just opened this ticket to write to, and no other one came between. */
function isChosen({ chosenAt }: Relay, others: readonly OwnTicket[], now: number): boolean {
  if (chosenAt === undefined || now - chosenAt >= pauseMs) return false;
  return others.every(
    ({ lastResidentAt, claimedAt }) => (lastResidentAt ?? 0) <= chosenAt && (claimedAt ?? 0) <= chosenAt,
  );
}

/** The resident that the member writes to now. */
export function currentRelay({ relays }: MemberChat): Relay | undefined {
  return relays.at(-1);
}

/** The member's tickets that a text without a name may be for: all but those that they paused. Pure. */
export function openTickets(chat: MemberChat, own: readonly OwnTicket[]): number[] {
  return own.filter((ticket) => !isQuiet(chat, ticket)).map(({ number }) => number);
}

/** Closes the relays whose tickets the member no longer has; the bot asks about the next text, as in `withoutRelay`. */
export function withOwnRelays(relays: readonly Relay[], own: readonly number[]): Relay[] {
  const lost = relays.filter(({ ticket }) => !own.includes(ticket));
  return lost.reduce((left, { ticket }) => withoutRelay(left, ticket), [...relays]);
}

/**
 * The member's own tickets, the likeliest recipient first: the one opened to write to, then by who wrote or was written
 * to last. Pure.
 */
export function orderRecipients(chat: MemberChat, own: readonly OwnTicket[]): number[] {
  const current = currentRelay(chat);
  const chosen = current?.chosenAt === undefined ? undefined : current.ticket;
  const lastAt = ({ number, lastResidentAt, claimedAt }: OwnTicket) => {
    const relay = chat.relays.find(({ ticket }) => ticket === number);
    return Math.max(relay?.lastAt ?? 0, relay?.chosenAt ?? 0, lastResidentAt ?? 0, claimedAt ?? 0);
  };
  const isPaused = (ticket: OwnTicket) => isQuiet(chat, ticket);
  return [...own]
    .sort(
      (a, b) =>
        Number(b.number === chosen) - Number(a.number === chosen) ||
        Number(isPaused(a)) - Number(isPaused(b)) ||
        lastAt(b) - lastAt(a),
    )
    .map(({ number }) => number);
}

function isPaused({ lastAt }: Relay, now: number): boolean {
  return lastAt === undefined || now - lastAt >= pauseMs;
}

/** Opens a relay, or records that a message went through it. */
export function withRelay(relays: readonly Relay[], relay: Relay): Relay[] {
  return [...relays.filter(({ ticket }) => ticket !== relay.ticket), relay];
}

/** The member opened a ticket to write to its resident. A talk that goes on anyway is not asked about again. */
export function withChosen(relays: readonly Relay[], ticket: number, chosenAt: number): Relay[] {
  const last = relays.at(-1);
  return withRelay(relays, last?.ticket === ticket ? { ...last, chosenAt } : { ticket, chosenAt });
}

/**
 * Closes a relay. The bot asks about the next text: after writing to two residents, the member may still mean the
 * other.
 */
export function withoutRelay(relays: readonly Relay[], ticket: number): Relay[] {
  const others = relays.filter((relay) => relay.ticket !== ticket);
  return others.length === relays.length ? others : others.map((other) => ({ ticket: other.ticket }));
}
