import { type Draft, writeOutbox } from '../conversation/outbox.ts';
import { wakeJob } from '../conversation/wake.ts';
import { messageOf } from '../errors.ts';
import type { Origin, PersonRef } from '../message.ts';
import { tellMembersJob } from '../ticket/hints.ts';
import { composeNotice, mediaOf } from './compose-notice.ts';
import type { FetchedMedia, NeededMedia } from './media/media-needed.ts';
import { createMemberDesk } from './member-desk.ts';
import type { LaneParts } from './member-lane.ts';
import { freePlace, listPlaces, type MemberPlace } from './member-places.ts';
import { toDraft } from './member-turn.ts';
import { nameResidents } from './name-resident.ts';
import { lockUntold, markTold, putOff, type StoredNotice, takeDueNotices } from './notice-store.ts';
import { type QuietHours, wakesAt } from './quiet-hours.ts';
import { readWords } from './resident-words.ts';
import { pageOf } from './steps/lists.ts';

export interface TellParts extends LaneParts {
  origin: Origin;
  quietHours: QuietHours;
  fetchMedia(needed: readonly NeededMedia[]): Promise<FetchedMedia>;
  /** What the platform calls somebody. */
  nameOf(person: PersonRef): Promise<string | undefined>;
}

/** Who wrote so lately is awake, whatever the hour. */
const awakeMs = 30 * 60_000;
/** More new matters at once are one list and not a card each. */
const mostCards = 3;
/** A notice that cannot be told must not hold up the others, nor be tried without end. */
const putOffMs = 10 * 60_000;
/** Who cannot be written to is looked at again so often; their own word comes first. */
const lookAgainMs = 60 * 60_000;

/** Tells members what is due, each over the OA where they can be written to. @returns how many notices were looked at */
export async function tellMembers(parts: TellParts): Promise<number> {
  let count = 0;
  for (;;) {
    const due = await takeDueNotices(parts.db, parts.clock.now());
    if (due.length === 0) return count;
    await nameResidents(
      parts,
      due.flatMap(({ ticket_id }) => ticket_id ?? []),
    );
    const members = new Set(due.map(({ member_id }) => member_id));
    for (const memberId of members) {
      await tellOne(
        parts,
        memberId,
        due.filter(({ member_id }) => member_id === memberId),
      );
    }
    count += due.length;
  }
}

async function tellOne(parts: TellParts, memberId: string, notices: StoredNotice[]): Promise<void> {
  const { db, clock, logger } = parts;
  try {
    await reach(parts, memberId, notices);
  } catch (error) {
    logger.error({ memberId, reason: messageOf(error) }, 'a member could not be told');
    const ids = notices.map(({ id }) => id);
    await putOff(db, ids, { waitsFor: 'repair', dueAt: clock.now() + putOffMs });
  }
}

async function reach(parts: TellParts, memberId: string, notices: StoredNotice[]): Promise<void> {
  const { db, clock, windowAt } = parts;
  const now = clock.now();
  const places = await listPlaces(db, { memberId, windowAt, now });
  const opensAt = wakesAt(parts.quietHours, now);
  const isAwake = opensAt <= now || places.some(({ lastWroteAt }) => now - lastWroteAt < awakeMs);
  const sayable = notices.filter(({ urgent }) => isAwake || urgent);
  await wait(
    parts,
    notices.filter((notice) => !sayable.includes(notice)),
    { waitsFor: 'morning', dueAt: opensAt },
  );
  if (places.every(({ window }) => window.state !== 'free')) {
    return wait(parts, sayable, { waitsFor: 'window', dueAt: now + lookAgainMs });
  }
  await say(parts, { memberId, places, notices: sayable });
}

async function wait(
  { db, queue }: TellParts,
  notices: readonly StoredNotice[],
  until: { waitsFor: string; dueAt: number },
): Promise<void> {
  if (notices.length === 0) return;
  await putOff(
    db,
    notices.map(({ id }) => id),
    until,
  );
  await queue.addMany('tell-members', [tellMembersJob(until.dueAt)]);
}

interface Saying {
  memberId: string;
  places: MemberPlace[];
  notices: StoredNotice[];
}

async function say(parts: TellParts, { memberId, places, notices }: Saying): Promise<void> {
  const offers = notices.filter(({ kind }) => kind === 'offer');
  const isMany = offers.length > mostCards;
  if (isMany) await sayDigest(parts, { memberId, places, notices: offers });
  for (const notice of notices) {
    if (isMany && notice.kind === 'offer') continue;
    await sayNotice(parts, { memberId, places, notice });
  }
}

/** One message instead of many cards. */
async function sayDigest(parts: TellParts, { memberId, places, notices }: Saying): Promise<void> {
  const place = freePlace(places, undefined);
  if (!place) return;
  const now = parts.clock.now();
  const t = parts.words.in('vi');
  await parts.db.transaction().execute(async (trx) => {
    const untold = await lockUntold(
      trx,
      notices.map(({ id }) => id),
    );
    if (untold.size === 0) return;
    const views = await createMemberDesk(parts, { trx, memberId, now }).listNew();
    const { text, options } = pageOf(
      { t, now, topicTitle: parts.topicTitle },
      { views, from: 0, step: 'new' },
    );
    if (views.length > 0) await write(parts, trx, { place, drafts: [toDraft(text, options)], now });
    await markTold(trx, [...untold], { outcome: 'digest', now });
  });
  await wake(parts, place);
}

interface SayingOne extends Omit<Saying, 'notices'> {
  notice: StoredNotice;
}

async function sayNotice(parts: TellParts, { memberId, places, notice }: SayingOne): Promise<void> {
  const { db, clock } = parts;
  const t = parts.words.in('vi');
  const now = clock.now();
  const ready = await prepare(parts, { memberId, places, notice });
  if (!ready) return markTold(db, [notice.id], { outcome: 'stale', now });
  const { place, fetched } = ready;
  const isSaid = await db.transaction().execute(async (trx) => {
    if (!(await lockUntold(trx, [notice.id])).has(notice.id)) return false;
    const desk = createMemberDesk(parts, { trx, memberId, now });
    const view = await desk.findById(notice.ticket_id ?? 0);
    const telling = {
      t,
      now,
      topicTitle: parts.topicTitle,
      trx,
      memberId,
      desk,
      notice,
      oaId: place.oaId,
      fetched,
    };
    const drafts = view ? await composeNotice({ ...telling, view }) : [];
    await write(parts, trx, { place, drafts, now });
    await markTold(trx, [notice.id], { outcome: drafts.length > 0 ? 'told' : 'stale', now });
    return drafts.length > 0;
  });
  if (isSaid) await wake(parts, place);
}

/** Whatever needs the network, before the transaction: the resident's pictures. */
async function prepare(
  parts: TellParts,
  { memberId, places, notice }: SayingOne,
): Promise<{ place: MemberPlace; fetched: FetchedMedia } | undefined> {
  const { db, clock } = parts;
  const now = clock.now();
  const view = await db
    .transaction()
    .execute((trx) => createMemberDesk(parts, { trx, memberId, now }).findById(notice.ticket_id ?? 0));
  const place = view && freePlace(places, view.oaId);
  if (!place) return undefined;
  const hasMedia = notice.kind === 'photos' || notice.kind === 'resident-wrote';
  if (!hasMedia || view.assigneeId !== memberId) return { place, fetched: new Map() };
  const words = await readWords(db, { notice, view, t: parts.words.in('vi') });
  const needed = mediaOf(words, place.oaId);
  return { place, fetched: needed.length > 0 ? await parts.fetchMedia(needed) : new Map() };
}

async function write(
  { origin, splitText }: TellParts,
  trx: Parameters<typeof writeOutbox>[0],
  { place, drafts, now }: { place: MemberPlace; drafts: Draft[]; now: number },
): Promise<void> {
  const parted = drafts.flatMap((draft) => partDraft(draft, splitText));
  await writeOutbox(trx, { conversationId: place.conversationId, drafts: parted, origin, now });
}

/** Long words become several messages; the buttons stay with the last. */
function partDraft(draft: Draft, splitText: (text: string) => string[]): Draft[] {
  const { content } = draft;
  if (content.kind !== 'text') return [draft];
  const texts = splitText(content.text);
  return texts.map((text, index) => {
    const { buttons, ...plain } = content;
    const isLast = index === texts.length - 1;
    return { ...draft, content: { ...plain, text, ...(isLast && buttons ? { buttons } : {}) } };
  });
}

async function wake({ queue }: TellParts, place: MemberPlace): Promise<void> {
  await queue.addMany('wake-conversation', [wakeJob(place)]);
}
