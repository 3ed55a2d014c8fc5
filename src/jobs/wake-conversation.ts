import type { ActorParts } from '../conversation/actor-parts.ts';
import { handleWake } from '../conversation/handle-wake.ts';
import { laterWakeJob } from '../conversation/wake.ts';
import type { JobQueue, Processor } from '../queue/job-queue.ts';

/** Runs a conversation's actor, and orders its next wake where something must wait. */
export function createWakeConversation(
  parts: ActorParts & { queue: JobQueue },
): Processor<'wake-conversation'> {
  return async (person) => {
    const goOnAt = await handleWake(parts, person);
    if (goOnAt === undefined) return;
    const { data, options } = laterWakeJob(person, goOnAt);
    await parts.queue.add('wake-conversation', data, options);
  };
}
