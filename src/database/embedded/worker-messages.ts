/** The messages between the main thread and the database's worker thread. */

export interface WorkerSettings {
  /** Folder of the database, or undefined for one in memory. */
  folder: string | undefined;
  /** A tar file of a ready database, loaded into memory instead of creating a new one. */
  templateFile: string | undefined;
  slowQueryMs: number;
  idleInTransactionMs: number;
}

export type ToWorker =
  | { kind: 'group'; socketId: number; urgent: boolean; bytes: Uint8Array }
  | { kind: 'leave'; socketId: number; cleanup: Uint8Array }
  | { kind: 'close' };

export type FromWorker =
  | { kind: 'ready' }
  | { kind: 'failed'; reason: string; needsOperator: boolean }
  | { kind: 'reply'; socketId: number; bytes: Uint8Array; listens: boolean }
  | { kind: 'notification'; bytes: Uint8Array }
  /** The socket left its transaction open for too long; the worker rolled it back. */
  | { kind: 'expired'; socketId: number }
  | { kind: 'slow-statement'; statement: string; durationMs: number };
