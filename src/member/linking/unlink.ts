import type { Deciding } from '../../conversation/turn.ts';
import { findLink, listLinks, revokeLink } from '../../team/roster/link-store.ts';
import type { ServiceParts } from '../../ticket/ticket-parts.ts';
import { forgetChat } from '../chat/chat-state.ts';
import { createMemberDesk } from '../tickets/member-tickets.ts';

/**
 * A member withdraws their consent to be written to: their account is theirs alone again. What they have goes back to
 * their teams, unless another OA still reaches them.
 * @returns what wakes whoever must know, after the commit; undefined for anybody else
 */
export async function leaveOa(
  parts: ServiceParts,
  { trx, held, now }: Deciding,
): Promise<(() => Promise<void>) | undefined> {
  const link = await findLink(trx, held.person);
  if (!link) return undefined;
  const { memberId } = link;
  const desk = createMemberDesk(parts, { trx, memberId, now });
  const isReachedElsewhere = (await listLinks(trx, memberId)).some(({ oaId }) => oaId !== held.person.oaId);
  if (!isReachedElsewhere) {
    for (const { number } of await desk.listOwn()) await desk.release(number, 'left');
  }
  await revokeLink(trx, { oaId: held.person.oaId, personId: held.person.personId, now });
  await forgetChat(trx, held.id);
  return desk.giveHints;
}
