import type { MessageEvent } from '../message.ts';

/** What a platform remembers and we may have missed. `zalo/` implements it. */
export interface MissedMessages {
  /** Messages that people wrote to an OA since a time, as the deliveries would have brought them; oldest first. */
  list(oaId: string, sinceAt: number): Promise<MessageEvent[]>;
}

/** Zalo's clock and ours may differ by so much. */
const clockSlackMs = 2 * 60_000;

interface CatchUpParts {
  missed: MissedMessages;
  /** The same way in as a delivery's: masked, stored once, woken. @returns how many were new */
  accept(events: MessageEvent[]): Promise<number>;
}

/**
 * Brings in what was written while deliveries did not reach us. Messages that did arrive are recognised by
 * their delivery key and change nothing.
 * @returns how many messages were new
 */
export async function catchUp(
  { missed, accept }: CatchUpParts,
  { oaId, sinceAt }: { oaId: string; sinceAt: number },
): Promise<number> {
  const events = await missed.list(oaId, sinceAt - clockSlackMs);
  return events.length === 0 ? 0 : accept(events);
}
