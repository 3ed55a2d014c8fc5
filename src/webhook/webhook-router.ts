import express, { type NextFunction, type Request, type Response, Router } from 'express';
import type { Metrics } from '../metrics.ts';
import type { AcceptResult } from './accept-delivery.ts';
import type { Delivery } from './verify-delivery.ts';

const path = '/webhooks/zalo';
const largestBody = '1mb';

interface WebhookRouterParts {
  accept(delivery: Delivery): Promise<AcceptResult>;
  metrics: Metrics;
}

/**
 * `POST /webhooks/zalo`. Everything is answered 200, because Zalo's console stores the URL only then: what does
 * not verify is dropped. 413 for a body over 1 MB, 503 when a delivery could not be made durable.
 * To be mounted before any parser of bodies.
 */
export function createWebhookRouter({ accept, metrics }: WebhookRouterParts): Router {
  const router = Router();
  router.get(path, (_request, response) => {
    response.status(200).end();
  });
  router.post(path, express.raw({ limit: largestBody, type: () => true }), async (request, response) => {
    const body: unknown = request.body;
    const result = await accept({
      body: Buffer.isBuffer(body) ? body : Buffer.alloc(0),
      signature: request.get('x-zevent-signature'),
    });
    response.status(result === 'unavailable' ? 503 : 200).end();
  });
  router.use(
    path,
    (error: { status?: number }, _request: Request, response: Response, next: NextFunction) => {
      if (!error.status || error.status >= 500) return next(error);
      const isTooLarge = error.status === 413;
      metrics.count('deliveries_total', { result: isTooLarge ? 'too-large' : 'unreadable' });
      response.status(isTooLarge ? 413 : 200).end();
    },
  );
  return router;
}
