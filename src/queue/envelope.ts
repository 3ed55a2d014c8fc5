import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type JobData, type JobName, jobCatalog, jobNames } from './job-catalog.ts';
import type { JobOptions } from './job-queue.ts';

/** What BullMQ stores of a job: its data, and the options that the worker checks again when it runs the job. */
const envelope = z.object({
  data: z.unknown(),
  dueAt: z.number().optional(),
  key: z.string().optional(),
  first: z.boolean().optional(),
});
export type Envelope = z.infer<typeof envelope>;

/** The name or data of a job is not in the catalogue. Running it again would not help. */
export class InvalidJobError extends Error {
  override name = 'InvalidJobError';
}

/** @throws InvalidJobError naming the job and the fields that are wrong, never their values */
export function toEnvelope<N extends JobName>(name: N, data: JobData<N>, options: JobOptions = {}): Envelope {
  const { dueAt, key, first } = options;
  return {
    data: parseData(name, data),
    ...(dueAt === undefined ? {} : { dueAt }),
    ...(key === undefined ? {} : { key }),
    ...(first ? { first } : {}),
  };
}

/** @throws InvalidJobError */
export function parseJob(name: string, stored: unknown): { name: JobName } & Envelope {
  if (!isJobName(name)) throw new InvalidJobError(`there is no job named ${name}`);
  const parsed = envelope.safeParse(stored);
  if (!parsed.success) throw new InvalidJobError(`the stored job ${name} has no envelope`);
  return { ...parsed.data, name, data: parseData(name, parsed.data.data) };
}

/**
 * The id under which BullMQ merges jobs. It is a digest because BullMQ accepts neither `:` nor digits alone, and Zalo
 * ids are digits. Jobs for now and for later have different ids, see `JobOptions.key`.
 */
export function deduplicationId(name: JobName, { key, dueAt }: Pick<Envelope, 'key' | 'dueAt'>): string {
  const digest = createHash('sha256')
    .update(key ?? '')
    .digest('base64url');
  return `${name}-${dueAt === undefined ? 'now' : 'later'}-${digest}`;
}

function parseData(name: JobName, data: unknown): unknown {
  const result = jobCatalog[name].safeParse(data);
  if (result.success) return result.data;
  const fields = result.error.issues.map((issue) => issue.path.join('.') || 'data');
  throw new InvalidJobError(`the data of the job ${name} does not fit the catalogue: ${fields.join(', ')}`);
}

function isJobName(name: string): name is JobName {
  return jobNames.includes(name as JobName);
}
