import { z } from 'zod';

/** Every kind of later work with the shape of its data: ids only, checked when added and again when run. */
export const jobCatalog = {
  /** Handle the waiting events of one conversation and send its outbox. */
  'wake-conversation': z.object({ oaId: z.string(), personId: z.string() }),
  /** Match stored echoes, receipts and reactions to the messages they speak of. */
  'match-signals': z.object({}),
  /** Wake conversations that have something waiting and lost their wake. */
  'sweep-conversations': z.object({}),
  /** Replay spooled deliveries into the database. */
  'drain-spool': z.object({}),
  /** Run the clocks of tickets that are due. */
  'tick-tickets': z.object({}),
  /** Find tickets whose owner is gone, and clocks whose job was lost. */
  'sweep-tickets': z.object({}),
  /** Tell members what they have to be told. */
  'tell-members': z.object({}),
  /** Fetch what was missed while deliveries did not reach us. */
  'catch-up': z.object({ oaId: z.string(), sinceAt: z.number() }),
  /** Refresh access tokens well before they end. */
  'refresh-tokens': z.object({}),
  /** Raise the alarm when no delivery came for too long in office hours. */
  'watch-silence': z.object({}),
  /** Erase who asked for it, and what is older than the office keeps. */
  'erase-data': z.object({}),
} as const;

export type JobName = keyof typeof jobCatalog;
export type JobData<N extends JobName> = z.infer<(typeof jobCatalog)[N]>;
export const jobNames = Object.keys(jobCatalog) as JobName[];
