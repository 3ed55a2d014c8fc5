import type { BotContext } from './flow/bot-context.ts';
import { failedLately } from './flow/talk.ts';

/** Remembers that an answer did not help, or that there was none. */
export function noteFailure(ctx: BotContext): void {
  ctx.remember({ failures: failedLately(ctx) ? ctx.state.failures + 1 : 1 });
  ctx.mark('failure');
}
