import type { Clock } from '../../src/clock.ts';
import type { Logger } from '../../src/logger.ts';
import type { ActivityLog } from './activity-log.ts';
import {
  afterAttempt,
  type Delivery,
  type DeliveryOrder,
  headersFor,
  type SignBody,
  signatureFor,
  toDelivery,
} from './delivery.ts';
import { createDeliveryQueue } from './delivery-queue.ts';
import type { SwitchBoard } from './switches.ts';
import type { Timers } from './timers.ts';
import type { WebhookAnswer, WebhookClient } from './webhook-client.ts';

const longestShuffleMs = 50;

export interface DelivererParts {
  clock: Clock;
  logger: Logger;
  timers: Timers;
  switches: SwitchBoard;
  log: ActivityLog;
  client: WebhookClient;
  sign: SignBody;
  url: string;
  /** Maximum number of parallel requests. */
  concurrency: number;
  /** Limits memory: beyond this many waiting deliveries the deliverer drops new ones. */
  maxWaiting: number;
  /** Called with the id of a person's message when the webhook answered it with 200. */
  onAnswered: (messageId: string) => void;
}

const zeroCounts = () => ({ enqueued: 0, attempts: 0, answered: 0, failed: 0, dropped: 0 });

/** Delivers events to the app's one webhook, many at once, with retries, until it disables the webhook. */
export class WebhookDeliverer {
  #parts: DelivererParts;
  #queue = createDeliveryQueue<Delivery>();
  #counts = zeroCounts();
  #url: string;
  #enabled: boolean = true;
  /** clear() raises it, so that deliveries already in progress end without effect. */
  #generation = 0;
  #inFlight = 0;
  #retrying = 0;
  #shuffling = 0;
  #lastId = 0;
  #waiters: (() => void)[] = [];

  constructor(parts: DelivererParts) {
    this.#parts = parts;
    this.#url = parts.url;
  }

  enqueue(order: DeliveryOrder): void {
    const switches = this.#parts.switches.read();
    const delivery = toDelivery(order, ++this.#lastId, switches);
    const copies = Math.random() < switches.duplicateRate ? 1 + switches.duplicateCopies : 1;
    for (let copy = 0; copy < copies; copy++) {
      this.#counts.enqueued++;
      if (switches.reorder) this.#pushShuffled(delivery);
      else this.#push(delivery);
    }
  }

  /** Starts every delivery that may go now; call after changing a switch. */
  pump(): void {
    const { holdDeliveries, reorder } = this.#parts.switches.read();
    while (!holdDeliveries && this.#inFlight < this.#parts.concurrency) {
      const delivery = this.#queue.takeNext(reorder);
      if (!delivery) break;
      this.#inFlight++;
      void this.#attempt(delivery, this.#generation);
    }
    this.#tellWaiters();
  }

  /** An administrator enables a disabled webhook by hand, as in Zalo's console. */
  configure(change: { url?: string | undefined; enabled?: boolean | undefined }): void {
    this.#url = change.url ?? this.#url;
    this.#enabled = change.enabled ?? this.#enabled;
    this.#parts.log.add({ kind: 'webhook', enabled: this.#enabled, url: this.#url });
  }

  /** `retrying` counts deliveries that wait for their next attempt. */
  state() {
    const queued = this.#queue.size() + this.#shuffling;
    return {
      url: this.#url,
      enabled: this.#enabled,
      queued,
      inFlight: this.#inFlight,
      retrying: this.#retrying,
    };
  }

  counts() {
    return { ...this.#counts };
  }

  /** Resolves when nothing is queued or in progress; deliveries that wait for a retry do not count. */
  settled(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiters.push(resolve);
      this.#tellWaiters();
    });
  }

  /** Drops everything that waits and enables the webhook. */
  clear(): void {
    this.#generation++;
    this.#queue.clear();
    this.#inFlight = 0;
    this.#retrying = 0;
    this.#shuffling = 0;
    this.#enabled = true;
    this.#counts = zeroCounts();
    this.#tellWaiters();
  }

  #push(delivery: Delivery): void {
    const full = this.#queue.size() + this.#retrying >= this.#parts.maxWaiting;
    if (!this.#enabled) this.#drop(delivery, 'webhook disabled');
    else if (full) this.#drop(delivery, 'too many waiting');
    else {
      this.#queue.push(delivery);
      this.pump();
    }
  }

  /** Breaks the order also when the queue is too short to be shuffled. */
  #pushShuffled(delivery: Delivery): void {
    const born = this.#generation;
    this.#shuffling++;
    setTimeout(() => {
      if (born !== this.#generation) return;
      this.#shuffling--;
      this.#push(delivery);
      this.#tellWaiters();
    }, Math.random() * longestShuffleMs);
  }

  async #attempt(delivery: Delivery, born: number): Promise<void> {
    const { client, sign, log, switches } = this.#parts;
    const signature = signatureFor(delivery, sign, switches.read());
    const startedAt = performance.now();
    this.#counts.attempts++;
    const answer = await client.post({
      url: this.#url,
      body: delivery.body,
      headers: headersFor(delivery, signature),
      timeoutMs: switches.read().answerTimeoutMs,
    });
    if (born !== this.#generation) return;
    this.#inFlight--;
    const nextAttemptAt = this.#conclude(delivery, answer);
    log.add({
      kind: 'delivery',
      deliveryId: delivery.id,
      eventName: delivery.eventName,
      ...personOf(delivery),
      attempt: delivery.attempt,
      ...(signature ? { signature } : {}),
      body: delivery.body.toString(),
      ...answer,
      durationMs: Math.round(performance.now() - startedAt),
      ...(nextAttemptAt === undefined ? {} : { nextAttemptAt }),
    });
    this.pump();
  }

  /** @returns the time of the next attempt, if there is one */
  #conclude(delivery: Delivery, answer: WebhookAnswer): number | undefined {
    const next = afterAttempt(delivery, answer, this.#parts.switches.read());
    this.#counts[next === 'answered' ? 'answered' : 'failed']++;
    if (next === 'answered' && delivery.messageId) this.#parts.onAnswered(delivery.messageId);
    if (next === 'disable-webhook') this.#disable(delivery.attempt + 1);
    return typeof next === 'object' ? this.#retryIn(next.retryInMs, delivery) : undefined;
  }

  #retryIn(waitMs: number, delivery: Delivery): number {
    const { clock, timers } = this.#parts;
    const born = this.#generation;
    const dueAt = clock.now() + waitMs;
    this.#retrying++;
    timers.at(dueAt, () => {
      if (born !== this.#generation) return;
      this.#retrying--;
      this.#push({ ...delivery, attempt: delivery.attempt + 1 });
    });
    return dueAt;
  }

  #disable(attempts: number): void {
    if (!this.#enabled) return;
    this.#parts.logger.warn({ attempts }, 'The simulated platform has disabled the webhook');
    this.configure({ enabled: false });
    for (let waiting = this.#queue.takeNext(false); waiting; waiting = this.#queue.takeNext(false)) {
      this.#drop(waiting, 'webhook disabled');
    }
  }

  #drop(delivery: Delivery, reason: string): void {
    this.#counts.dropped++;
    this.#parts.log.add({
      kind: 'delivery-dropped',
      eventName: delivery.eventName,
      ...personOf(delivery),
      reason,
    });
  }

  #tellWaiters(): void {
    if (this.#queue.size() + this.#inFlight + this.#shuffling > 0) return;
    for (const waiter of this.#waiters.splice(0)) waiter();
  }
}

function personOf({ userId }: Delivery): { userId?: string } {
  return userId ? { userId } : {};
}
