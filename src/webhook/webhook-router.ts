import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Metrics } from '../metrics.ts';
import type { AcceptResult } from './accept-delivery.ts';
import { type BodyLimits, createBodyReader, type NoBody } from './read-body.ts';
import type { Delivery } from './verify-delivery.ts';

const ownPath = /^\/webhooks\/zalo\/?(?:\?|$)/i;
const usualLimits: BodyLimits = {
  maxBytes: 256 * 1024,
  maxBufferedBytes: 64 * 1024 * 1024,
  smallBytes: 64 * 1024,
  timeoutMs: 10_000,
};
/** 408 and 503 ask Zalo to deliver again; a sender that broke off gets no answer. */
const statusWithoutBody: Record<NoBody, number> = {
  'too-large': 413,
  'too-slow': 408,
  crowded: 503,
  unreadable: 200,
};

interface WebhookRouterParts {
  accept(delivery: Delivery): Promise<AcceptResult>;
  metrics: Metrics;
  bodyLimits?: Partial<BodyLimits> | undefined;
}

/** Handles a request to the webhook path. @returns false for any other request, which it leaves untouched */
export type WebhookRouter = (request: IncomingMessage, response: ServerResponse) => boolean;

/**
 * `POST /webhooks/zalo`. Answers 200 to everything, because Zalo's console stores the URL only then; drops what does
 * not verify. Answers 413 for a body over 256 KB, 408 for one that takes too long, and 503 when it cannot make a delivery
 * durable or too many are in flight.
 *
 * Runs before Express, not in it: Express takes two thirds of the time of such a short request.
 */
export function createWebhookRouter({ accept, metrics, bodyLimits }: WebhookRouterParts): WebhookRouter {
  const readBody = createBodyReader({ ...usualLimits, ...bodyLimits });

  async function handleDelivery(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request);
    if (!Buffer.isBuffer(body)) {
      metrics.count('deliveries_total', { result: body });
      response.setHeader('Connection', 'close');
      return sendStatus(response, statusWithoutBody[body]);
    }
    const signature = request.headers['x-zevent-signature'];
    const result = await accept({ body, signature: typeof signature === 'string' ? signature : undefined });
    sendStatus(response, result === 'unavailable' ? 503 : 200);
  }

  return (request, response) => {
    if (!ownPath.test(request.url ?? '')) return false;
    if (request.method === 'GET' || request.method === 'HEAD') sendStatus(response, 200);
    else if (request.method === 'POST')
      handleDelivery(request, response).catch(() => sendStatus(response, 503));
    else return false;
    return true;
  };
}

function sendStatus(response: ServerResponse, status: number): void {
  response.statusCode = status;
  response.end();
}
