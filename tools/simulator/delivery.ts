import type { EventBody } from './event-bodies.ts';
import { orderKeys } from './key-order.ts';
import type { Switches } from './switches.ts';
import type { WebhookAnswer } from './webhook-client.ts';

/** An event that the platform wants to deliver. */
export interface DeliveryOrder {
  body: EventBody;
  userId?: string;
  /** The person's message in it; its ticks move when the webhook has accepted it. */
  messageId?: string;
}

/** One event on its way; its bytes stay the same through all attempts. */
export interface Delivery {
  id: number;
  eventName: string;
  body: Buffer;
  timestamp: string;
  /** 0 for the first; the value of the header `num_retry` after that. */
  attempt: number;
  userId?: string;
  messageId?: string;
}

/** @returns the value of X-ZEvent-Signature */
export type SignBody = (body: Buffer, timestamp: string) => string;

/** Waits before the retries of a delivery; after the last one the platform disables the webhook. */
const retryLadderMs = [30_000, 5 * 60_000, 15 * 60_000, 30 * 60_000, 60 * 60_000];

export function toDelivery(
  { body, userId, messageId }: DeliveryOrder,
  id: number,
  switches: Switches,
): Delivery {
  const alternating = id % 2 === 0 ? 'documentation' : 'console';
  const order = switches.keyOrder === 'alternating' ? alternating : switches.keyOrder;
  return {
    id,
    eventName: body.event_name,
    body: Buffer.from(JSON.stringify(orderKeys(body, order))),
    timestamp: String(body.timestamp),
    attempt: 0,
    ...(userId ? { userId } : {}),
    ...(messageId ? { messageId } : {}),
  };
}

export function signatureFor(
  { body, timestamp }: Delivery,
  sign: SignBody,
  switches: Switches,
): string | undefined {
  switch (switches.signatureHeader) {
    case 'none':
      return undefined;
    case 'wrong':
      return `mac=${'0'.repeat(64)}`;
    case 'bare-hex':
      return sign(body, timestamp).slice('mac='.length);
    case 'mac':
      return sign(body, timestamp);
  }
}

export function headersFor({ attempt }: Delivery, signature: string | undefined): Record<string, string> {
  return {
    'Content-Type': 'application/json',
    ...(signature ? { 'X-ZEvent-Signature': signature } : {}),
    ...(attempt > 0 ? { num_retry: String(attempt) } : {}),
  };
}

export type AfterAttempt = 'answered' | 'given-up' | 'disable-webhook' | { retryInMs: number };

/** What follows from an attempt's answer. Only 200 counts as accepted. */
export function afterAttempt({ attempt }: Delivery, answer: WebhookAnswer, switches: Switches): AfterAttempt {
  if (answer.outcome === 'answered' && answer.status === 200) return 'answered';
  if (!switches.retries) return 'given-up';
  if (switches.retryOn === 'no-connection' && answer.outcome !== 'unreachable') return 'given-up';
  const waitMs = retryLadderMs[attempt];
  return waitMs === undefined ? 'disable-webhook' : { retryInMs: waitMs * switches.retryScale };
}
