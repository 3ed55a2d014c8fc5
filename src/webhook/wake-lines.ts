import type { Clock } from '../clock.ts';
import { firstWakeJob, wakeJob } from '../conversation/wake.ts';
import type { PersonRef } from '../message.ts';
import type { NewJob } from '../queue/job-queue.ts';

type WakeJob = NewJob<'wake-conversation'>;

/** The wakes that wait to be given to the queue, at most one for each person. */
export interface WakeLines {
  /** @param first before others that wait */
  add(person: PersonRef, first: boolean): void;
  /** Removes the next ones. */
  take(count: number): WakeJob[];
  isEmpty(): boolean;
}

/** Somebody whose last wake is older waits in front of those who write again and again. */
const quietMs = 60_000;
/** Of each batch so many are left to those who write again, so that they too get on. */
const sharedPlaces = 1;

/**
 * Emergencies and members go first, then people who were not woken in the last minute, then the others; in each line
 * the one who has waited longest.
 */
export function createWakeLines({ clock }: { clock: Clock }): WakeLines {
  const [first, quiet, again] = [
    new Map<string, WakeJob>(),
    new Map<string, WakeJob>(),
    new Map<string, WakeJob>(),
  ];
  /** When each person was last woken, oldest first. */
  const wokenAt = new Map<string, number>();

  function moveFrom(line: Map<string, WakeJob>, batch: WakeJob[], count: number): void {
    for (const [key, job] of line) {
      if (batch.length >= count) return;
      batch.push(job);
      line.delete(key);
      wokenAt.delete(key);
      wokenAt.set(key, clock.now());
    }
  }

  function forgetQuiet(): void {
    for (const [key, at] of wokenAt) {
      if (clock.now() - at < quietMs) return;
      wokenAt.delete(key);
    }
  }

  return {
    add({ oaId, personId }, goesFirst) {
      const key = `${oaId}/${personId}`;
      forgetQuiet();
      if (goesFirst) first.set(key, firstWakeJob({ oaId, personId }));
      else if (!quiet.has(key)) (wokenAt.has(key) ? again : quiet).set(key, wakeJob({ oaId, personId }));
    },
    take(count) {
      const batch: WakeJob[] = [];
      moveFrom(first, batch, count);
      moveFrom(quiet, batch, again.size > 0 ? count - sharedPlaces : count);
      moveFrom(again, batch, count);
      return batch;
    },
    isEmpty: () => first.size + quiet.size + again.size === 0,
  };
}
