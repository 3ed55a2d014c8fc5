import type { Transaction } from 'kysely';
import { type Draft, writeOutbox } from '../../conversation/outbox.ts';
import { splitDraft } from '../../conversation/split-draft.ts';
import { wakeJob } from '../../conversation/wake.ts';
import type { NoticeOutcome, PlainNoticeKind, TicketNoticeKind } from '../../database/member-tables.ts';
import type { Tables } from '../../database/schema.ts';
import type { FetchedMedia } from '../../media/media-needed.ts';
import { pageOf } from '../chat/actions/lists.ts';
import { toDraft } from '../chat/member-context.ts';
import type { TellParts } from '../member-parts.ts';
import { recordAttempt } from '../reach/attempt-store.ts';
import { freePlace, type MemberPlace } from '../reach/member-places.ts';
import { createMemberTickets } from '../tickets/member-tickets.ts';
import { readWords } from '../tickets/resident-messages.ts';
import { composeNotice, mediaOf } from './compose-notice.ts';
import { composePlain, isPlain } from './compose-plain.ts';
import { lockUntold, markTold, type StoredNotice, untoldOffers } from './notice-store.ts';

/** More new tickets than this, at once or within a few minutes, become one list instead of cards. */
export const maxCards = 3;

interface SendNoticesParams {
  memberId: string;
  places: MemberPlace[];
  notices: StoredNotice[];
}

interface SendNoticeParams extends Omit<SendNoticesParams, 'notices'> {
  notice: StoredNotice;
}

/** Sends the due notices to a member whose free window is open. */
export async function sayNotices(
  parts: TellParts,
  { memberId, places, notices }: SendNoticesParams,
): Promise<void> {
  const offers = notices.filter(({ kind }) => kind === 'offer');
  const waited = offers.some(({ waits_for }) => waits_for === 'more');
  const isMany = offers.length > maxCards || (waited && offers.length > 1);
  if (isMany) await sayDigest(parts, { memberId, places, notices: offers });
  for (const notice of notices) {
    const { kind } = notice;
    if (isMany && kind === 'offer') continue;
    if (isPlain(kind)) await sayPlain(parts, kind, { memberId, places, notice });
    else await sayNotice(parts, kind, { memberId, places, notice });
  }
}

/** One message instead of many cards. */
async function sayDigest(parts: TellParts, { memberId, places, notices }: SendNoticesParams): Promise<void> {
  const place = freePlace(places, undefined);
  if (!place) return;
  const now = parts.clock.now();
  const t = parts.words.in('vi');
  // The list shows every new ticket, so that it is no news a second time.
  const ids = [...new Set([...notices.map(({ id }) => id), ...(await untoldOffers(parts.db, memberId))])];
  await sendNotice(parts, { ids, place, memberId, outcome: 'digest', now }, async (trx) => {
    const views = await createMemberTickets(parts, { trx, memberId, now }).listNew();
    if (views.length === 0) return [];
    const wording = { t, now, topicTitle: parts.topicTitle };
    const { text, options } = pageOf(wording, { views, from: 0, step: 'new' });
    return [toDraft(text, options)];
  });
}

async function sayPlain(
  parts: TellParts,
  kind: PlainNoticeKind,
  { memberId, places, notice }: SendNoticeParams,
): Promise<void> {
  const place = freePlace(places, undefined);
  if (!place) return;
  const now = parts.clock.now();
  const t = parts.words.in('vi');
  await sendNotice(parts, { ids: [notice.id], place, memberId, outcome: 'told', now }, (trx) =>
    composePlain(kind, { trx, t, notice, tickets: createMemberTickets(parts, { trx, memberId, now }) }),
  );
}

async function sayNotice(
  parts: TellParts,
  kind: TicketNoticeKind,
  { memberId, places, notice }: SendNoticeParams,
): Promise<void> {
  const { db, clock, topicTitle, isPlatformUrl } = parts;
  const t = parts.words.in('vi');
  const now = clock.now();
  const ready = await prepareMedia(parts, { memberId, places, notice });
  if (!ready) return markTold(db, [notice.id], { outcome: 'stale', now });
  const { place, fetched } = ready;
  await sendNotice(parts, { ids: [notice.id], place, memberId, outcome: 'told', now }, async (trx) => {
    const tickets = createMemberTickets(parts, { trx, memberId, now });
    const view = await tickets.findById(notice.ticket_id ?? 0);
    if (!view) return [];
    const { oaId } = place;
    const about = { memberId, tickets, notice, view, oaId, fetched, isPlatformUrl };
    return composeNotice(kind, { t, now, topicTitle, trx, ...about });
  });
}

/** Downloads the resident's pictures before the transaction, because that needs the network. */
async function prepareMedia(
  parts: TellParts,
  { memberId, places, notice }: SendNoticeParams,
): Promise<{ place: MemberPlace; fetched: FetchedMedia } | undefined> {
  const { db, clock } = parts;
  const now = clock.now();
  const view = await db
    .transaction()
    .execute((trx) => createMemberTickets(parts, { trx, memberId, now }).findById(notice.ticket_id ?? 0));
  const place = view && freePlace(places, view.oaId);
  if (!place) return undefined;
  const hasMedia = notice.kind === 'photos' || notice.kind === 'resident-wrote';
  if (!hasMedia || view.assigneeId !== memberId) return { place, fetched: new Map() };
  const { isPlatformUrl } = parts;
  const words = await readWords(db, { notice, view, t: parts.words.in('vi'), isPlatformUrl });
  const needed = mediaOf(words, place.oaId);
  return { place, fetched: needed.length > 0 ? await parts.fetchMedia(needed) : new Map() };
}

interface SentNotice {
  ids: number[];
  place: MemberPlace;
  memberId: string;
  outcome: NoticeOutcome;
  now: number;
}

/** One transaction writes the message and marks the notice as told. No message means that the notice is obsolete. */
async function sendNotice(
  parts: TellParts,
  { ids, place, memberId, outcome, now }: SentNotice,
  compose: (trx: Transaction<Tables>) => Promise<Draft[]>,
): Promise<void> {
  const isSaid = await parts.db.transaction().execute(async (trx) => {
    const untold = [...(await lockUntold(trx, ids))];
    if (untold.length === 0) return false;
    const drafts = (await compose(trx)).flatMap((draft) => splitDraft(draft, parts.splitText));
    const { conversationId } = place;
    await writeOutbox(trx, { conversationId, drafts, origin: parts.origin, now, noticeIds: untold });
    const isWorth = drafts.length > 0;
    await markTold(trx, untold, { outcome: isWorth ? outcome : 'stale', now });
    const [noticeId] = untold;
    if (isWorth)
      await recordAttempt(
        trx,
        { memberId, noticeId, oaId: place.oaId, channel: 'free', outcome: 'sent' },
        now,
      );
    return isWorth;
  });
  if (isSaid) await parts.queue.addMany('wake-conversation', [wakeJob(place)]);
}
