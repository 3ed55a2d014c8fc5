import { foldText } from '../nlu/fold-text.ts';
import type { WaitingEvent } from './inbox.ts';

/** So long a beginning waits for the question it begins. */
export const fragmentQuietMs = 2_000;

const person = '(?:anh chi|em|e|anh|chi|chau|bac|co|chu|ong|ba|ad|toi|minh|tui|can bo|ban)';
/** "cho hỏi", "cho bác hỏi chút", "em muốn hỏi", "cháu ơi cho hỏi": nothing but that a question will come. */
const beginning = new RegExp(
  `^(?:(?:da|vang|alo|a|${person} oi) )*(?:(?:cho|xin|xin cho)(?: ${person})?|(?:${person} )?(?:muon|can)) hoi(?: (?:chut|ti|xiu|mot chut|mot ti|ti nhe|cai|cai nay|viec|viec nay|voi|a|nhe|la))*$`,
);

/** Whether a message only announces the next one. Pure. */
export function isFragment(text: string): boolean {
  return text.length < 60 && beginning.test(foldText(text));
}

/** Several messages that are read as one. */
export interface Joined {
  covered: WaitingEvent[];
  last: WaitingEvent;
  lastIndex: number;
  /** Until when to wait for more (epoch ms). */
  quietAt: number;
}

/** A beginning among the waiting events, joined with the message that follows it. */
export function fragmentFrom(events: readonly WaitingEvent[], index: number): Joined | undefined {
  const first = events[index];
  const beginningText = textOf(first);
  if (!first || beginningText === undefined || !isFragment(beginningText)) return undefined;
  const next = events[index + 1];
  const nextText = textOf(next);
  const quietAt = first.receivedAt + fragmentQuietMs;
  if (!next) return { covered: [], last: first, lastIndex: index, quietAt };
  if (nextText === undefined || next.event.kind !== 'message') return undefined;
  const joined: WaitingEvent = { ...next, event: { ...next.event, text: `${beginningText} ${nextText}` } };
  return { covered: [first], last: joined, lastIndex: index + 1, quietAt: 0 };
}

function textOf(waiting: WaitingEvent | undefined): string | undefined {
  if (waiting?.event.kind !== 'message' || waiting.event.attachments.length > 0) return undefined;
  return waiting.event.text;
}
