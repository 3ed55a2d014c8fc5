import type { Logger } from './logger.ts';

/** A setting, file or command that the operator must correct. The message says what is wrong and what to do. */
export class OperatorError extends Error {
  override name = 'OperatorError';
}

/** Thrown by `getX` functions when the thing asked for does not exist. */
export class NotFoundError extends Error {
  override name = 'NotFoundError';
}

/** The text of any thrown value, for logs, which must never show people a stack or an object dump. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/**
 * Lets work run without waiting for it; logs its failure.
 * @param whatFailed the log line; the reason is added
 */
export function inBackground(
  work: Promise<unknown>,
  { logger, whatFailed }: { logger: Logger; whatFailed: string },
): void {
  work.catch((error: unknown) => logger.warn({ reason: messageOf(error) }, whatFailed));
}
