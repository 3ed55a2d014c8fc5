import { connect, type Socket } from 'node:net';

interface Answer {
  status: number;
  /** From the first byte written to the last byte read. */
  durationMs: number;
}

/** One keep-alive connection; one request at a time. */
export interface Connection {
  exchange(request: Buffer): Promise<Answer>;
  close(): void;
}

/**
 * HTTP by hand. Node's own client takes as long for a request as the server under test; on a machine with few
 * cores the figures would measure the client.
 */
export async function openConnection(port: number): Promise<Connection> {
  const socket = await connected(port);
  let received: Buffer = Buffer.alloc(0);
  let waiting: { startedAt: number; resolve(answer: Answer): void; reject(error: Error): void } | undefined;

  socket.on('data', (chunk) => {
    received = received.length > 0 ? Buffer.concat([received, chunk]) : chunk;
    const status = statusOfWhole(received);
    if (status === undefined || !waiting) return;
    received = Buffer.alloc(0);
    const { startedAt, resolve } = waiting;
    waiting = undefined;
    resolve({ status, durationMs: performance.now() - startedAt });
  });
  socket.on('close', () => waiting?.reject(new Error('the server closed the connection')));
  socket.on('error', () => undefined);

  return {
    exchange(request) {
      return new Promise((resolve, reject) => {
        if (socket.destroyed) return reject(new Error('the server closed the connection'));
        waiting = { startedAt: performance.now(), resolve, reject };
        socket.write(request);
      });
    },
    close: () => socket.destroy(),
  };
}

function connected(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    socket.once('connect', () => resolve(socket)).once('error', reject);
  });
}

/** @returns the status once the whole answer has arrived; answers are short and have a content length */
function statusOfWhole(bytes: Buffer): number | undefined {
  const end = bytes.indexOf('\r\n\r\n');
  if (end === -1) return undefined;
  const head = bytes.toString('latin1', 0, end);
  const length = Number(/^content-length: *(\d+)/im.exec(head)?.[1] ?? 0);
  if (bytes.length < end + 4 + length) return undefined;
  return Number(head.slice(9, 12));
}
