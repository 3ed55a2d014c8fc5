import type { BotContext } from './flow/bot-context.ts';
import { failedLately } from './flow/talk.ts';

/** Records that an answer did not help, or that the bot had none. */
export function noteFailure(ctx: BotContext): void {
  ctx.remember({ failures: failedLately(ctx) ? ctx.state.failures + 1 : 1 });
  ctx.mark('failure');
}
