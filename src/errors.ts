import type { Logger } from './logger.ts';

/** A setting, file or command that the operator must put right. Its message says what is wrong and what to do. */
export class OperatorError extends Error {
  override name = 'OperatorError';
}

/** Thrown by `getX` functions when the thing asked for does not exist. */
export class NotFoundError extends Error {
  override name = 'NotFoundError';
}

/** The text of any thrown value, for logs that must never show a stack or an object dump to people. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/**
 * Lets work go on that nobody waits for; when it fails, the log says so.
 * @param whatFailed the line in the log, with the reason beside it
 */
export function inBackground(
  work: Promise<unknown>,
  { logger, whatFailed }: { logger: Logger; whatFailed: string },
): void {
  work.catch((error: unknown) => logger.warn({ reason: messageOf(error) }, whatFailed));
}
