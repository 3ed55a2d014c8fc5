import type { Alarm } from '../../alarm.ts';
import { wakeJob } from '../../conversation/wake.ts';
import { messageOf } from '../../errors.ts';
import type { Logger } from '../../logger.ts';
import type { JobQueue, NewJob } from '../../queue/job-queue.ts';
import type { TicketEdit } from '../model/ticket-edit.ts';
import type { EscalationReason } from '../reasons.ts';

export interface AfterCommitParts {
  queue: Pick<JobQueue, 'addMany'>;
  alarm: Alarm;
  logger: Logger;
}

const secondMs = 1_000;
/** Reasons of an alarm about a ticket that nobody has. */
const unclaimedReasons: ReadonlySet<EscalationReason> = new Set(['nobody-took-it', 'nobody-there']);

/**
 * Runs after commit: enqueues wakes, notices and the next timer run. These are only hints; scheduled jobs recover lost
 * ones, so an unavailable queue is no error.
 */
export async function dispatchAfterCommit(
  { queue, alarm, logger }: AfterCommitParts,
  edits: readonly TicketEdit[],
): Promise<void> {
  for (const { person, ticket, changes } of edits) {
    for (const reason of changes.alarms) {
      const kind = unclaimedReasons.has(reason) ? 'ticket-unclaimed' : 'ticket-overdue';
      alarm.raise(kind, { oaId: person.oaId, detail: `${ticket.number}: ${reason}` });
    }
  }
  const wakes = edits.filter(({ changes }) => changes.drafts.length > 0).map(({ person }) => wakeJob(person));
  try {
    await queue.addMany('wake-conversation', wakes);
    await queue.addMany('tick-tickets', toTimerJobs(edits));
    await queue.addMany('tell-members', toTellJobs(edits));
  } catch (error) {
    logger.warn({ reason: messageOf(error) }, 'the sweepers will find what a ticket needs');
  }
}

/** Enqueues a timer run now, because an event was stored as a timer that is due. */
export async function enqueueTimerRun({
  queue,
  logger,
}: Pick<AfterCommitParts, 'queue' | 'logger'>): Promise<void> {
  try {
    await queue.addMany('tick-tickets', [{ data: {}, options: { key: 'tickets' } }]);
  } catch (error) {
    logger.warn({ reason: messageOf(error) }, 'the sweeper will look at the clocks of tickets');
  }
}

/** Enqueues the member's waiting notices, because the member can be reached again. */
export async function tellMembersNow({
  queue,
  logger,
}: Pick<AfterCommitParts, 'queue' | 'logger'>): Promise<void> {
  try {
    await queue.addMany('tell-members', [tellMembersJob()]);
  } catch (error) {
    logger.warn({ reason: messageOf(error) }, 'members are told at the next round');
  }
}

/** Notice jobs: for now, or for after the resident has stopped writing. */
function toTellJobs(edits: readonly TicketEdit[]): NewJob<'tell-members'>[] {
  const seconds = new Set(edits.flatMap(({ changes }) => [...changes.tellAt].map(toSecond)));
  return [...seconds].map((second) => tellMembersJob(second * secondMs));
}

/** One job for all tickets with a timer in the same second: ten thousand timers are not ten thousand jobs. */
function toTimerJobs(edits: readonly TicketEdit[]): NewJob<'tick-tickets'>[] {
  const moments = edits.flatMap((edit) => edit.nextDueAt() ?? []);
  const seconds = new Set(moments.map(toSecond));
  return [...seconds].map((second) => ({
    data: {},
    options: { key: `tickets-${second}`, dueAt: second * secondMs },
  }));
}

/** A job that sends the notices due by then: one per second, however often it is ordered. @param dueAt 0 for at once */
export function tellMembersJob(dueAt = 0): NewJob<'tell-members'> {
  const second = toSecond(dueAt);
  if (second === 0) return { data: {}, options: { key: 'members' } };
  return { data: {}, options: { key: `members-${second}`, dueAt: second * secondMs } };
}

function toSecond(at: number): number {
  return Math.ceil(at / secondMs);
}
