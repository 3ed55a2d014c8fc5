import { keepLease, type LeasedConversation } from '../conversation/lease.ts';
import type { Turn } from '../conversation/turn.ts';
import type { FetchedMedia } from '../media/media-needed.ts';
import type { ActorParts } from './actor-parts.ts';

/**
 * Fetches the pictures and documents that a turn will forward, before its transaction begins.
 * @throws LeaseLost when another actor took over meanwhile
 */
export async function fetchAhead(
  { db, clock, members, fetchMedia }: ActorParts,
  conversation: LeasedConversation,
  turn: Turn,
): Promise<FetchedMedia> {
  const needed = await members.foreseeMedia(db, { conversation, turn, now: clock.now() });
  if (needed.length === 0) return new Map();
  const media = await fetchMedia(needed);
  await keepLease(db, conversation, clock.now());
  return media;
}
