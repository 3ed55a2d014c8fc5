import type { TurnContext } from '../../conversation/turn.ts';
import { findLink, listLinks, revokeLink } from '../../team/roster/link-store.ts';
import type { ServiceParts } from '../../ticket/ticket-parts.ts';
import { forgetChat } from '../chat/chat-state.ts';
import { createMemberTickets } from '../tickets/member-tickets.ts';

/**
 * A member withdraws consent: their account is unlinked. Their tickets go back to their teams, unless another OA still
 * reaches them.
 * @returns what to run after commit; undefined for a person who is no member
 */
export async function leaveOa(
  parts: ServiceParts,
  { trx, conversation, turn, now }: TurnContext,
): Promise<(() => Promise<void>) | undefined> {
  const link = await findLink(trx, conversation.person);
  if (!link) return undefined;
  const { memberId } = link;
  const tickets = createMemberTickets(parts, { trx, memberId, now, turnId: turn.last.id });
  const isReachedElsewhere = (await listLinks(trx, memberId)).some(
    ({ oaId }) => oaId !== conversation.person.oaId,
  );
  if (!isReachedElsewhere) {
    for (const { number } of await tickets.listOwn()) await tickets.release(number, 'left');
  }
  await revokeLink(trx, { oaId: conversation.person.oaId, personId: conversation.person.personId, now });
  await forgetChat(trx, conversation.id);
  return tickets.dispatchAfterCommit;
}
