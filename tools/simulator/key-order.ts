import type { EventBody } from './event-bodies.ts';

/** The two orders seen in Zalo's bodies; other fields keep the order of construction. */
const keyOrders = {
  documentation: [
    'app_id',
    'oa_id',
    'sender',
    'user_id_by_app',
    'recipient',
    'event_name',
    'message',
    'timestamp',
  ],
  console: ['app_id', 'oa_id', 'user_id_by_app', 'event_name', 'timestamp', 'sender', 'recipient', 'message'],
} as const;

export type KeyOrder = keyof typeof keyOrders;

export function orderKeys(body: EventBody, order: KeyOrder): EventBody {
  const first: Record<string, unknown> = {};
  for (const key of keyOrders[order]) if (key in body) first[key] = body[key];
  return { ...first, ...body, ...first } as EventBody;
}
