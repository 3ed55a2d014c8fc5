import type { DecisionContext } from '../model/decision-context.ts';
import type { TicketEdit } from '../model/ticket-edit.ts';
import { nearestLeads } from '../permissions.ts';
import type { Refusal, TicketResult } from '../result.ts';

const forbidden = ['asks-for-secrets', 'asks-for-money'] as const satisfies readonly Refusal[];

/**
 * Records that a member's answer asked the resident for a secret or for money, so that the nearest lead reads about it.
 * The words themselves are not kept.
 * @returns whether the answer was refused for that reason; if not, nothing is recorded
 */
export function reportRequest(
  edit: TicketEdit,
  context: DecisionContext,
  { memberId, result }: { memberId: string; result: TicketResult },
): boolean {
  const why = result.kind === 'refused' && forbidden.find((one) => one === result.why);
  if (!why) return false;
  const leads = nearestLeads(context, edit.ticket, memberId);
  edit.record({ event: 'noted', actor: { kind: 'member', id: memberId }, reason: why, data: { leads } });
  return true;
}
