import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../database/schema.ts';
import { type Area, type AreaTree, createAreaTree } from './area-tree.ts';

/** Ordered by id. */
export async function listAreas(db: Kysely<Tables>): Promise<Area[]> {
  const rows = await db.selectFrom('areas').selectAll().orderBy('area_id').execute();
  return rows.map((row) => ({
    areaId: row.area_id,
    level: row.level,
    name: row.name,
    parentId: row.parent_id ?? undefined,
    validFrom: row.valid_from ?? undefined,
    validUntil: row.valid_until ?? undefined,
    ...(row.aliases.length > 0 ? { aliases: row.aliases } : {}),
  }));
}

export async function loadAreaTree(db: Kysely<Tables>): Promise<AreaTree> {
  return createAreaTree(await listAreas(db));
}

/** Adds or updates areas. Parents may come in any order, but must be in the list or stored already. */
export async function saveAreas(db: Kysely<Tables>, areas: readonly Area[]): Promise<void> {
  if (areas.length === 0) return;
  await db
    .insertInto('areas')
    .values(
      areas.map((area) => ({
        area_id: area.areaId,
        level: area.level,
        name: area.name,
        parent_id: area.parentId ?? null,
        valid_from: area.validFrom ?? null,
        valid_until: area.validUntil ?? null,
      })),
    )
    .onConflict((conflict) =>
      conflict.column('area_id').doUpdateSet((eb) => ({
        level: eb.ref('excluded.level'),
        name: eb.ref('excluded.name'),
        parent_id: eb.ref('excluded.parent_id'),
        valid_from: eb.ref('excluded.valid_from'),
        valid_until: eb.ref('excluded.valid_until'),
      })),
    )
    .execute();
}

/** Adds an alias to an area, unless it has it already. */
export async function addAlias(db: Kysely<Tables>, areaId: string, alias: string): Promise<void> {
  await sql`
    update areas set aliases = array_append(aliases, ${alias}::text)
    where area_id = ${areaId} and not ${alias}::text = any(aliases)`.execute(db);
}
