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
