import type { ActorParts } from '../conversation/actor-parts.ts';
import type { MissedMessages } from '../conversation/catch-up.ts';
import type { MessageEvent } from '../message.ts';
import type { JobQueue, Processors } from '../queue/job-queue.ts';
import type { TicketService } from '../ticket/ticket-service.ts';
import type { WorkingCalendar } from '../ticket/working-hours.ts';
import { createCatchUp } from './catch-up.ts';
import { createEraseData } from './erase-data.ts';
import { createMatchSignals } from './match-signals.ts';
import { createSweepConversations } from './sweep-conversations.ts';
import { createSweepTickets } from './sweep-tickets.ts';
import { createTickTickets } from './tick-tickets.ts';
import { createWakeConversation } from './wake-conversation.ts';
import { createWatchSilence } from './watch-silence.ts';

export interface JobParts extends ActorParts {
  queue: JobQueue;
  tickets: TicketService;
  missed: MissedMessages;
  officeHours: WorkingCalendar;
  accept(events: MessageEvent[]): Promise<number>;
  drainSpool(): Promise<unknown>;
  forgetRejected(before: number): Promise<number>;
  refreshDueTokens(): Promise<unknown>;
  tellMembers(): Promise<unknown>;
  retentionDays: number;
  /** How many actors may work at once, beside those that wait for the network. */
  actorsAtOnce: number;
}

/** Every job with its processor. The compiler asks for a line here when the catalogue grows. */
export function createProcessors(parts: JobParts): Processors {
  return {
    'wake-conversation': createWakeConversation(parts),
    'match-signals': createMatchSignals(parts),
    'sweep-conversations': createSweepConversations(parts),
    'drain-spool': async () => {
      await parts.drainSpool();
    },
    'catch-up': createCatchUp(parts),
    'refresh-tokens': async () => {
      await parts.refreshDueTokens();
    },
    'watch-silence': createWatchSilence(parts),
    'tick-tickets': createTickTickets(parts),
    'sweep-tickets': createSweepTickets(parts),
    'tell-members': async () => {
      await parts.tellMembers();
    },
    'erase-data': createEraseData(parts),
  };
}
