import { type WaitingEvent, waitingEvents } from '../conversation/inbox.ts';
import { laneOf } from '../conversation/lanes.ts';
import {
  dropLease,
  keepLease,
  type LeasedConversation,
  LeaseLost,
  releaseLease,
  takeLease,
} from '../conversation/lease.ts';
import { listRecentMessages, type RecentMessage } from '../conversation/outbox.ts';
import type { Turn } from '../conversation/turn.ts';
import type { PersonRef } from '../message.ts';
import type { ActorParts } from './actor-parts.ts';
import { burstEndsAt, isBurst } from './burst.ts';
import { giveUpTurn, isHopeless } from './give-up-turn.ts';
import { joinNext, type MessageGroup } from './join-messages.ts';
import { readMessage } from './read-message.ts';
import { sendOutbox } from './sending/send-outbox.ts';
import { takeTurn } from './take-turn.ts';

/** How long a message waits for the reply before it to be sent. */
const maxQueuedMs = 60_000;

/**
 * One wake of a conversation's actor: leases the conversation, sends what is pending, handles each waiting event in
 * the order of Zalo's timestamps and sends the replies. A superfluous wake finds nothing to do.
 * @returns when to wake the actor again (epoch ms), because the rest must wait for another lease holder, for the end
 * of a burst or for Zalo; undefined when all is done
 */
export async function handleWake(parts: ActorParts, person: PersonRef): Promise<number | undefined> {
  const { db, clock, origin } = parts;
  const taken = await takeLease(db, { person, origin, now: clock.now() });
  if ('busyUntil' in taken) return taken.busyUntil;
  const { conversation } = taken;
  try {
    const goOnAt = await work(parts, conversation);
    if (goOnAt !== undefined) await dropLease(db, conversation);
    return goOnAt;
  } catch (error) {
    if (error instanceof LeaseLost) return clock.now();
    await dropLease(db, conversation).catch(() => undefined);
    throw error;
  }
}

/** @returns when to continue, or undefined once nothing waits and the lease is released */
async function work(parts: ActorParts, conversation: LeasedConversation): Promise<number | undefined> {
  let outboxUntil: number | undefined;
  let outboxWaits = conversation.outboxWaits;
  for (;;) {
    const readAt = parts.clock.now();
    const events = await waitingEvents(parts.db, conversation.person);
    // After a withdrawal of consent the bot sends nothing more, not even pending replies.
    const withdrew = events.some(({ event }) => event.kind === 'withdrawn');
    if (outboxWaits && !withdrew) outboxUntil = await sendOutbox(parts, conversation);
    outboxWaits = false;
    const pausedUntil = await handleTurns(parts, conversation, {
      events,
      readAt,
      replyWaitsUntil: outboxUntil,
    });
    if (events.length > 0) outboxUntil = await sendOutbox(parts, conversation);
    if (pausedUntil !== undefined) return earliest(pausedUntil, outboxUntil);
    // An event came meanwhile and found the conversation leased. No other actor handles it, so this one goes on.
    if (await releaseLease(parts.db, conversation)) return outboxUntil;
    await keepLease(parts.db, conversation, parts.clock.now());
  }
}

interface TurnsToTake {
  events: WaitingEvent[];
  /** When the events were read. What came later is unknown, so a burst has been quiet up to then at most. */
  readAt: number;
  replyWaitsUntil: number | undefined;
}

/** @returns until when the other events wait because the resident is still writing */
async function handleTurns(
  parts: ActorParts,
  conversation: LeasedConversation,
  { events, readAt, replyWaitsUntil }: TurnsToTake,
): Promise<number | undefined> {
  const lastWithdrawal = events.findLastIndex(({ event }) => event.kind === 'withdrawn');
  let queuedUntil = replyWaitsUntil;
  for (let index = 0; index < events.length; index += 1) {
    const event = events[index] as WaitingEvent;
    const burst = await burstFrom(parts, conversation, { events, index, replyWaitsUntil });
    if (burst && burst.quietAt > readAt) return burst.quietAt;
    const rest = events.slice(index);
    const waitsUntil =
      burst || index <= lastWithdrawal
        ? undefined
        : await waitsForReply(parts, conversation, { rest, queuedUntil });
    if (waitsUntil !== undefined) return waitsUntil;
    await keepLease(parts.db, conversation, parts.clock.now());
    const recentMessages = await listRecentMessages(parts.db, conversation.id);
    const together = burst ?? { covered: [], last: event, lastIndex: index };
    const taken = await takeTogether(parts, conversation, { events, recentMessages, together });
    if ('moreAwaitedUntil' in taken) return taken.moreAwaitedUntil;
    index = taken.lastIndex;
    if (!burst && index < events.length - 1 && index > lastWithdrawal)
      queuedUntil = await sendOutbox(parts, conversation);
  }
  return undefined;
}

interface RestToTake {
  /** The waiting events, from the next one on. */
  rest: readonly WaitingEvent[];
  /** When the reply before is tried again. */
  queuedUntil: number | undefined;
}

/**
 * One reply of the bot at most is queued for a resident: their next message is handled when it is sent, or after a
 * minute. A cry for help among the messages, and what goes to a member, do not wait.
 */
async function waitsForReply(
  parts: ActorParts,
  conversation: LeasedConversation,
  { rest, queuedUntil }: RestToTake,
): Promise<number | undefined> {
  const now = parts.clock.now();
  const next = rest[0] as WaitingEvent;
  if (queuedUntil === undefined || next.event.kind !== 'message') return undefined;
  const until = Math.min(queuedUntil, next.receivedAt + maxQueuedMs);
  if (until <= now || rest.some((event) => isDanger(parts, event))) return undefined;
  return (await isForBot(parts, conversation, next)) ? until : undefined;
}

function isDanger({ hearsDanger = () => false }: ActorParts, { event }: WaitingEvent): boolean {
  return event.kind === 'message' && hearsDanger(event.text ?? '');
}

interface GroupToTake {
  events: readonly WaitingEvent[];
  recentMessages: RecentMessage[];
  together: MessageGroup;
}

/** Takes a turn. An incomplete question waits a little and is read together with its rest. */
async function takeTogether(
  parts: ActorParts,
  conversation: LeasedConversation,
  taking: GroupToTake,
): Promise<MessageGroup | { moreAwaitedUntil: number }> {
  const { events, recentMessages, together } = taking;
  const { covered, last } = together;
  const turn: Turn = { covered, last, recentMessages };
  const { bot, clock } = parts;
  const now = clock.now();
  conversation.person = personOf(last, conversation.person);
  const reading = readMessage({ bot, conversation, turn, now });
  if (reading?.isIncomplete && (await isForBot(parts, conversation, last))) {
    const longer = joinNext({ bot, conversation, recentMessages, now }, events, together);
    if (longer) return takeTogether(parts, conversation, { ...taking, together: longer });
    const moreAwaitedUntil = last.receivedAt + parts.moreWaitMs;
    if (moreAwaitedUntil > now) return { moreAwaitedUntil };
  }
  try {
    await takeTurn(parts, conversation, { turn, reading });
  } catch (error) {
    if (error instanceof LeaseLost || !isHopeless(turn, clock.now())) throw error;
    await giveUpTurn(parts, conversation, { turn, error });
  }
  return together;
}

/**
 * Whether the bot answers a message, and so may wait for more of it. Not for a member: their typing speed must not
 * decide where their next words go.
 */
async function isForBot(
  { db, members, residentTickets, clock }: ActorParts,
  conversation: LeasedConversation,
  { event }: WaitingEvent,
): Promise<boolean> {
  if (event.kind !== 'message' || (await members.isForMember(db, event))) return false;
  const isClaimed = await residentTickets.isClaimed(db, conversation.id);
  return laneOf({ conversation, isMember: false, isClaimed, now: clock.now() }) === 'bot';
}

/** A visitor without a Zalo identity gets the answer in the web chat that they used last. */
function personOf({ event }: WaitingEvent, person: PersonRef): PersonRef {
  const conversationId = event.kind === 'message' ? event.anonymousConversationId : undefined;
  return conversationId === undefined ? person : { ...person, anonymousConversationId: conversationId };
}

interface BurstStart {
  events: WaitingEvent[];
  index: number;
  replyWaitsUntil: number | undefined;
}

interface Burst extends MessageGroup {
  quietAt: number;
}

/**
 * From the first message over the limit on, all waiting messages form one burst. A member's messages never do: each
 * has its own recipient, and its meaning depends on the result of the one before.
 */
async function burstFrom(
  parts: ActorParts,
  conversation: LeasedConversation,
  { events, index, replyWaitsUntil }: BurstStart,
): Promise<Burst | undefined> {
  const { db, members } = parts;
  const first = events[index] as WaitingEvent;
  if (first.event.kind !== 'message') return undefined;
  if (!isBurst(conversation.state, first.event.occurredAt)) return undefined;
  if (await members.isMember(db, conversation.person)) return undefined;
  let lastIndex = index;
  // The last message of a burst is the one that is answered: a cry for help must not be one of the others.
  while (
    !isDanger(parts, events[lastIndex] as WaitingEvent) &&
    events[lastIndex + 1]?.event.kind === 'message'
  )
    lastIndex += 1;
  const messages = events.slice(index, lastIndex + 1);
  const receivedAt = messages.map((each) => each.receivedAt);
  const lastAt = Math.max(...receivedAt);
  const firstAt = Math.min(...receivedAt);
  const isUrgent = isDanger(parts, events[lastIndex] as WaitingEvent);
  const quietAt = isUrgent ? lastAt : burstEndsAt({ firstAt, lastAt, replyWaitsUntil });
  return { covered: messages.slice(0, -1), last: events[lastIndex] as WaitingEvent, lastIndex, quietAt };
}

function earliest(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined ? b : b === undefined ? a : Math.min(a, b);
}
