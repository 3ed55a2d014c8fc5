import type { ConversationState } from '../../conversation/state.ts';
import { dayMs, hourMs, minuteMs } from '../../durations.ts';

/** The conversation that gives a message its context. */
export interface Talk {
  readonly state: Readonly<ConversationState>;
  readonly now: number;
  /** The intent of our message that this one quotes, if any. */
  readonly quotedIntent?: string | undefined;
}

/** A confirmation that comes later than this after the question is asked again. */
const confirmMs = 10 * minuteMs;
/** Two failed answers within this time count as a row; an older failure does not. */
const rowMs = 30 * minuteMs;
/** A question may continue an answer for this long: time to read it and to look for the papers. */
export const goesOnMs = 2 * hourMs;

/** Whether the last answers did not help, so that another failure brings a person. */
export function failedLately({ state, now }: Talk): boolean {
  return state.failures > 0 && now - (state.lastAt.failure ?? 0) < rowMs;
}

/** Whether the answer in the state is recent, or the message quotes it: "còn lệ phí?" then refers to it. */
export function answeredLately({ state, quotedIntent, now }: Talk): boolean {
  return quotedIntent !== undefined || now - (state.lastAt.answer ?? 0) < goesOnMs;
}

/** What follows a ticket that was opened after the last answer belongs to the ticket. */
export function isAboutTicket({ state: { lastAt } }: Pick<Talk, 'state'>): boolean {
  return lastAt.ticket !== undefined && lastAt.ticket >= (lastAt.answer ?? 0);
}

/** Whether the question "shall your data really be deleted?" is still open. */
export function erasureAskedLately({ state, now }: Pick<Talk, 'state' | 'now'>): boolean {
  const askedAt = state.lastAt['erasure-asked'];
  return askedAt !== undefined && now - askedAt < confirmMs;
}

/** For this long after the resident said that somebody has died, their papers are most likely about that. */
const papersOfDeadMs = 60 * dayMs;

/** Whether the resident says, or said lately, that somebody has died. */
export function knowsOfDeath({ death }: { death?: string | undefined }, { state, now }: Talk): boolean {
  return death !== undefined || now - (state.lastAt.death ?? Number.NEGATIVE_INFINITY) < papersOfDeadMs;
}
