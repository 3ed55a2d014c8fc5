import type { Worker } from 'node:worker_threads';
import { type DatabaseThread, startDatabaseThread } from '../../src/database/embedded/database-thread.ts';
import { frame, splitFrames } from '../../src/database/embedded/frames.ts';
import type { FromWorker, ToWorker, WorkerSettings } from '../../src/database/embedded/worker-messages.ts';

/** Threads with an empty database that no test uses now. Starting one takes two seconds, emptying it a few ms. */
const free: Worker[] = [];

/** No socket has this id. */
const resetId = -1;

/** Copies the rows that the migrations write, so that they are there again after the tables are emptied. */
const keepSeeds = `do $$
  declare name text; is_filled boolean;
  begin
    create schema seeds;
    for name in select tablename from pg_tables where schemaname = 'public' and tablename not like 'kysely%' loop
      execute format('select exists (select from public.%I)', name) into is_filled;
      if is_filled then execute format('create table seeds.%1$I as table public.%1$I', name); end if;
    end loop;
  end $$`;

const emptyTables = `do $$
  declare name text; names text[]; is_filled boolean;
  begin
    for name in select format('%I.%I', schemaname, tablename) from pg_tables
      where schemaname in ('public', 'bullmq') and tablename not like 'kysely%' and tablename not like '%migration%'
    loop
      execute format('select exists (select from %s)', name) into is_filled;
      if is_filled then names := names || name; end if;
    end loop;
    if names is not null then execute 'truncate ' || array_to_string(names, ', ') || ' cascade'; end if;
    for name in select tablename from pg_tables where schemaname = 'seeds' loop
      execute format('insert into public.%1$I overriding system value table seeds.%1$I', name);
    end loop;
    perform setval(format('%I.%I', schemaname, sequencename)::regclass, start_value, false) from pg_sequences
      where schemaname in ('public', 'bullmq') and last_value is not null;
  end $$`;

/** A thread with an empty, migrated database; its end empties it for the next test file of this process. */
export function borrowDatabaseThread(settings: WorkerSettings): DatabaseThread {
  const worker = free.pop();
  if (!worker) {
    const started = startDatabaseThread(settings);
    const ready = started.ready.then(() => run(started.worker, keepSeeds));
    return { worker: started.worker, ready, end: () => giveBack(started.worker) };
  }
  worker.ref();
  return { worker, ready: Promise.resolve(), end: () => giveBack(worker) };
}

async function giveBack(worker: Worker): Promise<void> {
  await run(worker, emptyTables);
  await run(worker, 'discard all');
  for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event);
  worker.unref();
  free.push(worker);
}

/** Runs a statement after all others that wait. */
function run(worker: Worker, statement: string): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.on('message', function read(message: FromWorker) {
      if (message.kind !== 'reply' || message.socketId !== resetId) return;
      worker.off('message', read);
      const fault = splitFrames(Buffer.from(message.bytes)).frames.find(({ type }) => type === 'E');
      if (fault) reject(new Error(fault.bytes.toString('utf8', 5)));
      else resolve();
    });
    const bytes = frame('Q', statement);
    worker.postMessage({ kind: 'group', socketId: resetId, urgent: false, bytes } satisfies ToWorker);
  });
}
