import type { Kysely } from 'kysely';
import type { Tables } from '../../database/schema.ts';
import { OperatorError } from '../../errors.ts';

/** @throws OperatorError when there is no such area */
export async function requireArea(db: Kysely<Tables>, areaId: string): Promise<void> {
  const area = await db
    .selectFrom('areas')
    .select('area_id')
    .where('area_id', '=', areaId)
    .executeTakeFirst();
  if (!area) throw new OperatorError(`There is no area "${areaId}". See areas:list.`);
}

/**
 * Ties an OA to the area that its residents live in when they name no other; members of its teams are invited there.
 * @throws OperatorError when the OA is not connected
 */
export async function setOaArea(db: Kysely<Tables>, oaId: string, areaId: string): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('oas')
    .set({ area_id: areaId })
    .where('oa_id', '=', oaId)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new OperatorError(`There is no OA "${oaId}". See oa:list.`);
}
