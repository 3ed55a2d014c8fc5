import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBot } from '../../src/bot.ts';
import { createAdjustableClock } from '../../src/clock.ts';
import { parseConfig } from '../../src/config.ts';
import { createLogger, silentLogger } from '../../src/logger.ts';
import { connectOa } from '../../src/zalo/auth/connect-oa.ts';
import { createSimulator } from '../../tools/simulator/simulator.ts';
import { modelFolder } from '../helpers/model-folder.ts';
import { createTestDatabase } from '../helpers/test-database.ts';
import { until } from '../helpers/until.ts';
import { appId, oaId, oaSecretKey, startAt, testSettings } from '../helpers/whole-bot.ts';

describe('at start the bot', () => {
  test('asks Zalo about each OA, learns its name, and raises an alarm for one that has lost its permission', async () => {
    const lostOaId = '1872450913366021549';
    const dataDir = await mkdtemp(join(tmpdir(), 'cau-noi-start-'));
    const clock = createAdjustableClock({ now: () => startAt });
    const simulator = createSimulator({
      clock,
      logger: silentLogger,
      appId,
      appSecret: 'demo-app-secret-not-real',
      oaSecretKey,
      webhookUrl: 'http://127.0.0.1:1/webhooks/zalo',
      oas: [
        { oaId, name: 'Xã Thử Một' },
        { oaId: lostOaId, name: 'Xã Mất Quyền' },
      ],
    });
    const config = parseConfig(testSettings(await simulator.listen(0), { DATA_DIR: dataDir }));
    const database = await createTestDatabase();
    const lines: string[] = [];
    const logger = createLogger('info', { write: (line) => lines.push(line) });
    const bot = await startBot({
      config,
      clock,
      logger,
      database,
      modelFolder,
      async prepare({ sealer }) {
        const parts = { db: database.db, sealer, clock };
        for (const id of [oaId, lostOaId]) await connectOa(parts, { oaId: id, ...simulator.issueTokens(id) });
        simulator.platform.grants.revoke(lostOaId);
      },
    });
    try {
      await until('both are asked for', () =>
        lines.some((line) => line.includes('"alarm: a person must act"')),
      );
      const names = await database.db.selectFrom('oas').select(['oa_id', 'name']).orderBy('oa_id').execute();
      expect(names).toEqual([
        { oa_id: oaId, name: 'Xã Thử Một' },
        { oa_id: lostOaId, name: null },
      ]);
    } finally {
      await bot.stop();
      await simulator.close();
      await rm(dataDir, { recursive: true, force: true });
    }
  });
});
