import type { ActorParts } from '../conversation/actor-parts.ts';
import { watchSilence } from '../conversation/watch-silence.ts';
import type { JobQueue, Processor } from '../queue/job-queue.ts';

export function createWatchSilence(parts: ActorParts & { queue: JobQueue }): Processor<'watch-silence'> {
  return () => watchSilence(parts);
}
