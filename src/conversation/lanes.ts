import type { LeasedConversation } from './lease.ts';

export type Lane = 'member' | 'bot' | 'human';

/** Staff who wrote by hand are not talked over for this long. */
export const staffQuietMs = 4 * 60 * 60_000;

/** Who asked for the assistant while a member has their ticket is answered by it for this long. */
const assistantMs = 30 * 60_000;

interface LaneParts {
  conversation: Pick<LeasedConversation, 'humanUntil' | 'state'>;
  /** A member of a team writes here, and not as a resident would. */
  isMember: boolean;
  /** A member has a ticket of this resident. */
  isClaimed: boolean;
  now: number;
}

/** Who answers this conversation now. Decided here and nowhere else. */
export function laneOf({ conversation, isMember, isClaimed, now }: LaneParts): Lane {
  if (isMember) return 'member';
  if (conversation.humanUntil !== null && conversation.humanUntil > now) return 'human';
  const wantsBot = now - (conversation.state.lastAt['asked-assistant'] ?? 0) < assistantMs;
  return isClaimed && !wantsBot ? 'human' : 'bot';
}
