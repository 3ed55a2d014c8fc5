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

/** So long after an answer a question may still go on with it: time to read it, and to look for the papers. */
export const goesOnMs = 2 * 60 * 60_000;

/** Whether the answer in the state was given lately, or is quoted by the message: "còn lệ phí?" then speaks of it. */
export function answeredLately({ state, message, now }: BotContext): boolean {
  return message.quotedIntent !== undefined || now - (state.lastAt.answer ?? 0) < goesOnMs;
}
