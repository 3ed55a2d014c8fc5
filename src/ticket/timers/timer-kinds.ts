/**
 * The clocks that run on a ticket:
 * - `offer`: the members it was offered to have had their time
 * - `first-…`, `next-…`, `resolution…`: the promised times, and three quarters of each
 * - `waiting-…`: a resident who was asked something does not answer
 * - `holding-reply`: the resident has waited for a word from whoever has the ticket
 * - `window-…`: the platform's free window draws to its end
 * - `unreachable`: the platform said that the resident cannot be reached
 * - `staff-wrote`: somebody answered by hand, beside the bot
 * - `staff-silent`: staff wrote by hand, the resident wrote back, and nobody has answered since
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
