import type { ConversationState } from '../../conversation/state.ts';
import { hourMs, minuteMs } from '../../durations.ts';

/** The conversation that a message is read in. */
export interface Talk {
  readonly state: Readonly<ConversationState>;
  readonly now: number;
  /** The intent of our message that this one quotes, if it quotes one. */
  readonly quotedIntent?: string | undefined;
}

/** Two failed answers within this time are a row; yesterday's misunderstanding is over. */
const rowMs = 30 * minuteMs;
/** So long after an answer a question may still go on with it: time to read it, and to look for the papers. */
export const goesOnMs = 2 * hourMs;

/** Whether the last answers did not help: another failure needs a person. */
export function failedLately({ state, now }: Talk): boolean {
  return state.failures > 0 && now - (state.lastAt.failure ?? 0) < rowMs;
}

/** Whether the answer in the state was given lately, or is quoted by the message: "còn lệ phí?" then speaks of it. */
export function answeredLately({ state, quotedIntent, now }: Talk): boolean {
  return quotedIntent !== undefined || now - (state.lastAt.answer ?? 0) < goesOnMs;
}
