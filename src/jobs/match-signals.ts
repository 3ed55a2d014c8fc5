import type { ActorParts } from '../conversation/actor-parts.ts';
import { matchSignals } from '../conversation/match-signals.ts';
import { wakeJob } from '../conversation/wake.ts';
import type { JobQueue, Processor } from '../queue/job-queue.ts';

/** Matches what is stored, all of it, and looks again for signals that came before our own record. */
export function createMatchSignals(parts: ActorParts & { queue: JobQueue }): Processor<'match-signals'> {
  return async () => {
    for (;;) {
      const { more, waitingUntil, staffWrote, thanked = [] } = await matchSignals(parts);
      if (staffWrote) await parts.lookAtClocks();
      await parts.queue.addMany('wake-conversation', thanked.map(wakeJob));
      if (more) continue;
      if (waitingUntil !== undefined) {
        await parts.queue.add('match-signals', {}, { key: 'early-signals', dueAt: waitingUntil });
      }
      return;
    }
  };
}
