import { setMaxListeners } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import type { Random } from '../../src/nlu/heads/random.ts';
import type { SimulatedUser } from '../../tools/simulator/people-store.ts';
import type { Platform } from '../../tools/simulator/platform.ts';
import { type Question, questions } from './load-content.ts';

/** One message of a resident. Times are of `performance.now()`. */
export interface WrittenMessage {
  messageId: string;
  question: Question;
  writtenAt: number;
  /** When the bot answered its delivery with 200; undefined until then. */
  acceptedAt?: number;
}

export interface LoadResident {
  user: SimulatedUser;
  written: WrittenMessage[];
}

export interface LoadOptions {
  residents: number;
  messagesEach: number;
  /** Shortest and longest pause of a resident between two messages, in ms. */
  pauseMs: readonly [number, number];
  /** Share of messages that a resident writes before the bot has accepted the last one. */
  impatience?: number;
}

export interface Load {
  residents: readonly LoadResident[];
  /** Resolves when the residents have written every message and the bot has accepted it. */
  done: Promise<void>;
  /** Residents write no more; messages in progress go on. */
  stop(): void;
}

interface LoadParts extends LoadOptions {
  platform: Platform;
  random: Random;
}

/**
 * Residents who each ask different questions, one after another. A resident waits until the bot has accepted
 * a message before writing the next, so that the order of the answers is certain.
 */
export function startLoad(parts: LoadParts): Load {
  const { platform, random } = parts;
  const stopping = new AbortController();
  setMaxListeners(0, stopping.signal);
  const acceptance = watchAcceptance(platform);
  const residents = Array.from({ length: parts.residents }, (_, index): LoadResident => {
    const user = platform.people.addUser({ name: `Cư dân ${index + 1}` });
    if (!user) throw new Error('the simulator has no OA');
    return { user, written: [] };
  });

  /** @returns false when the residents are to stop */
  async function pause(): Promise<boolean> {
    const [min, max] = parts.pauseMs;
    const { signal } = stopping;
    await delay(min + random() * (max - min), undefined, { signal }).catch(() => undefined);
    return !signal.aborted;
  }

  function write(resident: LoadResident, question: Question): Promise<void> {
    const body = platform.actions.write(resident.user, question.text);
    const { msg_id: messageId } = body.message as { msg_id: string };
    const written: WrittenMessage = { messageId, question, writtenAt: performance.now() };
    resident.written.push(written);
    return acceptance.of(written);
  }

  async function writeAll(resident: LoadResident): Promise<void> {
    const accepted: Promise<void>[] = [];
    for (const question of pick(questions, parts.messagesEach, random)) {
      if (!(await pause())) break;
      accepted.push(write(resident, question));
      if (random() >= (parts.impatience ?? 0)) await accepted.at(-1);
    }
    await Promise.all(accepted);
  }

  return {
    residents,
    done: Promise.all(residents.map(writeAll)).then(acceptance.close),
    stop: () => stopping.abort(),
  };
}

/** Records on every message when the webhook answered its delivery with 200. */
function watchAcceptance({ log }: Platform) {
  const waiting = new Map<string, { written: WrittenMessage; resolve(): void }>();
  const unsubscribe = log.subscribe((entry) => {
    if (entry.kind !== 'delivery' || entry.eventName !== 'user_send_text' || entry.status !== 200) return;
    const { message } = JSON.parse(entry.body) as { message: { msg_id: string } };
    const found = waiting.get(message.msg_id);
    waiting.delete(message.msg_id);
    if (!found) return;
    found.written.acceptedAt = performance.now();
    found.resolve();
  });
  return {
    close: (): void => void unsubscribe(),
    of: (written: WrittenMessage) =>
      new Promise<void>((resolve) => waiting.set(written.messageId, { written, resolve })),
  };
}

/** `count` different items, in random order. */
function pick<T>(items: readonly T[], count: number, random: Random): T[] {
  if (items.length < count) throw new Error(`only ${items.length} of ${count} different questions`);
  const rest = [...items];
  return Array.from({ length: count }, () => rest.splice(Math.floor(random() * rest.length), 1)[0] as T);
}
