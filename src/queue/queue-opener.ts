import { withTimeout } from '../with-timeout.ts';
import { abandon, type BackendParts, type BullQueue, openBullQueue, type QueueName } from './bull-backend.ts';
import { ensureQueueTables } from './postgres-pool.ts';

const closeMs = 2000;

/** The queues of one owner, each opened on first use. */
export interface QueueOpener {
  /** Waits until the server answers; rejects when it refuses. The next call tries again. */
  open(name: QueueName): Promise<BullQueue>;
  close(): Promise<void>;
}

export function createQueueOpener(parts: BackendParts): QueueOpener {
  const ready = new Map<QueueName, Promise<BullQueue>>();
  const unclosed = new Set<BullQueue>();
  let closed = false;

  async function openReady(name: QueueName): Promise<BullQueue> {
    if (parts.backend.kind === 'postgres') await ensureQueueTables(parts.backend.pool);
    const queue = openBullQueue(parts, name);
    unclosed.add(queue);
    try {
      await queue.waitUntilReady();
      return queue;
    } catch (error) {
      await closeQueue(queue);
      throw error;
    }
  }

  async function closeQueue(queue: BullQueue): Promise<void> {
    unclosed.delete(queue);
    await withTimeout(queue.close(), { ms: closeMs, of: 'the job queue' }).catch(() => abandon(queue));
  }

  return {
    open(name) {
      if (closed) return Promise.reject(new Error('the job queue is closed'));
      const known = ready.get(name);
      if (known !== undefined) return known;
      const opening = openReady(name);
      ready.set(name, opening);
      // BullMQ remembers a first refusal for ever, so discard a refused queue.
      opening.catch(() => ready.delete(name));
      return opening;
    },

    async close() {
      closed = true;
      await Promise.all([...unclosed].map(closeQueue));
    },
  };
}
