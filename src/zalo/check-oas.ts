import type { Kysely } from 'kysely';
import type { Alarm } from '../alarm.ts';
import type { Tables } from '../database/schema.ts';
import { messageOf } from '../errors.ts';
import type { Logger } from '../logger.ts';
import type { ZaloClient } from './api/zalo-client.ts';
import { ZaloRefusal } from './api/zalo-error.ts';

interface CheckOasParts {
  db: Kysely<Tables>;
  client: Pick<ZaloClient, 'getOa'>;
  alarm: Alarm;
  logger: Logger;
}

/**
 * Asks Zalo once about every connected OA at the start, so that a missing package or a lost right shows now and not
 * with the first resident. Stores the name of an OA that has none. Does not throw when one OA fails.
 */
export async function checkConnectedOas({ db, client, alarm, logger }: CheckOasParts): Promise<void> {
  const rows = await db.selectFrom('oas').select(['oa_id', 'name']).where('token_state', '=', 'ok').execute();
  for (const { oa_id: oaId, name } of rows) {
    try {
      const oa = await client.getOa(oaId);
      logger.info({ oaId, package: oa.package_name, verified: oa.is_verified }, 'Zalo knows the OA');
      if (name === null && oa.name) {
        await db.updateTable('oas').set({ name: oa.name }).where('oa_id', '=', oaId).execute();
      }
    } catch (error) {
      logger.warn({ oaId, reason: messageOf(error) }, 'the OA could not be asked for');
      if (error instanceof ZaloRefusal) alarm.raise('sending-stopped', { oaId, detail: error.message });
    }
  }
}
