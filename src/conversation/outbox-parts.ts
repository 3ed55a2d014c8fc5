import type { Kysely } from 'kysely';
import type { Alarm } from '../alarm.ts';
import type { Clock } from '../clock.ts';
import type { Tables } from '../database/schema.ts';
import type { Logger } from '../logger.ts';
import type { Metrics } from '../metrics.ts';
import type { MessageSender } from './message-sender.ts';
import type { WindowAt } from './window.ts';

/** What sending needs. */
export interface OutboxParts {
  db: Kysely<Tables>;
  sender: MessageSender;
  windowAt: WindowAt;
  /** Opens what is kept sealed until it is said. */
  openSealed(sealed: string): string;
  clock: Clock;
  metrics: Metrics;
  alarm: Alarm;
  logger: Logger;
  /** Has the clocks of tickets looked at now. */
  lookAtClocks(): Promise<void>;
}
