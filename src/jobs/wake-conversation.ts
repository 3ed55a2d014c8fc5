import type { ActorParts } from '../actor/actor-parts.ts';
import { handleWake } from '../actor/handle-wake.ts';
import { laterWakeJob } from '../conversation/wake.ts';
import type { JobQueue, Processor } from '../queue/job-queue.ts';
import { createSemaphore, type Semaphore } from './semaphore.ts';

/** More actors would keep the embedded database's one session always busy, and deliveries would wait for it. */
export const maxEmbeddedActors = 3;

interface WakeParts extends ActorParts {
  queue: JobQueue;
  /** How many actors may work at once, not counting those that wait for the network. */
  maxActors: number;
}

/** Runs a conversation's actor, and enqueues its next wake when something must wait. */
export function createWakeConversation(parts: WakeParts): Processor<'wake-conversation'> {
  const semaphore = createSemaphore(parts.maxActors);
  const actorParts = { ...parts, ...yieldOnNetwork(parts, semaphore) };
  return async (person) => {
    const goOnAt = await semaphore.run(() => handleWake(actorParts, person));
    if (goOnAt === undefined) return;
    const { data, options } = laterWakeJob(person, goOnAt);
    await parts.queue.add('wake-conversation', data, options);
  };
}

function yieldOnNetwork(
  { sender, fetchMedia }: ActorParts,
  { yieldWhile }: Semaphore,
): Pick<ActorParts, 'sender' | 'fetchMedia'> {
  return {
    sender: {
      send: (to, content, options) => yieldWhile(() => sender.send(to, content, options)),
      recentMessages: (to, sinceAt) => yieldWhile(() => sender.recentMessages(to, sinceAt)),
    },
    fetchMedia: (needed) => yieldWhile(() => fetchMedia(needed)),
  };
}
