import type { Words } from '../i18n.ts';
import type { Intents } from '../intents/intents.ts';
import type { Origin } from '../message.ts';
import type { TicketDesks } from '../ticket/ticket-desk.ts';
import type { OutboxParts } from './outbox-parts.ts';

/** What the actor needs: the outbox's parts, and the bot's mind. */
export interface ActorParts extends OutboxParts {
  words: Words;
  intents: Intents;
  desks: TicketDesks;
  origin: Origin;
  /** Cuts a text into messages that the platform takes. */
  splitText(text: string): string[];
}
