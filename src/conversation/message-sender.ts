import type { Kysely } from 'kysely';
import type { Alarm } from '../alarm.ts';
import type { Clock } from '../clock.ts';
import type { Tables } from '../database/schema.ts';
import type { Logger } from '../logger.ts';
import type { OutgoingContent, PersonRef } from '../message.ts';
import type { Metrics } from '../metrics.ts';
import type { WindowAt } from './window.ts';

/** Why a send was refused for good. `buttons` means: the same text may go again as a numbered list. */
export type RefusalReason = 'window-closed' | 'blocked' | 'buttons' | 'content' | 'quota' | 'unknown-person';

/**
 * What became of one send. A result rather than an exception, so that the outbox must deal with every case:
 * - `sent`: Zalo has it.
 * - `refused`: never try this one again (Zalo's error number in `code`).
 * - `later`: Zalo certainly does not have it; try again, not before `retryAt` when given (epoch ms).
 * - `unknown`: the answer was lost; Zalo may or may not have it. Ask `recentMessages` before saying it again.
 * - `operator`: nothing can be sent on this OA until a person acts (authorisation, package, configuration); `isTold`
 *   when the alarm for it has been raised already.
 */
export type SendOutcome =
  | { kind: 'sent'; messageId: string; sentAt: number; quota?: string }
  | { kind: 'refused'; reason: RefusalReason; code: number; detail: string }
  | { kind: 'later'; retryAt?: number; code?: number; detail: string }
  | { kind: 'unknown'; detail: string }
  | { kind: 'operator'; code?: number; detail: string; isTold?: true };

/** One message that the OA has in a conversation, as the platform remembers it. */
export interface SaidMessage {
  messageId: string;
  at: number;
  text?: string;
  /** True for what the person wrote, false for what the OA said. */
  fromPerson: boolean;
}

/** The way out. `zalo/` implements it; tests pass a fake. Never throws for what the platform answers. */
export interface MessageSender {
  send(to: PersonRef, content: OutgoingContent): Promise<SendOutcome>;
  /**
   * The messages of one conversation since a time (epoch ms), newest first, perhaps with some older ones;
   * `undefined` when the platform could not be asked. Closes the gap left by a lost answer.
   */
  recentMessages(to: PersonRef, sinceAt: number): Promise<SaidMessage[] | undefined>;
}

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
  enqueueTimerRun(): Promise<void>;
}
