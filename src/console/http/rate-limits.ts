import type { RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';

const minuteMs = 60_000;

/** How many requests one address may make in a minute. */
export function createRateLimit(perMinute: number, refuse: RequestHandler): RequestHandler {
  return rateLimit({
    windowMs: minuteMs,
    limit: perMinute,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: refuse,
  });
}
