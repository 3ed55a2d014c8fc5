import type { Transaction } from 'kysely';
import { formatTimestamp } from '../../calendar/spoken-time.ts';
import { type Draft, memberIntent } from '../../conversation/outbox.ts';
import type { TicketNoticeKind } from '../../database/member-tables.ts';
import type { Tables } from '../../database/schema.ts';
import { type FetchedMedia, mediaKey, type NeededMedia } from '../../media/media-needed.ts';
import type { Button } from '../../message.ts';
import { reminderReasons } from '../../ticket/reasons.ts';
import { memberButton } from '../chat/buttons.ts';
import { type SayOptions, toDraft } from '../chat/member-context.ts';
import {
  callButtons,
  cardText,
  offerButtons,
  residentLabel,
  type Wording,
  windowLine,
} from '../tickets/card.ts';
import type { MemberTickets } from '../tickets/member-tickets.ts';
import { nameOfKind, type ResidentWords, readWords } from '../tickets/resident-messages.ts';
import { isOwnOpen, type TicketView } from '../tickets/ticket-view.ts';
import type { StoredNotice } from './notice-store.ts';

/** What composing one notice needs, inside its transaction. */
export interface NoticeContext extends Wording {
  trx: Transaction<Tables>;
  memberId: string;
  tickets: MemberTickets;
  notice: StoredNotice;
  view: TicketView;
  /** The OA that sends the notice, and the resident's pictures uploaded there. */
  oaId: string;
  fetched: FetchedMedia;
  isPlatformUrl(url: string): boolean;
}

type Compose = (context: NoticeContext) => Promise<Draft[]> | Draft[];

/** Composes each kind of notice from the current state. Empty when the notice is obsolete. */
const composers: Record<TicketNoticeKind, Compose> = {
  offer: composeOffer,
  taken: composeTaken,
  given: composeGiven,
  lost: composeLost,
  over: composeOver,
  photos: composeWords,
  'resident-wrote': composeWords,
  remind: composeReminder,
  rated: composeRated,
  'asked-wrongly': composeAskedWrongly,
};

export async function composeNotice(kind: TicketNoticeKind, context: NoticeContext): Promise<Draft[]> {
  return composers[kind](context);
}

function composeOffer({ view, t, ...wording }: NoticeContext): Draft[] {
  if (!view.isOffered || view.status !== 'new') return [];
  return [toMessage(view, cardText(view, { t, ...wording }), { buttons: offerButtons(view, t) })];
}

/** Only a member who read the offer needs to know that another one took the ticket. */
async function composeTaken({
  view,
  t,
  now,
  tickets,
  notice,
  trx,
  memberId,
}: NoticeContext): Promise<Draft[]> {
  if (view.assigneeId === null || view.assigneeId === memberId) return [];
  const asked = await trx
    .selectFrom('member_notices')
    .select('id')
    .where('member_id', '=', memberId)
    .where('ticket_id', '=', notice.ticket_id)
    .where('kind', '=', 'offer')
    .where('outcome', 'in', ['told', 'digest'])
    .executeTakeFirst();
  if (!asked) return [];
  const by = (await tickets.roster()).findMember(view.assigneeId)?.name ?? '';
  const clock = formatTimestamp(view.claimedAt ?? now, now, t);
  return [toMessage(view, t('member:notice.taken', { number: view.number, by, clock }))];
}

async function composeGiven(context: NoticeContext): Promise<Draft[]> {
  const { view, t, memberId, notice, tickets } = context;
  const { number } = view;
  if (!isOwnOpen(view, memberId)) return [];
  if (view.phone !== null) await tickets.noteReveal(number);
  const isBack = notice.data.reason === 'had-it-before' || notice.data.event === 'reopened';
  const key = isBack ? 'member:given_back' : 'member:given';
  return [
    toMessage(view, t(key, { number, card: cardText(view, context) }), {
      buttons: givenButtons(view, context),
    }),
  ];
}

function givenButtons(view: TicketView, { t }: Wording): Button[] {
  const { number } = view;
  const steps = ['talk', 'done', 'pass', 'details'] as const;
  return [...callButtons(view, t), ...steps.map((step) => memberButton(t, step, { number }))];
}

async function composeLost({ view, t, memberId, notice, tickets }: NoticeContext): Promise<Draft[]> {
  if (view.assigneeId === memberId) return [];
  const roster = await tickets.roster();
  const team = roster.findTeam(view.teamId)?.name ?? '';
  const now = t('member:notice.now_team', { team });
  const key = notice.data.reason === 'not-done' ? 'lost_not_done' : 'lost';
  return [toMessage(view, t(`member:notice.${key}`, { number: view.number, now }))];
}

const knownEnds = new Set(['withdrawn', 'expired', 'merged', 'unreachable', 'said-done']);

function composeOver({ view, t, notice }: NoticeContext): Draft[] {
  if (view.status !== 'resolved') return [];
  const { event, reason } = notice.data;
  const end = [reason, event].find((one) => knownEnds.has(String(one))) ?? 'resolved';
  const why = t(`member:notice.over_why.${end}`);
  return [toMessage(view, t('member:notice.over', { number: view.number, why }))];
}

function composeReminder(context: NoticeContext): Draft[] {
  const { view, t, memberId, notice } = context;
  const why = reminderReasons.find((known) => known === notice.data.why);
  const isTheirs = view.assigneeId === memberId || (view.assigneeId === null && view.isOffered);
  if (!isTheirs || view.status === 'resolved' || view.waitingSince === undefined) return [];
  if (why === undefined) return [];
  const text = t(`member:notice.remind.${why}`, {
    number: view.number,
    window: windowLine(view, context),
  });
  const buttons = view.assigneeId === memberId ? givenButtons(view, context) : offerButtons(view, t);
  return [toMessage(view, text, { buttons })];
}

function composeRated({ view, t, notice }: NoticeContext): Draft[] {
  const stars = Number(notice.data.stars);
  if (!Number.isInteger(stars)) return [];
  return [toMessage(view, t('member:notice.rated', { number: view.number, stars }))];
}

/** For the lead: the words themselves are not passed on. */
async function composeAskedWrongly({ view, t, notice, tickets }: NoticeContext): Promise<Draft[]> {
  const by = (await tickets.roster()).findMember(String(notice.data.by))?.name;
  if (by === undefined) return [];
  const why = notice.data.why === 'asks-for-money' ? 'money' : 'secrets';
  return [toMessage(view, t(`member:notice.asked_wrongly.${why}`, { number: view.number, by }))];
}

/** The pictures of a notice, which must be uploaded to the OA first. */
export function mediaOf(words: ResidentWords, oaId: string): NeededMedia[] {
  return words.media.map((attachment) => ({ oaId, attachment }));
}

/**
 * Text and pictures of the resident, for the current assignee only; also sent if they came just before a member closed
 * the ticket.
 */
async function composeWords(context: NoticeContext): Promise<Draft[]> {
  const { view, t, memberId, notice, trx, oaId, fetched, isPlatformUrl } = context;
  const isClosed = view.status === 'resolved';
  if (view.assigneeId !== memberId || (isClosed && view.done === null)) return [];
  const words = await readWords(trx, { notice, view, t, isPlatformUrl });
  const needs = mediaOf(words, oaId);
  const media = needs.flatMap((needed) => {
    const passed = fetched.get(mediaKey(needed));
    if (passed?.kind === 'passed') {
      return { content: passed.content, intent: memberIntent, ticketId: view.id };
    }
    const kind = t(`member:resident.kinds.${needed.attachment.kind}`);
    return toMessage(view, t('member:resident.cannot_pass', { kind, url: needed.attachment.url ?? '' }));
  });
  const named = needs.map(({ attachment }) => nameOfKind(attachment.kind, t)).join(' ');
  const text = words.text || named;
  if (text === '') return [];
  const isBefore = notice.kind === 'photos';
  const values = { who: residentLabel(view, t), number: view.number, text };
  if (isClosed) return [...media, toMessage(view, t('member:resident.said_closed', values))];
  const sentence = t(`member:resident.${isBefore ? 'said_before' : 'said'}`, values);
  return [
    ...media,
    toMessage(view, sentence, { buttons: isBefore ? [] : await wordsButtons(context, text) }),
  ];
}

/** When the resident just gave their number, a button carries it: the text masks it. */
async function wordsButtons({ view, t, tickets }: NoticeContext, text: string): Promise<Button[]> {
  const { number } = view;
  const call = text.includes(t('masks.phone')) ? callButtons(view, t) : [];
  if (call.length > 0) await tickets.noteReveal(number);
  return [
    ...call,
    ...(['talk', 'done', 'details'] as const).map((step) => memberButton(t, step, { number })),
  ];
}

function toMessage(about: TicketView, text: string, options: SayOptions = {}): Draft {
  return toDraft(text, { ...options, about });
}
