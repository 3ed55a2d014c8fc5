import type { Clock } from '../clock.ts';
import { messageOf } from '../errors.ts';
import type { Logger } from '../logger.ts';

const quietMs = 60_000;

/** Accepts every connection fault and logs one a minute: a server that is away causes many faults a second. */
export type FaultLog = (error: unknown) => void;

export function createFaultLog({ clock, logger }: { clock: Clock; logger: Logger }): FaultLog {
  let loggedAt = Number.NEGATIVE_INFINITY;
  let unlogged = 0;
  return (error) => {
    unlogged += 1;
    const now = clock.now();
    if (now - loggedAt < quietMs) return;
    logger.warn({ reason: messageOf(error), faults: unlogged }, 'the job queue has trouble with its server');
    loggedAt = now;
    unlogged = 0;
  };
}
