/**
 * The timers of a ticket:
 * - `offer`: the time of the offered members has passed
 * - `first-…`, `next-…`, `resolution…`: the due times, and three quarters of each
 * - `waiting-…`: a resident who must answer is silent
 * - `holding-reply`: the resident has waited for an answer of the assignee
 * - `window-…`: Zalo's free window is about to close
 * - `unreachable`: Zalo said that the resident cannot be reached
 * - `staff-wrote`: office staff answered by hand, beside the bot
 * - `staff-silent`: staff wrote by hand, the resident wrote back, and staff have not answered since
 */
export const timerKinds = [
  'unreachable',
  'staff-wrote',
  'staff-silent',
  'holding-reply',
  'first-warning',
  'next-warning',
  'resolution-warning',
  'window-first',
  'window-last',
  'window-line',
  'window-shut',
  'offer',
  'first-answer',
  'next-answer',
  'resolution',
  'waiting-reminder',
  'waiting-end',
] as const;

export type TimerKind = (typeof timerKinds)[number];
