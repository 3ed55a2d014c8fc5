import { type Request, type Response, Router } from 'express';
import type { Dependencies } from './dependencies.ts';
import { messageOf } from './errors.ts';
import { maySeeInside } from './pages/may-see-inside.ts';

/** What every process tells whoever watches over it: whether it is alive and ready, and its metrics. */
export function createHealthRouter(dependencies: Dependencies): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => {
    response.json({ status: 'ok' });
  });
  router.get('/readyz', (request, response) => ready(dependencies, request, response));
  router.get('/metrics', (request, response) => showMetrics(dependencies, request, response));
  return router;
}

/**
 * Database, queue and watchdog decide; one OA's lost grant is reported but does not take the whole service out. Ids and
 * figures are for the operator only.
 */
async function ready(dependencies: Dependencies, request: Request, response: Response): Promise<void> {
  const { database, queue, logger, watchdog } = dependencies;
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
      ...(isOperator(dependencies, request) ? details : {}),
    });
  } catch (error) {
    logger.warn({ reason: messageOf(error) }, 'not ready');
    response.status(503).json({ status: 'not ready' });
  }
}

async function showMetrics(dependencies: Dependencies, request: Request, response: Response): Promise<void> {
  const { metrics, queue } = dependencies;
  if (!isOperator(dependencies, request)) {
    response.status(403).end();
    return;
  }
  const counts = await queue.counts().catch(() => undefined);
  for (const [state, count] of Object.entries(counts ?? {})) metrics.set('jobs_waiting', count, { state });
  response.type('text/plain').send(await metrics.text());
}

function isOperator({ config }: Dependencies, request: Request): boolean {
  return maySeeInside(request, { token: config.METRICS_TOKEN, publicUrl: config.PUBLIC_URL });
}
