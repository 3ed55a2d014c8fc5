import type { IncomingMessage } from 'node:http';

/** The bytes as they came; or why there are none: more than `limitBytes`, or the sender broke off. */
export function readBody(
  request: IncomingMessage,
  limitBytes: number,
): Promise<Buffer | 'too-large' | 'unreadable'> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      // What is too much is still taken off the line, or the sender would not read the answer.
      if (bytes <= limitBytes) chunks.push(chunk);
      else resolve('too-large');
    });
    request.on('end', () => resolve(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)));
    request.on('error', () => resolve('unreadable'));
    request.on('close', () => resolve('unreadable'));
  });
}
