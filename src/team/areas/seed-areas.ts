import type { Kysely } from 'kysely';
import type { Tables } from '../../database/schema.ts';
import { ensureRootTeam } from '../roster/team-store.ts';
import { vietnameseDay } from './area-directory.ts';
import type { Areas } from './area-schema.ts';
import { loadAreaTree, saveAreas } from './area-store.ts';
import { areasOfUnits } from './areas-of-units.ts';

interface SeedParams {
  areas: Areas;
  rootName: string;
  /** Name of the team at the root, where escalation ends. */
  rootTeamName: string;
  now: number;
}

/** At a start: fills an empty area tree from the content, and ensures that the root has a team. */
export async function seedAreas(
  db: Kysely<Tables>,
  { areas, rootName, rootTeamName, now }: SeedParams,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const before = await loadAreaTree(trx);
    if (before.areas.length === 0) {
      await saveAreas(trx, areasOfUnits(areas, { rootName, day: vietnameseDay(now) }));
    }
    const { root } = before.areas.length === 0 ? await loadAreaTree(trx) : before;
    if (root) await ensureRootTeam(trx, { areaId: root.areaId, name: rootTeamName });
  });
}
