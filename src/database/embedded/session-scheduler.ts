import { frame } from './frames.ts';
import type { TransactionStatus } from './replies.ts';

export interface Group {
  socketId: number;
  /** Goes before every group that is not urgent, unless a transaction is open. */
  urgent: boolean;
  bytes: Buffer;
  /** The socket has left; the reply has no reader. */
  silent?: boolean;
}

/**
 * Decides which socket's group runs next in the session that all sockets share. While a socket has a transaction open,
 * only that socket runs. Pure: it stores queues and runs nothing.
 */
export function createSessionScheduler() {
  let urgent: Group[] = [];
  let normal: Group[] = [];
  let holderId: number | undefined;

  function takeFrom(queue: Group[], socketId: number): Group | undefined {
    const index = queue.findIndex((group) => group.socketId === socketId);
    return index === -1 ? undefined : queue.splice(index, 1)[0];
  }

  return {
    add(group: Group): void {
      (group.urgent ? urgent : normal).push(group);
    },

    /** Undefined when nothing waits, or when everything waits for the open transaction's next group. */
    next(): Group | undefined {
      if (holderId === undefined) return urgent.shift() ?? normal.shift();
      return takeFrom(urgent, holderId) ?? takeFrom(normal, holderId);
    },

    /** Call after each group, with the status in which its reply ended. */
    settle(socketId: number, status: TransactionStatus): void {
      holderId = status === 'I' ? undefined : socketId;
    },

    /**
     * Drops the socket's waiting groups and rolls its open transaction back.
     * @param cleanup frames to run after that, for example to forget prepared statements
     */
    leave(socketId: number, cleanup: Buffer): void {
      urgent = urgent.filter((group) => group.socketId !== socketId);
      normal = normal.filter((group) => group.socketId !== socketId);
      const rollback = holderId === socketId ? [frame('Q', 'rollback')] : [];
      const bytes = Buffer.concat([...rollback, cleanup]);
      if (bytes.length > 0) urgent.push({ socketId, urgent: true, bytes, silent: true });
    },

    /** The socket with the open transaction, if any. */
    holder(): number | undefined {
      return holderId;
    },
  };
}
