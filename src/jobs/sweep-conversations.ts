import type { ActorParts } from '../conversation/actor-parts.ts';
import { sweepConversations } from '../conversation/sweep.ts';
import type { JobQueue, Processor } from '../queue/job-queue.ts';

/** Wakes whoever lost their wake, and whatever signals lost theirs. */
export function createSweepConversations(
  parts: ActorParts & { queue: JobQueue },
): Processor<'sweep-conversations'> {
  return async () => {
    const woken = await sweepConversations(parts);
    if (woken > 0) parts.logger.info({ woken }, 'woke conversations that had something waiting');
    await parts.queue.add('match-signals', {}, { key: 'signals' });
  };
}
