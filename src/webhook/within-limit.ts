/** The work did not end within its limit. It goes on; nobody waits for it any more. */
export class OverLimitError extends Error {
  override name = 'OverLimitError';
}

/** @throws OverLimitError after `limitMs`, or whatever the work throws */
export function withinLimit<T>(work: Promise<T>, limitMs: number): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const timer = setTimeout(() => reject(new OverLimitError(`not done within ${limitMs} ms`)), limitMs);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
