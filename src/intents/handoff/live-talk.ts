import { minuteMs } from '../../durations.ts';
import type { TicketSummary } from '../../ticket/resident-ticket-types.ts';

/** For this long after a member's message, what the resident writes is most likely meant for the member. */
const liveTalkMs = 10 * minuteMs;

/** Whether a member has written to the resident just now. */
export function isLiveTalk({ lastAnswerAt }: Pick<TicketSummary, 'lastAnswerAt'>, now: number): boolean {
  return lastAnswerAt !== null && now - lastAnswerAt < liveTalkMs;
}
