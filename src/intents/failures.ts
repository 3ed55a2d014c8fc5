import type { BotContext } from './intent-handler.ts';

/** Two failed answers within this time are a row; yesterday's misunderstanding is over. */
const rowMs = 30 * 60_000;

/** Whether the last answers did not help: another failure needs a person. */
export function failedLately({ state, now }: BotContext): boolean {
  return state.failures > 0 && now - (state.lastAt.failure ?? 0) < rowMs;
}

/** Remembers that an answer did not help, or that there was none. */
export function noteFailure(ctx: BotContext): void {
  ctx.remember({
    failures: failedLately(ctx) ? ctx.state.failures + 1 : 1,
    lastAt: { ...ctx.state.lastAt, failure: ctx.now },
  });
}
