import type { Deciding } from '../conversation/open-turn.ts';
import { findLink, listLinks, revokeLink } from '../team/link-store.ts';
import type { ServiceParts } from '../ticket/run-due.ts';
import { forgetChat } from './member-chat.ts';
import { createMemberDesk } from './member-desk.ts';

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
