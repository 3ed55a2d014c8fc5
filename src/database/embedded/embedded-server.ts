import type { Logger } from '../../logger.ts';
import { type DatabaseThread, type StartThread, startDatabaseThread } from './database-thread.ts';
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
  startThread?: StartThread | undefined;
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
  const { logger, reportSlowStatement, startThread = startDatabaseThread, ...settings } = parts;
  const connections = new Map<number, Connection>();
  let lastSocketId = 0;
  let isOpen = false;
  let thread: DatabaseThread | undefined;

  function openThread(): DatabaseThread {
    const started = startThread(settings);
    started.worker.on('message', handleMessage);
    started.worker.on('exit', () => handleThreadEnd(started, new Error('the embedded database has stopped')));
    started.ready.catch((error: Error) => handleThreadEnd(started, error));
    return started;
  }

  function handleMessage(message: FromWorker): void {
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

  function handleThreadEnd(ended: DatabaseThread, error: Error): void {
    if (thread !== ended) return;
    thread = undefined;
    if (isOpen) {
      const { message: reason } = error;
      logger.error({ reason }, 'the embedded database stopped; the next connection opens it again');
    }
    for (const { socket } of connections.values()) socket.destroy(error);
  }

  thread = openThread();
  await thread.ready;
  isOpen = true;

  return {
    connect({ urgent }) {
      lastSocketId += 1;
      const socketId = lastSocketId;
      if (isOpen) thread ??= openThread();
      const current = isOpen ? thread : undefined;
      const send = (message: ToWorker) => current?.worker.postMessage(message);
      const socket = new EmbeddedSocket({
        socketId,
        ready: current?.ready ?? Promise.reject(new Error('the embedded database is closed')),
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
      for (const { socket } of connections.values()) socket.destroy();
      await thread.end();
    },
  };
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
