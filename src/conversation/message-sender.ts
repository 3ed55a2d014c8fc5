import type { Kysely } from 'kysely';
import type { Alarm } from '../alarm.ts';
import type { Clock } from '../clock.ts';
import type { Tables } from '../database/schema.ts';
import type { Logger } from '../logger.ts';
import type { OutgoingContent, PersonRef } from '../message.ts';
import type { Metrics } from '../metrics.ts';
import type { WindowAt } from './window.ts';

/** Why Zalo refused a message for good. After `buttons` the same text may go out as a numbered list. */
export type RefusalReason = 'window-closed' | 'blocked' | 'buttons' | 'content' | 'quota' | 'unknown-person';

/**
 * The outcome of one send. A result rather than an exception, so that the outbox must deal with every case: - `sent`:
 * Zalo has it. - `refused`: never try this one again (Zalo's error number in `code`). - `later`: Zalo certainly does
 * not have it; try again, not before `retryAt` when given (epoch ms). - `unknown`: the answer was lost; Zalo may or
 * may not have it. Ask `recentMessages` before resending. - `operator`: nothing can be sent on this OA until the
 * operator acts (authorisation, package, configuration); `isTold` when its alarm has been raised already.
 */
export type SendOutcome =
  | { kind: 'sent'; messageId: string; sentAt: number; quota?: string }
  | { kind: 'refused'; reason: RefusalReason; code: number; detail: string }
  | { kind: 'later'; retryAt?: number; code?: number; detail: string }
  | { kind: 'unknown'; detail: string }
  | { kind: 'operator'; code?: number; detail: string; isTold?: true };

/** One message of a conversation, as the platform's record has it. */
export interface SaidMessage {
  messageId: string;
  at: number;
  text?: string;
  /** True when the person wrote it, false when the OA sent it. */
  fromPerson: boolean;
}

/** Sends messages. `zalo/` implements it; tests pass a fake. Never throws because of the platform's answer. */
export interface MessageSender {
  /** @param options.goesFirst whether it goes before what residents are told when many messages wait */
  send(to: PersonRef, content: OutgoingContent, options?: { goesFirst: boolean }): Promise<SendOutcome>;
  /**
   * The messages of one conversation since a time (epoch ms), newest first, perhaps with some older ones; `undefined`
   * when the platform did not answer. Tells whether a message with a lost answer arrived.
   */
  recentMessages(to: PersonRef, sinceAt: number): Promise<SaidMessage[] | undefined>;
}

export interface OutboxParts {
  db: Kysely<Tables>;
  sender: MessageSender;
  windowAt: WindowAt;
  /** Decrypts a phone number that is sealed until it is sent. */
  openSealed(sealed: string): string;
  clock: Clock;
  metrics: Metrics;
  alarm: Alarm;
  logger: Logger;
  /** Enqueues a run of the ticket timers. */
  enqueueTimerRun(): Promise<void>;
}
