import { catchUp, type MissedMessages } from '../conversation/catch-up.ts';
import type { Logger } from '../logger.ts';
import type { MessageEvent } from '../message.ts';
import type { Processor } from '../queue/job-queue.ts';

interface CatchUpParts {
  missed: MissedMessages;
  accept(events: MessageEvent[]): Promise<number>;
  logger: Logger;
}

export function createCatchUp(parts: CatchUpParts): Processor<'catch-up'> {
  return async ({ oaId, sinceAt }) => {
    const found = await catchUp(parts, { oaId, sinceAt });
    if (found > 0) parts.logger.warn({ oaId, found }, 'messages were missed and are answered now');
  };
}
