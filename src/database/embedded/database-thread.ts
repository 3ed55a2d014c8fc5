import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { OperatorError } from '../../errors.ts';
import type { FromWorker, ToWorker, WorkerSettings } from './worker-messages.ts';

/** The thread that runs an embedded database. */
export interface DatabaseThread {
  worker: Worker;
  /** Resolves when it takes statements; rejects when it cannot open the files. */
  ready: Promise<void>;
  /** Resolves when the files are closed and the thread has ended. */
  end(): Promise<void>;
}

export type StartThread = (settings: WorkerSettings) => DatabaseThread;

export function startDatabaseThread(settings: WorkerSettings): DatabaseThread {
  const worker = startWorker(settings);
  const ready = new Promise<void>((resolve, reject) => {
    worker.on('message', (message: FromWorker) => {
      if (message.kind === 'ready') resolve();
      if (message.kind === 'failed') reject(toError(message));
    });
    worker.on('error', reject);
    worker.on('exit', () => reject(new Error('the embedded database has stopped')));
  });
  return {
    worker,
    ready,
    async end() {
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
