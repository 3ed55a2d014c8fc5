import { setTimeout as delay } from 'node:timers/promises';
import { type Connection, openConnection } from './connection.ts';
import { makeForgedRequest } from './forged-delivery.ts';
import { type DeliverySource, makeRequests } from './signed-deliveries.ts';

/** Entry of the process that generates load: runs one order of its parent after another and answers each. */
export interface LoadOrder extends DeliverySource {
  port: number;
  seconds: number;
  connections: number;
  /** Deliveries a second; as many as the server accepts when absent. */
  perSecond?: number;
  /** Large bodies a second that a stranger sends meanwhile over two connections; their answers do not count. */
  forgedPerSecond?: number;
}

export interface LoadResult {
  perSecond: number;
  p50Ms: number;
  p99Ms: number;
  maxMs: number;
  /** Number of answers by HTTP status. */
  statuses: Record<string, number>;
}

const maxPerSecond = 15_000;

process.on('message', (order: LoadOrder) => {
  runOrder(order).then(
    (result) => process.send?.({ result }),
    (error: Error) => process.send?.({ error: error.message }),
  );
});
process.on('disconnect', () => process.exit(0));

async function runOrder(order: LoadOrder): Promise<LoadResult> {
  const { seconds, perSecond = maxPerSecond } = order;
  const requests = makeRequests(Math.ceil(seconds * perSecond), order);
  const connections = await Promise.all(
    Array.from({ length: order.connections }, () => openConnection(order.port)),
  );
  const durations: number[] = [];
  const statuses: Record<string, number> = {};
  const note = (status: number, durationMs: number) => {
    durations.push(durationMs);
    statuses[status] = (statuses[status] ?? 0) + 1;
  };
  const stopForging = await startForging(order);
  const startedAt = performance.now();
  if (order.perSecond === undefined) await runUnlimited({ connections, requests, seconds, note });
  else await runAtRate({ connections, requests, perSecond: order.perSecond, note });
  const tookSeconds = (performance.now() - startedAt) / 1000;
  await stopForging();
  for (const connection of connections) connection.close();
  durations.sort((a, b) => a - b);
  const quantile = (share: number) => durations[Math.ceil(durations.length * share) - 1] ?? 0;
  return {
    perSecond: durations.length / tookSeconds,
    p50Ms: quantile(0.5),
    p99Ms: quantile(0.99),
    maxMs: durations.at(-1) ?? 0,
    statuses,
  };
}

/** @returns a function that stops it */
async function startForging({ port, forgedPerSecond }: LoadOrder): Promise<() => Promise<void>> {
  if (!forgedPerSecond) return async () => undefined;
  const connections = await Promise.all([openConnection(port), openConnection(port)]);
  const request = makeForgedRequest();
  const pauseMs = (1000 * connections.length) / forgedPerSecond;
  let isOver = false;
  const forgers = connections.map(async (connection) => {
    while (!isOver) await Promise.all([connection.exchange(request), delay(pauseMs)]);
    connection.close();
  });
  return async () => {
    isOver = true;
    await Promise.all(forgers);
  };
}

interface RunParams {
  connections: Connection[];
  requests: Buffer[];
  note(status: number, durationMs: number): void;
}

/** Every connection sends its next delivery as soon as the server answers the last one. */
async function runUnlimited({ connections, requests, note, seconds }: RunParams & { seconds: number }) {
  const endAt = performance.now() + seconds * 1000;
  let next = 0;
  await Promise.all(
    connections.map(async (connection) => {
      while (performance.now() < endAt && next < requests.length) {
        const { status, durationMs } = await connection.exchange(requests[next++] as Buffer);
        note(status, durationMs);
      }
    }),
  );
}

/**
 * Sends deliveries at fixed times, whatever the server does: the wait for a free connection counts as well.
 */
async function runAtRate({ connections, requests, note, perSecond }: RunParams & { perSecond: number }) {
  // In turn, so that no connection is idle long enough for the server to close it.
  const idle = [...connections];
  const underWay: Promise<void>[] = [];
  const startedAt = performance.now();
  const dueAt = (index: number) => startedAt + (index * 1000) / perSecond;

  async function send(index: number, connection: Connection): Promise<void> {
    const { status } = await connection.exchange(requests[index] as Buffer);
    note(status, performance.now() - dueAt(index));
    idle.push(connection);
  }

  for (let next = 0; next < requests.length; ) {
    const connection = dueAt(next) <= performance.now() ? idle.shift() : undefined;
    if (connection) underWay.push(send(next++, connection));
    else await delay(1);
  }
  await Promise.all(underWay);
}
