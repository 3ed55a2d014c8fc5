/** The work did not end within its limit. It continues without its caller. */
export class TimeoutError extends Error {
  override name = 'TimeoutError';
}

interface Limit {
  ms: number;
  /** Names the component in the error: "the job queue". */
  of: string;
}

/**
 * Waits for work, but no longer than its limit. Does not stop the work.
 *
 * @throws TimeoutError past the limit, or what the work throws
 */
export async function withTimeout<T>(work: Promise<T>, { ms, of }: Limit): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new TimeoutError(`${of} did not answer within ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
