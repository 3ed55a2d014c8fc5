import type { ActorParts } from '../conversation/actor-parts.ts';
import { watchSilence } from '../conversation/watch-silence.ts';
import type { JobQueue, Processor } from '../queue/job-queue.ts';
import type { WorkingCalendar } from '../ticket/working-hours.ts';

type WatchParts = ActorParts & { queue: JobQueue; officeHours: WorkingCalendar };

export function createWatchSilence(parts: WatchParts): Processor<'watch-silence'> {
  return () => watchSilence(parts);
}
