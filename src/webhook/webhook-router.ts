import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Metrics } from '../metrics.ts';
import type { AcceptResult } from './accept-delivery.ts';
import { type BodyLimits, createBodyReader, type NoBody } from './read-body.ts';
import type { Delivery } from './verify-delivery.ts';

const ownPath = /^\/webhooks\/zalo\/?(?:\?|$)/i;
const usualLimits: BodyLimits = {
  largestBytes: 1024 * 1024,
  maxBufferedBytes: 64 * 1024 * 1024,
  smallBytes: 64 * 1024,
  patienceMs: 10_000,
};
/** 408 and 503 ask for the delivery again; who broke off hears nothing. */
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

/** Takes a request that is meant for it. @returns false for any other, which is left untouched */
export type WebhookRouter = (request: IncomingMessage, response: ServerResponse) => boolean;

/**
 * `POST /webhooks/zalo`. Everything is answered 200, because Zalo's console stores the URL only then: what does
 * not verify is dropped. 413 for a body over 1 MB, 408 for one that takes too long, 503 when a delivery could not be made
 * durable, or too much is on its way at once.
 *
 * Stands before Express, not in it: of the time of so short a request Express takes two thirds.
 */
export function createWebhookRouter({ accept, metrics, bodyLimits }: WebhookRouterParts): WebhookRouter {
  const readBody = createBodyReader({ ...usualLimits, ...bodyLimits });

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request);
    if (!Buffer.isBuffer(body)) {
      metrics.count('deliveries_total', { result: body });
      response.setHeader('Connection', 'close');
      return answer(response, statusWithoutBody[body]);
    }
    const signature = request.headers['x-zevent-signature'];
    const result = await accept({ body, signature: typeof signature === 'string' ? signature : undefined });
    answer(response, result === 'unavailable' ? 503 : 200);
  }

  return (request, response) => {
    if (!ownPath.test(request.url ?? '')) return false;
    if (request.method === 'GET' || request.method === 'HEAD') answer(response, 200);
    else if (request.method === 'POST') take(request, response).catch(() => answer(response, 503));
    else return false;
    return true;
  };
}

function answer(response: ServerResponse, status: number): void {
  response.statusCode = status;
  response.end();
}
