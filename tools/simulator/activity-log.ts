import type { Clock } from '../../src/clock.ts';
import type { StoredMessage } from './conversation-store.ts';

type DeliveryOutcome = 'answered' | 'timeout' | 'unreachable';

/** What happened on the platform, for the log view. Never contains a token or a secret. */
type Activity =
  | {
      kind: 'delivery';
      deliveryId: number;
      eventName: string;
      userId?: string;
      /** 0 for the first attempt; the value of the header `num_retry` after that. */
      attempt: number;
      signature?: string;
      body: string;
      outcome: DeliveryOutcome;
      status?: number;
      durationMs: number;
      nextAttemptAt?: number;
    }
  | { kind: 'delivery-dropped'; eventName: string; userId?: string; reason: string }
  | {
      kind: 'api';
      method: string;
      path: string;
      oaId?: string;
      /** Zalo's `error` number; absent when the simulator gave no answer. */
      code?: number | string;
      status?: number;
      fault?: string;
      request?: unknown;
    }
  | { kind: 'message'; userId: string; message: StoredMessage }
  | { kind: 'message-state'; userId: string; messageId: string; state: StoredMessage['state'] }
  | { kind: 'reaction'; userId: string; messageId: string; icon?: string }
  | { kind: 'user' | 'group' | 'grant'; oaId: string; id: string }
  | { kind: 'webhook'; enabled: boolean; url: string }
  | { kind: 'clock'; now: number }
  | { kind: 'switches' | 'faults' | 'reset' };

export type LogEntry = Activity & { id: number; at: number };

export interface ActivityLog {
  add(activity: Activity): void;
  /** Kept entries after `sinceId`, oldest first. */
  list(sinceId?: number): LogEntry[];
  /** Id of the latest entry, 0 before the first. */
  lastId(): number;
  /** @returns a function that ends the subscription */
  subscribe(listener: (entry: LogEntry) => void): () => void;
}

/** @param capacity how many entries to keep; the oldest go first */
export function createActivityLog({
  clock,
  capacity = 1_000,
}: {
  clock: Clock;
  capacity?: number;
}): ActivityLog {
  const ring = new Array<LogEntry | undefined>(capacity);
  const listeners = new Set<(entry: LogEntry) => void>();
  let lastId = 0;
  return {
    add(activity) {
      const entry = { ...activity, id: ++lastId, at: clock.now() } as LogEntry;
      ring[entry.id % capacity] = entry;
      for (const listener of listeners) listener(entry);
    },
    list(sinceId = 0) {
      const entries: LogEntry[] = [];
      for (let id = Math.max(sinceId + 1, lastId - capacity + 1, 1); id <= lastId; id++) {
        const entry = ring[id % capacity];
        if (entry) entries.push(entry);
      }
      return entries;
    },
    lastId: () => lastId,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
