import type { PersonRef } from '../message.ts';
import type { NewJob } from '../queue/job-queue.ts';

/**
 * A hint to a conversation's actor that something waits. The queue has at most one at a time; a superfluous wake does
 * no harm.
 */
export function wakeJob({ oaId, personId }: PersonRef): NewJob<'wake-conversation'> {
  return { data: { oaId, personId }, options: { key: `wake-${oaId}-${personId}` } };
}

/** A wake that goes before all that wait. It has a key of its own, so that an ordinary one does not stand for it. */
export function firstWakeJob({ oaId, personId }: PersonRef): NewJob<'wake-conversation'> {
  return { data: { oaId, personId }, options: { key: `first-${oaId}-${personId}`, first: true } };
}

/**
 * A wake for later. It has a key of its own per second, so that it never replaces the wake of a message that comes
 * before.
 * @param dueAt epoch ms
 */
export function laterWakeJob({ oaId, personId }: PersonRef, dueAt: number): NewJob<'wake-conversation'> {
  const second = Math.ceil(dueAt / 1000);
  return { data: { oaId, personId }, options: { key: `later-${oaId}-${personId}-${second}`, dueAt } };
}
