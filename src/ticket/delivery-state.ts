import type { Selectable } from 'kysely';
import type { OutgoingMessageTable } from '../database/schema.ts';

/** What became of something said to a resident; the words are `console:delivery.<state>`. */
export type DeliveryState = 'waits' | 'held' | 'sent' | 'delivered' | 'seen' | 'failed';

type Row = Pick<Selectable<OutgoingMessageTable>, 'state' | 'held_at' | 'delivered_at' | 'seen_at'>;

/** As far as the platform has told us. Pure. */
export function deliveryOf({ state, held_at, delivered_at, seen_at }: Row): DeliveryState {
  if (state === 'failed') return 'failed';
  if (state === 'sent') return seen_at !== null ? 'seen' : delivered_at !== null ? 'delivered' : 'sent';
  return held_at === null ? 'waits' : 'held';
}
