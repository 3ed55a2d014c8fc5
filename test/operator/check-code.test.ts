import { openDatabase } from '../../src/database/database.ts';
import { silentLogger } from '../../src/logger.ts';
import { createMetrics } from '../../src/metrics.ts';
import { describeOperatorCodes } from '../contracts/operator-codes.contract.ts';
import { hasPostgres, postgresInstallLine, startPostgres } from '../helpers/postgres-server.ts';
import type { ServerUnderTest } from '../helpers/redis-server.ts';
import { createTestDatabase } from '../helpers/test-database.ts';

describeOperatorCodes('codes of operators on the embedded database', () =>
  createTestDatabase({ isOwn: true }),
);

if (hasPostgres()) {
  describe('with a server', () => {
    let server: ServerUnderTest | undefined;
    afterAll(() => server?.close());
    describeOperatorCodes('codes of operators on PostgreSQL', async () => {
      server = await startPostgres();
      return openDatabase({
        logger: silentLogger,
        metrics: createMetrics(),
        dataDir: 'unused',
        databaseUrl: server.url,
      });
    });
  });
} else {
  test.skip(`PostgreSQL: ${postgresInstallLine}`, () => undefined);
}
