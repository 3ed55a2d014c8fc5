import { z } from 'zod';

/** Where a browser takes messages, and the keys to encrypt them with, as the browser itself made them. */
export interface PushSubscription {
  endpoint: string;
  keys: { p256dh: string; auth: string };
}

const keyOf = (bytes: number) =>
  z
    .string()
    .max(200)
    .regex(/^[\w-]+=*$/)
    .refine((key) => Buffer.from(key, 'base64url').length === bytes);

const shape = z.object({
  endpoint: z.url().max(2_000),
  keys: z.object({ p256dh: keyOf(65), auth: keyOf(16) }),
});

/** What a browser sent as its subscription; undefined when it is none. Pure. */
export function readSubscription(json: string): PushSubscription | undefined {
  try {
    return shape.parse(JSON.parse(json));
  } catch {
    return undefined;
  }
}

const services = [
  'fcm.googleapis.com',
  'push.services.mozilla.com',
  'push.apple.com',
  'notify.windows.com',
] as const;

/**
 * Whether an address belongs to a push service of a browser maker. We send to no other: a member could make this server
 * call any address. Pure.
 */
export function isPushService(endpoint: string): boolean {
  const { protocol, hostname, port } = new URL(endpoint);
  const isKnown = services.some((service) => hostname === service || hostname.endsWith(`.${service}`));
  return protocol === 'https:' && port === '' && isKnown;
}
