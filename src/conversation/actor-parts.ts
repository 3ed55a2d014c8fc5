import type { Words } from '../i18n.ts';
import type { Intents } from '../intents/intents.ts';
import type { FetchedMedia, NeededMedia } from '../member/media/media-needed.ts';
import type { MemberLane } from '../member/member-lane.ts';
import type { Origin } from '../message.ts';
import type { TicketDesks } from '../ticket/ticket-desk.ts';
import type { OutboxParts } from './outbox-parts.ts';

/** What the actor needs: the outbox's parts, and the bot's mind. */
export interface ActorParts extends OutboxParts {
  words: Words;
  intents: Intents;
  desks: TicketDesks;
  members: MemberLane;
  /** Fetches pictures and documents and gives them to the OA where they are going to be said. */
  fetchMedia(needed: readonly NeededMedia[]): Promise<FetchedMedia>;
  origin: Origin;
  /** So long the beginning of a question waits for its rest. */
  moreWaitMs: number;
  /** Cuts a text into messages that the platform takes. */
  splitText(text: string): string[];
}
