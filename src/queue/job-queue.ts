import type { JobData, JobName } from './job-catalog.ts';

export interface JobOptions {
  /** Not before this time (epoch ms, of the passed-in clock). Stored in the job; the worker checks it again. */
  dueAt?: number;
  /**
   * One waiting job per job name and key: adding a second while one waits changes nothing; adding any number while the
   * first runs leaves exactly one more to run afterwards. A job with `dueAt` and one without coexist, so that a wake
   * for later never delays a wake for now. Of two jobs for later, the earlier time wins. A key may be any text;
   * adapters make it safe.
   */
  key?: string;
  /** Runs before the jobs that wait already. Give it a key of its own: a waiting job of the same key stays in its place. */
  first?: boolean;
}

export interface NewJob<N extends JobName> {
  data: JobData<N>;
  options?: JobOptions;
}

/**
 * Enqueues work for later. Job data are ids, never personal data. Adding throws when the data does not fit the
 * catalogue, and within about 2 s when the queue's server is away. A job runs at least once.
 */
export interface JobQueue {
  add<N extends JobName>(name: N, data: JobData<N>, options?: JobOptions): Promise<void>;
  addMany<N extends JobName>(name: N, jobs: NewJob<N>[]): Promise<void>;
  /** Waiting, delayed and active jobs, for the metrics page. */
  counts(): Promise<{ waiting: number; delayed: number; active: number; failed: number }>;
  /** Runs every delayed job whose `dueAt` is at or before `now`. Tests and the demo use it after moving the clock. */
  promoteDue(now: number): Promise<number>;
  close(): Promise<void>;
}

export type Processor<N extends JobName> = (data: JobData<N>) => Promise<void>;
/** Exhaustive: the compiler demands one processor per job. */
export type Processors = { [N in JobName]: Processor<N> };

export interface JobWorker {
  start(): Promise<void>;
  /** Stops taking jobs and waits for the running ones. */
  close(): Promise<void>;
}
