import type { OutboxParts } from '../conversation/message-sender.ts';
import type { Words } from '../i18n.ts';
import type { Bot } from '../intents/bot.ts';
import type { FetchedMedia, NeededMedia } from '../media/media-needed.ts';
import type { MemberRouter } from '../member/chat/member-router.ts';
import type { Origin } from '../message.ts';
import type { ResidentTicketsFactory } from '../ticket/resident-ticket-types.ts';

/** What the actor needs: the outbox's parts, the bot, and access to tickets and members. */
export interface ActorParts extends OutboxParts {
  words: Words;
  bot: Bot;
  /** Whether a text has words that are enough to hear an emergency. */
  hearsDanger?: (text: string) => boolean;
  residentTickets: ResidentTicketsFactory;
  members: MemberRouter;
  /** Fetches pictures and documents and uploads them to the OA that will send them. */
  fetchMedia(needed: readonly NeededMedia[]): Promise<FetchedMedia>;
  origin: Origin;
  /** How long an incomplete question waits for its rest. */
  moreWaitMs: number;
  /** Cuts a text into messages that Zalo accepts. */
  splitText(text: string): string[];
}
