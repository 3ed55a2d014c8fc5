import { type Kysely, sql } from 'kysely';
import type { WindowAt } from '../../conversation/window.ts';
import type { Tables } from '../../database/schema.ts';
import type { MemberSettings } from '../settings.ts';
import { type WayName, waysTo } from './channels.ts';
import { listPlaces } from './member-places.ts';
import { leftThisMonth } from './paid-budget.ts';
import { presentGroups } from './wake-member.ts';

/** How a member would be reached now, and what became of the last try. */
export interface MemberPath {
  way: WayName;
  /** Until when the free window is open; epoch ms. */
  freeUntil: number | undefined;
  lastTry: { way: string; outcome: string; at: number } | undefined;
}

interface PathParts {
  db: Kysely<Tables>;
  windowAt: WindowAt;
  settings: MemberSettings;
  now: number;
}

interface TryRow {
  member_id: string;
  way: string;
  outcome: string;
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
    select distinct on (member_id) member_id, way, outcome, at from member_tries
    order by member_id, id desc`.execute(db);
  const tries = new Map(rows.map((row) => [row.member_id, row]));
  const paths = new Map<string, MemberPath>();
  for (const memberId of memberIds) {
    const places = await listPlaces(db, { memberId, windowAt, now });
    const [way] = waysTo({ places, groups, leftVnd, settings });
    const last = tries.get(memberId);
    paths.set(memberId, {
      way: way?.name ?? 'call-list',
      freeUntil: way?.name === 'free' ? way.place.window.freeUntil : undefined,
      lastTry: last && { way: last.way, outcome: last.outcome, at: last.at },
    });
  }
  return paths;
}
