import type { MessageEvent } from '../message.ts';

/** What the platform remembers and we may have missed. `zalo/` implements it. */
export interface MissedMessages {
  /** Messages that people wrote to an OA since a time, in the form of webhook deliveries; oldest first. */
  list(oaId: string, sinceAt: number): Promise<MessageEvent[]>;
}

/** Zalo's clock and ours may differ by this much. */
const clockSlackMs = 2 * 60_000;

interface CatchUpParts {
  missed: MissedMessages;
  /** Accepts events as a delivery would: masks, stores once, wakes. @returns how many were new */
  accept(events: MessageEvent[]): Promise<number>;
}

/**
 * Fetches messages that people wrote while deliveries did not reach us. The delivery key identifies messages that did
 * arrive; they change nothing.
 * @returns how many messages were new
 */
export async function catchUp(
  { missed, accept }: CatchUpParts,
  { oaId, sinceAt }: { oaId: string; sinceAt: number },
): Promise<number> {
  const events = await missed.list(oaId, sinceAt - clockSlackMs);
  return events.length === 0 ? 0 : accept(events);
}
