import { writeOutbox } from '../../conversation/outbox.ts';
import { wakeJob } from '../../conversation/wake.ts';
import type { AttemptOutcome, NoticeKind } from '../../database/member-tables.ts';
import { messageOf } from '../../errors.ts';
import { tellMembersJob } from '../../ticket/timers/after-commit.ts';
import { memberButton } from '../chat/buttons.ts';
import { toDraft } from '../chat/member-context.ts';
import type { TellParts } from '../member-parts.ts';
import type { StoredNotice } from '../notices/notice-store.ts';
import { lastWokenAt, recordAttempt } from './attempt-store.ts';
import { availableChannels, type ContactChannel } from './channels.ts';
import type { MemberPlace } from './member-places.ts';
import { leftThisMonth, lockBudget } from './paid-budget.ts';

/** Minimum time between two nudges of a member. */
const nudgeAgainMs = 12 * 60 * 60_000;
/** Kinds of notice that are worth a nudge. */
const nudgeKinds = new Set<NoticeKind>(['offer', 'given', 'resident-wrote', 'remind']);

interface NudgeParams {
  memberId: string;
  places: readonly MemberPlace[];
  notices: readonly StoredNotice[];
}

/**
 * The member's free window is closed. Tries each channel in order with a text that only gives the count; records every
 * attempt.
 */
export async function nudgeMember(
  parts: TellParts,
  { memberId, places, notices }: NudgeParams,
): Promise<void> {
  const { db, clock, settings } = parts;
  const now = clock.now();
  const count = notices.filter(({ kind }) => nudgeKinds.has(kind)).length;
  if (count === 0) return;
  const wokenAt = await lastWokenAt(db, memberId);
  if (wokenAt !== undefined && now - wokenAt < nudgeAgainMs) return;
  const possible = availableChannels({
    places,
    groups: await presentGroups(parts),
    leftVnd: await leftThisMonth(db, settings, now),
    settings,
  });
  for (const channel of possible) {
    if (channel.name !== 'free' && (await tryChannel(parts, { channel, memberId, count, now }))) return;
  }
}

/** The Zalo group of each OA that is in one. */
export async function presentGroups({ db }: Pick<TellParts, 'db'>): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('oa_groups')
    .select(['oa_id', 'group_id'])
    .where('left_at', 'is', null)
    .orderBy('seen_at')
    .execute();
  return new Map(rows.map((row) => [row.oa_id, row.group_id]));
}

interface ChannelAttempt {
  channel: Exclude<ContactChannel, { name: 'free' }> | ContactChannel;
  memberId: string;
  count: number;
  now: number;
}

async function tryChannel(parts: TellParts, attempt: ChannelAttempt): Promise<boolean> {
  const { channel, memberId, now } = attempt;
  const oaId = 'place' in channel ? channel.place.oaId : 'oaId' in channel ? channel.oaId : undefined;
  try {
    const outcome = await sendVia(parts, attempt);
    if (outcome === undefined) return false;
    if (outcome === 'nobody-to-call') {
      parts.alarm.raise('member-unreachable', { detail: memberId });
    }
    // `sendPaid` records its attempt together with its cost.
    if (channel.name !== 'paid')
      await recordAttempt(parts.db, { memberId, oaId, channel: channel.name, outcome }, now);
    return outcome !== 'nobody-to-call';
  } catch (error) {
    const refusal = { outcome: 'refused', detail: messageOf(error) } as const;
    await recordAttempt(parts.db, { memberId, oaId, channel: channel.name, ...refusal }, now);
    return false;
  }
}

/** @returns the outcome; undefined when the channel is not available after all */
async function sendVia(
  parts: TellParts,
  { channel, memberId, count, now }: ChannelAttempt,
): Promise<AttemptOutcome | undefined> {
  const t = parts.words.in('vi');
  switch (channel.name) {
    case 'paid':
      return sendPaid(parts, { place: channel.place, memberId, count, now });
    case 'template':
      await parts.sendTemplate(channel.place, { id: channel.templateId, data: { count: String(count) } });
      return 'sent';
    case 'group':
      await parts.sendToGroup(channel, t('member:wake.group', { count }));
      return 'sent';
    case 'call-list':
      return listForCalls(parts, { memberId, count, now });
    default:
      return undefined;
  }
}

interface PaidWake {
  place: MemberPlace;
  memberId: string;
  count: number;
  now: number;
}

async function sendPaid(
  parts: TellParts,
  { place, memberId, count, now }: PaidWake,
): Promise<AttemptOutcome | undefined> {
  const { db, settings, origin, queue } = parts;
  const t = parts.words.in('vi');
  const isPaid = await db.transaction().execute(async (trx) => {
    await lockBudget(trx, now);
    const { messageVnd } = settings.paid;
    if ((await leftThisMonth(trx, settings, now)) < messageVnd) return false;
    const line = toDraft(t('member:wake.line', { count }), {
      buttons: [memberButton(t, 'on_duty'), memberButton(t, 'away_today')],
    });
    await writeOutbox(trx, {
      conversationId: place.conversationId,
      drafts: [{ ...line, mayCost: true }],
      origin,
      now,
    });
    await recordAttempt(
      trx,
      { memberId, oaId: place.oaId, channel: 'paid', outcome: 'sent', costVnd: messageVnd },
      now,
    );
    return true;
  });
  if (!isPaid) return undefined;
  await queue.addMany('wake-conversation', [wakeJob(place)]);
  return 'sent';
}

/** Asks the leads of the member's teams to call. */
async function listForCalls(
  { db, queue }: TellParts,
  { memberId, count, now }: Omit<PaidWake, 'place'>,
): Promise<AttemptOutcome> {
  const leads = await db
    .selectFrom('team_members as own')
    .innerJoin('team_members as lead', 'lead.team_id', 'own.team_id')
    .innerJoin('members', 'members.member_id', 'lead.member_id')
    .select('lead.member_id')
    .distinct()
    .where('own.member_id', '=', memberId)
    .where('lead.role', '=', 'lead')
    .where('lead.member_id', '!=', memberId)
    .where('removed_at', 'is', null)
    .execute();
  if (leads.length === 0) return 'nobody-to-call';
  await db
    .insertInto('member_notices')
    .values(
      leads.map((lead) => ({
        member_id: lead.member_id,
        ticket_id: null,
        kind: 'call-member',
        data: JSON.stringify({ memberId, count }),
        due_at: now,
        created_at: now,
      })),
    )
    .execute();
  await queue.addMany('tell-members', [tellMembersJob()]);
  return 'listed';
}
