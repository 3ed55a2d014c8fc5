import type { LeasedConversation } from './lease.ts';

export type Lane = 'member' | 'bot' | 'human';

/** The human lane stays open for this long after staff wrote by hand. */
export const staffQuietMs = 4 * 60 * 60_000;

/** A resident with a claimed ticket who chooses the assistant gets its answers for this long. */
const assistantMs = 30 * 60_000;

interface LaneParts {
  conversation: Pick<LeasedConversation, 'humanUntil' | 'state'>;
  /** The person is a member of a team, so the member lane handles the message. */
  isMember: boolean;
  /** A member has claimed a ticket of this resident. */
  isClaimed: boolean;
  now: number;
}

/** Which lane answers this conversation now. No other code decides this. */
export function laneOf({ conversation, isMember, isClaimed, now }: LaneParts): Lane {
  if (isMember) return 'member';
  if (conversation.humanUntil !== null && conversation.humanUntil > now) return 'human';
  const wantsBot = now - (conversation.state.lastAt['asked-assistant'] ?? 0) < assistantMs;
  return isClaimed && !wantsBot ? 'human' : 'bot';
}
