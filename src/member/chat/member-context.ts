import type { Transaction } from 'kysely';
import { formatTimestamp } from '../../calendar/spoken-time.ts';
import { type Draft, memberIntent } from '../../conversation/outbox.ts';
import type { Tables } from '../../database/schema.ts';
import type { FetchedMedia } from '../../media/media-needed.ts';
import type { Button, MessageEvent, ReplyButton } from '../../message.ts';
import type { Refusal, TicketResult } from '../../ticket/result.ts';
import { isToldAnyway } from '../notices/notice-store.ts';
import type { CannedOffer } from '../relay/canned-replies.ts';
import type { Wording } from '../tickets/card.ts';
import type { MemberTickets } from '../tickets/member-tickets.ts';
import type { TicketView } from '../tickets/ticket-view.ts';
import type { MemberChat } from './chat-state.ts';

export interface SayOptions {
  buttons?: Button[];
  /** What the numbers of a list in the text mean. */
  choices?: ReplyButton[];
  /** The ticket of the message, so that a quote of it identifies the ticket. */
  about?: TicketView | undefined;
}

/** A member's message while the bot handles it: the member, their tickets, and the replies. */
export interface MemberTurn extends Wording {
  readonly trx: Transaction<Tables>;
  readonly memberId: string;
  readonly name: string;
  readonly conversationId: number;
  readonly event: MessageEvent;
  /** Id of the event in the inbox; what the member writes in this turn carries it. */
  readonly turnId: number;
  readonly tickets: MemberTickets;
  readonly chat: MemberChat;
  readonly canned: CannedOffer;
  /** Address of the web console; undefined when this installation has none. */
  readonly consoleUrl: string | undefined;
  /** Pictures and documents that the worker downloaded for this turn. */
  readonly fetched: FetchedMedia;
  remember(change: Partial<MemberChat>): void;
  say(text: string, options?: SayOptions): void;
  /** Whether a message of this turn lists what numbers pick. */
  hasListed(): boolean;
}

/** An outbox row for a message to a member. */
export function toDraft(text: string, { buttons, choices, about }: SayOptions = {}): Draft {
  return {
    content: {
      kind: 'text',
      text,
      ...(buttons?.length ? { buttons } : {}),
      ...(choices?.length ? { choices } : {}),
    },
    intent: memberIntent,
    ticketId: about?.id,
  };
}

const refusalKeys: Record<Refusal, string> = {
  'not-yours': 'not-yours',
  'not-a-lead': 'not-a-lead',
  'not-in-reach': 'not-in-reach',
  'too-many': 'too-many',
  resolved: 'resolved',
  'not-waiting-for-it': 'not-waiting-for-it',
  'asks-for-secrets': 'asks-for-secrets',
  'asks-for-money': 'asks-for-money',
  'nothing-said': 'nothing-said',
  'needs-done': 'needs-done',
  'withdrew-consent': 'withdrew-consent',
  'nobody-above': 'nobody-above',
  confidential: 'confidential',
  'unknown-ticket': 'other',
  'unknown-member': 'other',
  'unknown-team': 'other',
  'other-resident': 'other',
};

/** Tells the member why a command failed, and what changed meanwhile if that is the reason. */
export async function sayWhyNot(
  turn: MemberTurn,
  number: number,
  result: Exclude<TicketResult, { kind: 'done' }>,
): Promise<void> {
  const { t, now } = turn;
  if (result.kind === 'taken') {
    const { trx, memberId, event } = turn;
    const asked = { memberId, number, kind: 'taken', askedAt: event.occurredAt, now } as const;
    if (await isToldAnyway(trx, asked)) return;
    return turn.say(t('member:taken', { number, by: result.by, clock: formatTimestamp(result.at, now, t) }));
  }
  if (result.why === 'not-yours' || result.why === 'resolved' || result.why === 'unknown-ticket') {
    return sayWhatHappened(turn, number);
  }
  turn.say(t(`member:refused.${refusalKeys[result.why]}`, { number }));
}

/** Sends one line about what happened to a ticket since its card. */
export async function sayWhatHappened(turn: MemberTurn, number: number): Promise<void> {
  const view = await turn.tickets.find(number);
  turn.say(await whatHappened(turn, number, view));
}

/** What happened to a ticket that the member does not have but may mean; undefined when the number is just a number. */
export async function findWhatHappened(turn: MemberTurn, number: number): Promise<string | undefined> {
  const view = await turn.tickets.find(number);
  if (!view || (view.status === 'resolved' && !(await isConcerned(turn, view)))) return undefined;
  return whatHappened(turn, number, view);
}

async function isConcerned(turn: MemberTurn, view: TicketView): Promise<boolean> {
  return view.assigneeId === turn.memberId || (await wasAsked(turn, view)) || turn.tickets.mayRead(view);
}

async function whatHappened(turn: MemberTurn, number: number, view: TicketView | undefined): Promise<string> {
  const { t, now, memberId } = turn;
  if (!view) return t('member:since.unknown', { number });
  const roster = await turn.tickets.roster();
  if (!(await isConcerned(turn, view))) return t('member:since.unknown', { number });
  if (view.status === 'resolved') {
    return t('member:since.resolved', {
      number,
      clock: formatTimestamp(view.resolvedAt ?? now, now, t),
    });
  }
  if (view.assigneeId === memberId) return t('member:since.mine', { number });
  if (view.assigneeId !== null) {
    const by = roster.findMember(view.assigneeId)?.name ?? '';
    return t('member:taken', { number, by, clock: formatTimestamp(view.claimedAt ?? now, now, t) });
  }
  const team = roster.findTeam(view.teamId);
  const isOwnTeam = roster.membersOf(view.teamId ?? '').some((member) => member.memberId === memberId);
  return isOwnTeam || !team
    ? t('member:since.free', { number })
    : t('member:since.moved', { number, team: team.name });
}

/** Whether the ticket was ever offered or assigned to the member: only then they learn what happened to it. */
async function wasAsked({ trx, memberId }: MemberTurn, { id }: TicketView): Promise<boolean> {
  const offer = await trx
    .selectFrom('ticket_offers')
    .select('ticket_id')
    .where('ticket_id', '=', id)
    .where('member_id', '=', memberId)
    .executeTakeFirst();
  if (offer) return true;
  const had = await trx
    .selectFrom('ticket_events')
    .select('id')
    .where('ticket_id', '=', id)
    .where('actor_kind', '=', 'member')
    .where('actor_id', '=', memberId)
    .executeTakeFirst();
  return had !== undefined;
}
