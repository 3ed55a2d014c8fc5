import { z } from 'zod';

/** Every job with the shape of its data: ids only, checked when the job is added and again when it runs. */
export const jobCatalog = {
  /** Handle the waiting events of one conversation and send its outbox. */
  'wake-conversation': z.object({ oaId: z.string(), personId: z.string() }),
  /** Match stored echoes, receipts and reactions to the messages that they refer to. */
  'match-signals': z.object({}),
  /** Wake conversations that have something waiting and lost their wake. */
  'sweep-conversations': z.object({}),
  /** Replay spooled deliveries into the database. */
  'drain-spool': z.object({}),
  /** Run the ticket timers that are due. */
  'tick-tickets': z.object({}),
  /** Find tickets whose owner is gone, and timers whose job was lost. */
  'sweep-tickets': z.object({}),
  /** Deliver the pending notices to members. */
  'tell-members': z.object({}),
  /** Fetch the messages that Zalo could not deliver to us. */
  'catch-up': z.object({ oaId: z.string(), sinceAt: z.number() }),
  /** Refresh access tokens well before they expire. */
  'refresh-tokens': z.object({}),
  /** Raise the alarm when no delivery came for too long in office hours. */
  'watch-silence': z.object({}),
  /** Erase the data of people who asked for it, and data past the office's retention period. */
  'erase-data': z.object({}),
  /** Count anew what the embedded database's planner goes by. */
  'renew-statistics': z.object({}),
} as const;

export type JobName = keyof typeof jobCatalog;
export type JobData<N extends JobName> = z.infer<(typeof jobCatalog)[N]>;
export const jobNames = Object.keys(jobCatalog) as JobName[];
