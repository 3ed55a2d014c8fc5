import type { Dependencies } from '../../../dependencies.ts';
import { messageOf } from '../../../errors.ts';
import { checkKey } from '../../../zalo/auth/check-key.ts';
import type { RecordFacts } from '../facts.ts';

type RecordParts = Pick<Dependencies, 'database' | 'sealer'>;

export async function probeRecords({ database, sealer }: RecordParts): Promise<RecordFacts> {
  const { db } = database;
  const rows = await db.selectFrom('oas').selectAll().orderBy('connected_at').execute();
  const alive = await db
    .selectFrom('service_state')
    .select('value')
    .where('name', '=', 'last-alive')
    .executeTakeFirst();
  return {
    oas: rows.map((row) => ({
      oaId: row.oa_id,
      name: row.name,
      areaId: row.area_id,
      tokenState: row.token_state,
      accessExpiresAt: row.access_expires_at,
      refreshExpiresAt: row.refresh_expires_at,
      lastEventAt: row.last_event_at,
    })),
    aliveAt: typeof alive?.value === 'number' ? alive.value : undefined,
    keyFault: await checkKey(db, sealer).then(() => undefined, messageOf),
  };
}
