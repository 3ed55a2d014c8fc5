import type { BotContext } from './intent-handler.ts';

/** So long after an answer a question may still go on with it: time to read it, and to look for the papers. */
export const goesOnMs = 2 * 60 * 60_000;

/** Whether the answer in the state was given lately, or is quoted by the message: "còn lệ phí?" then speaks of it. */
export function answeredLately({ state, message, now }: BotContext): boolean {
  return message.quotedIntent !== undefined || now - (state.lastAt.answer ?? 0) < goesOnMs;
}
