import { type Kysely, sql } from 'kysely';
import type { WindowAt } from '../../conversation/window.ts';
import type { AttemptOutcome } from '../../database/member-tables.ts';
import type { Tables } from '../../database/schema.ts';
import type { MemberSettings } from '../settings.ts';
import { availableChannels, type Channel } from './channels.ts';
import { listPlaces } from './member-places.ts';
import { presentGroups } from './nudge-member.ts';
import { leftThisMonth } from './paid-budget.ts';

/** How a member would be reached now, and the result of the last attempt. */
export interface MemberPath {
  channel: Channel;
  /** When the free window closes; epoch ms. */
  freeUntil: number | undefined;
  lastTry: { channel: string; outcome: AttemptOutcome; detail: string | null; at: number } | undefined;
}

interface PathParts {
  db: Kysely<Tables>;
  windowAt: WindowAt;
  settings: MemberSettings;
  now: number;
}

interface TryRow {
  member_id: string;
  channel: string;
  outcome: AttemptOutcome;
  detail: string | null;
  at: number;
}

/** The path to each of these members. */
export async function listPaths(
  { db, windowAt, settings, now }: PathParts,
  memberIds: readonly string[],
): Promise<Map<string, MemberPath>> {
  const groups = await presentGroups({ db });
  const leftVnd = await leftThisMonth(db, settings, now);
  const { rows } = await sql<TryRow>`
    select distinct on (member_id) member_id, channel, outcome, detail, at from contact_attempts
    order by member_id, id desc`.execute(db);
  const tries = new Map(rows.map((row) => [row.member_id, row]));
  const paths = new Map<string, MemberPath>();
  for (const memberId of memberIds) {
    const places = await listPlaces(db, { memberId, windowAt, now });
    const [channel] = availableChannels({ places, groups, leftVnd, settings });
    const last = tries.get(memberId);
    paths.set(memberId, {
      channel: channel?.name ?? 'call-list',
      freeUntil: channel?.name === 'free' ? channel.place.window.freeUntil : undefined,
      lastTry: last && {
        channel: last.channel,
        outcome: last.outcome,
        detail: last.detail,
        at: last.at,
      },
    });
  }
  return paths;
}
