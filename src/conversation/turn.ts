import type { Transaction } from 'kysely';
import type { Tables } from '../database/schema.ts';
import type { FetchedMedia } from '../media/media-needed.ts';
import type { WaitingEvent } from './inbox.ts';
import type { LeasedConversation } from './lease.ts';
import type { RecentMessage } from './outbox.ts';

/** The events of one turn: one event, or several that are read together and get one reply to the last. */
export interface Turn {
  /**
   * Messages that the reply to `last` covers: the earlier ones of a burst, or the beginning of a question that `last`
   * continues.
   */
  covered: WaitingEvent[];
  last: WaitingEvent;
  /** Recently sent messages, newest first; read before the turn begins. */
  recentMessages: RecentMessage[];
}

/** A turn while its transaction is open. */
export interface TurnContext {
  trx: Transaction<Tables>;
  conversation: LeasedConversation;
  turn: Turn;
  now: number;
  /** Pictures and documents fetched for this turn. */
  media: FetchedMedia;
}
