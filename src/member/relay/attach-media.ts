import { transferKind } from '../../media/kinds.ts';
import { mediaKey, type PassedContent } from '../../media/media-needed.ts';
import type { Attachment } from '../../message.ts';
import type { MemberTurn } from '../chat/member-context.ts';

/** The attachments that can be sent on; the member reads why the others cannot. A link is part of the text already. */
export function filterRelayable(turn: MemberTurn, attachments: readonly Attachment[]): Attachment[] {
  const passed = attachments.filter((attachment) => transferKind(attachment) !== undefined);
  const refused = attachments.filter(
    (attachment) => attachment.kind !== 'link' && transferKind(attachment) === undefined,
  );
  if (refused.length > 0) turn.say(turn.t('member:media.kind'));
  return passed;
}

/**
 * Pictures and documents as uploaded to an OA. The member reads which ones cannot be sent.
 * @returns undefined when something was not downloaded for this turn
 */
export function collectMedia(
  turn: MemberTurn,
  oaId: string,
  attachments: readonly Attachment[],
): PassedContent[] | undefined {
  const needed = attachments.map((attachment) => ({ oaId, attachment }));
  if (needed.some((one) => !turn.fetched.has(mediaKey(one)))) return undefined;
  return needed.flatMap((one) => {
    const media = turn.fetched.get(mediaKey(one));
    if (media?.kind === 'passed') return media.content;
    turn.say(turn.t(`member:media.${media?.why ?? 'unavailable'}`));
    return [];
  });
}
