import type { Kysely } from 'kysely';
import type { Clock } from '../clock.ts';
import type { Tables } from '../database/schema.ts';
import type { TicketParts } from './model/decision-context.ts';
import type { AfterCommitParts } from './timers/after-commit.ts';

export interface ServiceParts extends TicketParts, AfterCommitParts {
  db: Kysely<Tables>;
  clock: Clock;
}
