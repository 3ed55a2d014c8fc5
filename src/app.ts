import type { RequestListener } from 'node:http';
import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import type { Dependencies } from './dependencies.ts';
import { messageOf } from './errors.ts';
import { createDomainVerificationRouter } from './pages/domain-verification.ts';
import { createHealthRouter } from './pages/health.ts';

/** Everything that answers HTTP, in order: the webhook first, outside Express. */
export function createApp(dependencies: Dependencies): RequestListener {
  const { webhook, oauthRouter, config, logger } = dependencies;
  const app = newApp();
  app.use((request, response, next) => {
    // No address of ours has a NUL byte, and the database takes none.
    if (/%00/i.test(request.url)) response.status(400).end();
    else next();
  });
  // The rate limits count by the address of the browser, which a reverse proxy on this machine or network reports.
  app.set('trust proxy', ['loopback', 'uniquelocal']);
  app.use(oauthRouter);
  app.use(createHealthRouter(dependencies));
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

/** All that a worker answers: it takes no deliveries and shows no pages. */
export function createWorkerApp(dependencies: Dependencies): RequestListener {
  return newApp().use(createHealthRouter(dependencies));
}

function newApp(): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  return app;
}
