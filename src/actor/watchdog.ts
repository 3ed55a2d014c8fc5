import { type Kysely, sql } from 'kysely';
import type { Alarm } from '../alarm.ts';
import type { Clock } from '../clock.ts';
import type { Tables } from '../database/schema.ts';
import { messageOf } from '../errors.ts';
import type { Logger } from '../logger.ts';
import { listGuessedOas } from '../member/linking/link-attempts.ts';
import { withTimeout } from '../with-timeout.ts';

/** Notices what fails in silence. Goes by a timer of its own, because jobs stop together with the database. */
export interface Watchdog {
  /** Looks once; never throws. */
  check(): Promise<void>;
  /** True when residents write and nobody handles it. */
  isStuck(): boolean;
  /** Looks regularly until `stop`. */
  start(): void;
  stop(): void;
}

interface WatchdogParts {
  db: Kysely<Tables>;
  clock: Clock;
  alarm: Alarm;
  logger: Logger;
}

const checkEveryMs = 20_000;
const answerMs = 10_000;
/** An event that has waited this long is late; when some are late for as long again, nobody handles them. */
const lateAfterMs = 60_000;

export function createWatchdog(parts: WatchdogParts): Watchdog {
  const { db, clock, alarm, logger } = parts;
  let lateSince: number | undefined;
  let timer: NodeJS.Timeout | undefined;

  const isStuck = () => lateSince !== undefined && clock.now() - lateSince >= lateAfterMs;

  /** A database that cannot say what waits hides it. */
  async function isLate(): Promise<boolean> {
    try {
      const oldest = await withTimeout(oldestWaitingAt(db), { ms: answerMs, of: 'the database' });
      return oldest !== undefined && clock.now() - oldest > lateAfterMs;
    } catch (error) {
      logger.warn({ reason: messageOf(error) }, 'the database does not say what waits');
      return true;
    }
  }

  async function checkWaiting(): Promise<void> {
    lateSince = (await isLate()) ? (lateSince ?? clock.now()) : undefined;
    if (isStuck()) alarm.raise('not-handled', { detail: 'residents wrote, and nobody handles it' });
  }

  async function checkCodes(): Promise<void> {
    const guessed = await listGuessedOas(db, clock.now()).catch(() => []);
    for (const { oaId, count } of guessed) {
      alarm.raise('code-guessing', { oaId, detail: `${count} wrong invitation codes within an hour` });
    }
  }

  async function check(): Promise<void> {
    await checkWaiting();
    await checkCodes();
  }

  function checkLater(): void {
    timer = setTimeout(() => void check().finally(() => timer && checkLater()), checkEveryMs).unref();
  }

  return {
    check,
    isStuck,
    start: checkLater,
    stop() {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}

/** When the oldest event that a turn has to handle was received, epoch ms. */
async function oldestWaitingAt(db: Kysely<Tables>): Promise<number | undefined> {
  const { rows } = await sql<{ oldest: number | null }>`
    select min(received_at) as oldest from incoming_events
    where handled_at is null and person_id is not null
      and kind in ('message', 'opened', 'left', 'contact-shared', 'missed-call', 'withdrawn')`.execute(db);
  return rows[0]?.oldest ?? undefined;
}
