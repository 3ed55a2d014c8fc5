import { type Request, type Response, Router } from 'express';
import type { Watchdog } from '../actor/watchdog.ts';
import type { Config } from '../config.ts';
import type { Database } from '../database/database.ts';
import { messageOf } from '../errors.ts';
import type { Logger } from '../logger.ts';
import type { Metrics } from '../metrics.ts';
import type { JobQueue } from '../queue/job-queue.ts';
import { maySeeInside } from './may-see-inside.ts';

interface HealthParts {
  config: Config;
  logger: Logger;
  database: Database;
  queue: JobQueue;
  metrics: Metrics;
  watchdog: Watchdog;
}

/** What every process tells whoever watches over it: whether it is alive and ready, and its metrics. */
export function createHealthRouter(parts: HealthParts): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => {
    response.json({ status: 'ok' });
  });
  router.get('/readyz', (request, response) => ready(parts, request, response));
  router.get('/metrics', (request, response) => showMetrics(parts, request, response));
  return router;
}

/**
 * Database, queue and watchdog decide; one OA's lost grant is reported but does not take the whole service out. Ids and
 * figures are for the operator only.
 */
async function ready(parts: HealthParts, request: Request, response: Response): Promise<void> {
  const { database, queue, logger, watchdog } = parts;
  try {
    const oas = await database.db.selectFrom('oas').select(['oa_id', 'name', 'token_state']).execute();
    const jobs = await queue.counts();
    const isStuck = watchdog.isStuck();
    const details = {
      jobs,
      oas: oas.map((oa) => ({ id: oa.oa_id, name: oa.name, token: oa.token_state })),
    };
    response.status(isStuck ? 503 : 200).json({
      status: isStuck ? 'not ready' : 'ready',
      ...(isOperator(parts, request) ? details : {}),
    });
  } catch (error) {
    logger.warn({ reason: messageOf(error) }, 'not ready');
    response.status(503).json({ status: 'not ready' });
  }
}

async function showMetrics(parts: HealthParts, request: Request, response: Response): Promise<void> {
  const { metrics, queue } = parts;
  if (!isOperator(parts, request)) {
    response.status(403).end();
    return;
  }
  const counts = await queue.counts().catch(() => undefined);
  for (const [state, count] of Object.entries(counts ?? {})) metrics.set('jobs_waiting', count, { state });
  response.type('text/plain').send(await metrics.text());
}

function isOperator({ config }: HealthParts, request: Request): boolean {
  return maySeeInside(request, { token: config.METRICS_TOKEN, publicUrl: config.PUBLIC_URL });
}
