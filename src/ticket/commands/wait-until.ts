import type { DecisionContext } from '../model/decision-context.ts';
import type { TicketEdit } from '../model/ticket-edit.ts';
import { refused, type TicketResult } from '../result.ts';
import { armWaiting } from '../timers/arm-timers.ts';
import { waitForResident } from './answer.ts';

interface WaitParams {
  memberId: string;
  /** When the resident gets the reminder, epoch ms. */
  until: number;
}

/** As `waitForResident`, when the member knows until when: the resident said "thứ Sáu tôi ra xã". */
export function waitUntil(
  edit: TicketEdit,
  context: DecisionContext,
  { memberId, until }: WaitParams,
): TicketResult {
  if (until <= context.now) return refused('not-waiting-for-it');
  const result = waitForResident(edit, context, memberId);
  if (result.kind === 'done') armWaiting(edit, context, until);
  return result;
}
