import type { Transaction } from 'kysely';
import type { Tables } from '../database/schema.ts';
import type { FetchedMedia } from '../media/media-needed.ts';
import type { WaitingEvent } from './inbox.ts';
import type { LeasedConversation } from './lease.ts';
import type { RecentMessage } from './outbox.ts';

/** The events of one turn: one, or some that are read together, whose last message gets the reply. */
export interface Turn {
  /** Messages that the reply to `last` covers: of a burst, or the beginning of what `last` goes on with. */
  covered: WaitingEvent[];
  last: WaitingEvent;
  /** What was said lately, newest first; read before the turn begins. */
  recentMessages: RecentMessage[];
}

/** A turn while it is being decided, inside its transaction. */
export interface TurnContext {
  trx: Transaction<Tables>;
  conversation: LeasedConversation;
  turn: Turn;
  now: number;
  /** Pictures and documents that were fetched for this turn. */
  media: FetchedMedia;
}
