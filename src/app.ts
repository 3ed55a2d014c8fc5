import { createHash, timingSafeEqual } from 'node:crypto';
import type { RequestListener } from 'node:http';
import type { NextFunction, Request, Response } from 'express';
import express from 'express';
import type { Dependencies } from './dependencies.ts';
import { messageOf } from './errors.ts';
import { createDomainVerificationRouter } from './pages/domain-verification.ts';

/** Everything that answers HTTP, in order: the webhook first, outside Express. */
export function createApp(dependencies: Dependencies): RequestListener {
  const { webhook, oauthRouter, config, logger } = dependencies;
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  // The rate limits count by the address of the browser, which a reverse proxy on this machine or network reports.
  app.set('trust proxy', ['loopback', 'uniquelocal']);
  app.use(oauthRouter);
  app.get('/healthz', (_request, response) => {
    response.json({ status: 'ok' });
  });
  app.get('/readyz', (_request, response) => ready(dependencies, response));
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

/** Database and queue decide; one OA's lost grant is reported but does not take the whole service out. */
async function ready({ database, queue, logger }: Dependencies, response: Response): Promise<void> {
  try {
    const oas = await database.db.selectFrom('oas').select(['oa_id', 'name', 'token_state']).execute();
    const jobs = await queue.counts();
    response.json({
      status: 'ready',
      jobs,
      oas: oas.map((oa) => ({ id: oa.oa_id, name: oa.name, token: oa.token_state })),
    });
  } catch (error) {
    logger.warn({ reason: messageOf(error) }, 'not ready');
    response.status(503).json({ status: 'not ready' });
  }
}

/** Answers this machine only, unless a token is configured and sent. */
async function showMetrics(dependencies: Dependencies, request: Request, response: Response): Promise<void> {
  const { config, metrics, queue } = dependencies;
  const token = config.METRICS_TOKEN;
  const allowed = token
    ? sameSecret(request.get('authorization') ?? '', `Bearer ${token}`)
    : isLoopback(request);
  if (!allowed) {
    response.status(403).end();
    return;
  }
  const counts = await queue.counts().catch(() => undefined);
  for (const [state, count] of Object.entries(counts ?? {})) metrics.set('jobs_waiting', count, { state });
  response.type('text/plain').send(await metrics.text());
}

function isLoopback(request: Request): boolean {
  const address = request.socket.remoteAddress ?? '';
  const proxied = request.get('x-forwarded-for') !== undefined;
  return !proxied && (address === '127.0.0.1' || address === '::1' || address === '::ffff:127.0.0.1');
}

function sameSecret(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
