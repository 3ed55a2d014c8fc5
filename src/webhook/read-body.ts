import type { IncomingMessage } from 'node:http';

/**
 * Why there are no bytes: the body was over the limit, the sender broke off, the body took too long, or too many bodies
 * were in flight.
 */
export type NoBody = 'too-large' | 'unreadable' | 'too-slow' | 'crowded';

export interface BodyLimits {
  maxBytes: number;
  /** Limit for all bodies in flight. Above it only small bodies are read on, which is what deliveries are. */
  maxBufferedBytes: number;
  smallBytes: number;
  /** How long one body may take. */
  timeoutMs: number;
}

/** Reads bodies as raw bytes. Bounds the memory for bodies that strangers begin and never finish. */
export function createBodyReader(limits: BodyLimits): (request: IncomingMessage) => Promise<Buffer | NoBody> {
  let bufferedBytes = 0;

  return (request) =>
    new Promise((resolve) => {
      const chunks: Buffer[] = [];
      let bytes = 0;
      let isOver = false;
      const timer = setTimeout(() => finish('too-slow'), limits.timeoutMs);

      function finish(result: Buffer | NoBody): void {
        if (isOver) return;
        isOver = true;
        clearTimeout(timer);
        bufferedBytes -= bytes;
        chunks.length = 0;
        resolve(result);
      }

      request.on('data', (chunk: Buffer) => {
        // Keep draining the excess, or the sender would not read the answer.
        if (isOver) return;
        bytes += chunk.length;
        bufferedBytes += chunk.length;
        chunks.push(chunk);
        if (bytes > limits.maxBytes) finish('too-large');
        else if (bufferedBytes > limits.maxBufferedBytes && bytes > limits.smallBytes) finish('crowded');
      });
      request.on('end', () => finish(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)));
      request.on('error', () => finish('unreadable'));
      request.on('close', () => finish('unreadable'));
    });
}
