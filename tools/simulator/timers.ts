import type { Clock } from '../../src/clock.ts';

interface Timer {
  dueAt: number;
  run: () => void;
}

/** Scheduled work, due by the passed-in clock, whether that clock runs or is moved. */
export interface Timers {
  /** @param dueAt epoch milliseconds of the passed-in clock */
  at(dueAt: number, run: () => void): void;
  /** Runs everything that is due; call after moving the clock. */
  runDue(): void;
  count(): number;
  clear(): void;
}

/** A moved clock notifies nobody, so while work waits the timer checks the clock this often. */
const maxSleepMs = 500;

export function createTimers({ clock }: { clock: Clock }): Timers {
  const heap: Timer[] = [];
  let timeout: NodeJS.Timeout | undefined;

  function scheduleRun(): void {
    clearTimeout(timeout);
    const [next] = heap;
    if (!next) return;
    timeout = setTimeout(runDue, Math.min(Math.max(next.dueAt - clock.now(), 0), maxSleepMs));
    timeout.unref();
  }

  function runDue(): void {
    while (heap[0] && heap[0].dueAt <= clock.now()) removeFirst(heap).run();
    scheduleRun();
  }

  return {
    at(dueAt, run) {
      insert(heap, { dueAt, run });
      if (heap[0]?.run === run) scheduleRun();
    },
    runDue,
    count: () => heap.length,
    clear() {
      heap.length = 0;
      clearTimeout(timeout);
    },
  };
}

function insert(heap: Timer[], timer: Timer): void {
  let index = heap.push(timer) - 1;
  while (index > 0) {
    const parent = (index - 1) >> 1;
    if (at(heap, parent).dueAt <= timer.dueAt) break;
    swap(heap, index, parent);
    index = parent;
  }
}

function removeFirst(heap: Timer[]): Timer {
  const first = at(heap, 0);
  const last = heap.pop() as Timer;
  if (heap.length > 0) {
    heap[0] = last;
    sinkFirst(heap);
  }
  return first;
}

function sinkFirst(heap: Timer[]): void {
  let index = 0;
  for (;;) {
    const left = 2 * index + 1;
    if (left >= heap.length) return;
    const right = left + 1;
    const earlier = right < heap.length && at(heap, right).dueAt < at(heap, left).dueAt ? right : left;
    if (at(heap, index).dueAt <= at(heap, earlier).dueAt) return;
    swap(heap, index, earlier);
    index = earlier;
  }
}

const at = (heap: Timer[], index: number): Timer => heap[index] as Timer;

function swap(heap: Timer[], a: number, b: number): void {
  [heap[a], heap[b]] = [at(heap, b), at(heap, a)];
}
