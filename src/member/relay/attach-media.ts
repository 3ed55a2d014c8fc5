import { transferKind } from '../../media/kinds.ts';
import { mediaKey, type PassedContent } from '../../media/media-needed.ts';
import type { Attachment } from '../../message.ts';
import type { MemberTurn } from '../chat/member-context.ts';

/** What of a message can be passed on at all; the rest is refused in words. A link stands in the text already. */
export function passable(turn: MemberTurn, attachments: readonly Attachment[]): Attachment[] {
  const passed = attachments.filter((attachment) => transferKind(attachment) !== undefined);
  const refused = attachments.filter(
    (attachment) => attachment.kind !== 'link' && transferKind(attachment) === undefined,
  );
  if (refused.length > 0) turn.say(turn.t('member:media.kind'));
  return passed;
}

/**
 * Pictures and documents as they can be said at an OA. What turned out not to be passable is refused in words.
 * @returns undefined when something was not fetched for this turn
 */
export function takeMedia(
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
