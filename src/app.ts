import type { RequestListener } from 'node:http';
import type { NextFunction, Request, Response } from 'express';
import express from 'express';
import type { Dependencies } from './dependencies.ts';
import { messageOf } from './errors.ts';
import { createDomainVerificationRouter } from './pages/domain-verification.ts';
import { maySeeInside } from './pages/may-see-inside.ts';

/** Everything that answers HTTP, in order: the webhook first, outside Express. */
export function createApp(dependencies: Dependencies): RequestListener {
  const { webhook, oauthRouter, config, logger } = dependencies;
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.use((request, response, next) => {
    // No address of ours has a NUL byte, and the database takes none.
    if (/%00/i.test(request.url)) response.status(400).end();
    else next();
  });
  // The rate limits count by the address of the browser, which a reverse proxy on this machine or network reports.
  app.set('trust proxy', ['loopback', 'uniquelocal']);
  app.use(oauthRouter);
  app.get('/healthz', (_request, response) => {
    response.json({ status: 'ok' });
  });
  app.get('/readyz', (request, response) => ready(dependencies, request, response));
  app.get('/metrics', (request, response) => showMetrics(dependencies, request, response));
  app.use(createDomainVerificationRouter({ code: config.ZALO_DOMAIN_VERIFICATION }));
  app.use(dependencies.pagesRouter);
  if (dependencies.console) app.use(dependencies.console.router);
  app.use((error: unknown, request: Request, response: Response, next: NextFunction) => {
    if (response.headersSent) return next(error);
    logger.warn({ path: request.path, reason: messageOf(error) }, 'a request failed');
    response.status(500).json({ error: 'internal' });
  });
  return (request, response) => {
    if (!webhook.router(request, response)) app(request, response);
  };
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
