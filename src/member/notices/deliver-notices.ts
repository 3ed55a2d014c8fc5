import { nextContactTime } from '../../calendar/quiet-hours.ts';
import type { Clock } from '../../clock.ts';
import type { NoticeDelay } from '../../database/member-tables.ts';
import { minuteMs } from '../../durations.ts';
import { messageOf } from '../../errors.ts';
import { reclaimIdleTickets } from '../../ticket/routing/reclaim-idle.ts';
import { tellMembersJob } from '../../ticket/timers/after-commit.ts';
import type { TellParts } from '../member-parts.ts';
import { listPlaces } from '../reach/member-places.ts';
import { nudgeMember } from '../reach/nudge-member.ts';
import { nameResidents } from '../tickets/name-resident.ts';
import { orderMorningLines } from './morning-line.ts';
import { countCards, leaseDueNotices, putOff, type StoredNotice } from './notice-store.ts';
import { requeueUndelivered } from './requeue-undelivered.ts';
import { maxCards, sayNotices } from './send-notices.ts';

/** A member who wrote this recently is awake, whatever the hour. */
const awakeMs = 30 * 60_000;
/** Delay after a failure, so that one notice neither blocks the others nor is retried without end. */
const putOffMs = 10 * 60_000;
/** How often to retry a member who cannot be reached; a message of theirs triggers it sooner. */
const lookAgainMs = 60 * 60_000;
/** This long after several cards, further new tickets come as one list. */
const listWaitMs = minuteMs;

/**
 * Sends members the notices that are due, each over the OA where the member can be reached. @returns how many notices
 * it processed
 */
export async function tellMembers(parts: TellParts): Promise<number> {
  let count = 0;
  for (;;) {
    const due = await leaseDueNotices(parts.db, parts.clock.now());
    if (due.length === 0) return count;
    const current: StoredNotice[] = [];
    for (const memberId of new Set(due.map(({ member_id }) => member_id))) {
      const own = due.filter(({ member_id }) => member_id === memberId);
      current.push(...(await tellOne(parts, memberId, own)));
    }
    // After all messages, so that a slow push service keeps nobody waiting.
    await parts.showInBrowsers?.(current);
    count += due.length;
  }
}

/** Work that only time triggers: refused notices, the morning line, inactive members. At most once a minute. */
export function createPeriodicChecks(parts: TellParts, clock: Clock): () => Promise<void> {
  let checkedAt = Number.NEGATIVE_INFINITY;
  return async () => {
    if (clock.now() - checkedAt < minuteMs) return;
    checkedAt = clock.now();
    await requeueUndelivered(parts.db, clock.now());
    await orderMorningLines(parts);
    await reclaimIdleTickets(parts);
  };
}

/** @returns the notices that are for now, whether or not Zalo let us tell them */
async function tellOne(parts: TellParts, memberId: string, notices: StoredNotice[]): Promise<StoredNotice[]> {
  const { db, clock, logger } = parts;
  try {
    return await reachMember(parts, memberId, notices);
  } catch (error) {
    logger.error({ memberId, reason: messageOf(error) }, 'a member could not be told');
    const ids = notices.map(({ id }) => id);
    await putOff(db, ids, { waitsFor: 'repair', dueAt: clock.now() + putOffMs });
    return [];
  }
}

async function reachMember(
  parts: TellParts,
  memberId: string,
  notices: StoredNotice[],
): Promise<StoredNotice[]> {
  const { db, clock, windowAt, settings } = parts;
  const now = clock.now();
  const places = await listPlaces(db, { memberId, windowAt, now });
  const opensAt = nextContactTime(settings.quietHours, now);
  const isAwake = opensAt <= now || places.some(({ lastWroteAt }) => now - lastWroteAt < awakeMs);
  const sayable = notices.filter(({ urgent }) => isAwake || urgent);
  const later = notices.filter((notice) => !sayable.includes(notice));
  await putOffAndWake(parts, later, { waitsFor: 'morning', dueAt: opensAt });
  if (sayable.length === 0) return [];
  if (places.some(({ window }) => window.state === 'free')) {
    await nameResidents(
      parts,
      sayable.flatMap(({ ticket_id }) => ticket_id ?? []),
    );
    const waiting = await offersToWait(parts, memberId, sayable);
    await putOffAndWake(parts, waiting, { waitsFor: 'more', dueAt: now + listWaitMs });
    const notices = sayable.filter((notice) => !waiting.includes(notice));
    await sayNotices(parts, { memberId, places, notices });
    return notices;
  }
  await nudgeMember(parts, { memberId, places, notices: sayable });
  await putOffAndWake(parts, sayable, { waitsFor: 'window', dueAt: now + lookAgainMs });
  return sayable;
}

/** After several cards in a few minutes, further new tickets wait a little and come as one list; urgent ones never wait. */
async function offersToWait(
  { db, clock }: TellParts,
  memberId: string,
  notices: readonly StoredNotice[],
): Promise<StoredNotice[]> {
  const offers = notices.filter(
    ({ kind, urgent, waits_for }) => kind === 'offer' && !urgent && waits_for !== 'more',
  );
  if (offers.length === 0) return [];
  return (await countCards(db, memberId, clock.now() - listWaitMs)) >= maxCards ? offers : [];
}

async function putOffAndWake(
  { db, queue }: TellParts,
  notices: readonly StoredNotice[],
  until: { waitsFor: NoticeDelay; dueAt: number },
): Promise<void> {
  if (notices.length === 0) return;
  await putOff(
    db,
    notices.map(({ id }) => id),
    until,
  );
  await queue.addMany('tell-members', [tellMembersJob(until.dueAt)]);
}
