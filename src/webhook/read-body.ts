import type { IncomingMessage } from 'node:http';

/**
 * Why there are no bytes: more than one body may have, the sender broke off, it took too long over it, or too many were
 * on their way at once.
 */
export type NoBody = 'too-large' | 'unreadable' | 'too-slow' | 'crowded';

export interface BodyLimits {
  largestBytes: number;
  /** Of all bodies that are on their way. Beyond it only small ones are read on, which is what deliveries are. */
  maxBufferedBytes: number;
  smallBytes: number;
  /** How long one body may take. */
  patienceMs: number;
}

/** Reads bodies as they came. Whatever strangers begin and do not end, the memory for it is bounded. */
export function createBodyReader(limits: BodyLimits): (request: IncomingMessage) => Promise<Buffer | NoBody> {
  let held = 0;

  return (request) =>
    new Promise((resolve) => {
      const chunks: Buffer[] = [];
      let bytes = 0;
      let isOver = false;
      const giveUp = setTimeout(() => end('too-slow'), limits.patienceMs);

      function end(result: Buffer | NoBody): void {
        if (isOver) return;
        isOver = true;
        clearTimeout(giveUp);
        held -= bytes;
        chunks.length = 0;
        resolve(result);
      }

      request.on('data', (chunk: Buffer) => {
        // What is too much is still taken off the line, or the sender would not read the answer.
        if (isOver) return;
        bytes += chunk.length;
        held += chunk.length;
        chunks.push(chunk);
        if (bytes > limits.largestBytes) end('too-large');
        else if (held > limits.maxBufferedBytes && bytes > limits.smallBytes) end('crowded');
      });
      request.on('end', () => end(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)));
      request.on('error', () => end('unreadable'));
      request.on('close', () => end('unreadable'));
    });
}
