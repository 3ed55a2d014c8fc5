import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { OperatorError } from '../../errors.ts';
import type { Logger } from '../../logger.ts';
import { EmbeddedSocket } from './embedded-socket.ts';
import type { FromWorker, ToWorker, WorkerSettings } from './worker-messages.ts';

export interface EmbeddedServer {
  /** A new connection, for the `stream` option of `pg`. Statements of an urgent one go before all others. */
  connect(options: { urgent: boolean }): EmbeddedSocket;
  /** Ends every connection and closes the files. */
  close(): Promise<void>;
}

interface EmbeddedServerParts extends WorkerSettings {
  logger: Logger;
  reportSlowStatement(statement: string, durationMs: number): void;
}

interface Connection {
  socket: EmbeddedSocket;
  listens: boolean;
}

/**
 * Runs the embedded database in its own thread and speaks PostgreSQL's wire protocol with it. When the thread dies,
 * every connection breaks as it would when a server dies, and the next one opens the files again.
 * @throws OperatorError when the files cannot be opened
 */
export async function startEmbeddedServer(parts: EmbeddedServerParts): Promise<EmbeddedServer> {
  const { logger, reportSlowStatement, ...settings } = parts;
  const connections = new Map<number, Connection>();
  let lastSocketId = 0;
  let isOpen = false;
  let thread: { worker: Worker; ready: Promise<void> } | undefined;

  function startThread(): { worker: Worker; ready: Promise<void> } {
    const worker = startWorker(settings);
    const ready = new Promise<void>((resolve, reject) => {
      worker.on('message', (message: FromWorker) => {
        if (message.kind === 'ready') resolve();
        else if (message.kind === 'failed') reject(toError(message));
        else handleMessage(message);
      });
      worker.on('error', (error) => reject(error));
      worker.on('exit', () => reject(new Error('the embedded database has stopped')));
      worker.on('exit', () => handleThreadEnd(worker, new Error('the embedded database has stopped')));
    });
    ready.catch((error: Error) => handleThreadEnd(worker, error));
    return { worker, ready };
  }

  function handleMessage(message: Exclude<FromWorker, { kind: 'ready' | 'failed' }>): void {
    switch (message.kind) {
      case 'reply': {
        const connection = connections.get(message.socketId);
        if (!connection) break;
        connection.listens ||= message.listens;
        connection.socket.receive(asBuffer(message.bytes));
        break;
      }
      case 'notification':
        for (const { socket, listens } of connections.values()) {
          if (listens) socket.notify(asBuffer(message.bytes));
        }
        break;
      case 'expired':
        connections.get(message.socketId)?.socket.refuse('25P03', 'a transaction was left open for too long');
        break;
      case 'slow-statement':
        reportSlowStatement(message.statement, message.durationMs);
    }
  }

  function handleThreadEnd(worker: Worker, error: Error): void {
    if (thread?.worker !== worker) return;
    thread = undefined;
    if (isOpen) {
      const { message: reason } = error;
      logger.error({ reason }, 'the embedded database stopped; the next connection opens it again');
    }
    for (const { socket } of connections.values()) socket.destroy(error);
  }

  thread = startThread();
  await thread.ready;
  isOpen = true;

  return {
    connect({ urgent }) {
      lastSocketId += 1;
      const socketId = lastSocketId;
      thread ??= startThread();
      const { worker, ready } = thread;
      const send = (message: ToWorker) => worker.postMessage(message);
      const socket = new EmbeddedSocket({
        socketId,
        ready: isOpen ? ready : Promise.reject(new Error('the embedded database is closed')),
        send: (group) => send({ kind: 'group', socketId, urgent, bytes: group }),
        leave(cleanup) {
          if (connections.delete(socketId)) send({ kind: 'leave', socketId, cleanup });
        },
      });
      connections.set(socketId, { socket, listens: false });
      return socket;
    },
    async close() {
      isOpen = false;
      if (!thread) return;
      const { worker } = thread;
      for (const { socket } of connections.values()) socket.destroy();
      worker.postMessage({ kind: 'close' } satisfies ToWorker);
      await once(worker, 'exit');
    },
  };
}

/** Loads the compiled entry from `dist/`, and the entry in `src/` through tsx, which a thread does not inherit. */
function startWorker(workerData: WorkerSettings): Worker {
  if (!import.meta.url.endsWith('.ts'))
    return new Worker(new URL('./worker.js', import.meta.url), { workerData });
  const tsx = import.meta.resolve('tsx/esm/api');
  const entry = new URL('./worker.ts', import.meta.url).href;
  const source = `import(${JSON.stringify(tsx)}).then(({ tsImport }) => tsImport(${JSON.stringify(entry)}, ${JSON.stringify(import.meta.url)}))`;
  return new Worker(source, { eval: true, workerData });
}

function toError({ reason, needsOperator }: { reason: string; needsOperator: boolean }): Error {
  return needsOperator ? new OperatorError(reason) : new Error(reason);
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
