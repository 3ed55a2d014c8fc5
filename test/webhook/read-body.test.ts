import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { createMetrics } from '../../src/metrics.ts';
import type { BodyLimits } from '../../src/webhook/read-body.ts';
import { createWebhookRouter } from '../../src/webhook/webhook-router.ts';

let server: Server;
let accepted: number[];

async function serve(bodyLimits: Partial<BodyLimits>): Promise<void> {
  accepted = [];
  const router = createWebhookRouter({
    async accept({ body }) {
      accepted.push(body.length);
      return 'new';
    },
    metrics: createMetrics(),
    bodyLimits,
  });
  server = createServer((request, response) => void router(request, response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
}

afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
});

/** Announces a body and sends part of it. */
function begin(length: number, sent: number): Socket {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  socket.on('error', () => undefined);
  socket.write(`POST /webhooks/zalo HTTP/1.1\r\nHost: x\r\nContent-Length: ${length}\r\n\r\n`);
  socket.write(Buffer.alloc(sent, 0x20));
  return socket;
}

async function statusOf(socket: Socket): Promise<number> {
  const [answer] = (await once(socket, 'data')) as [Buffer];
  return Number(answer.toString().split(' ')[1]);
}

test('a sender that does not finish in time gets 408', async () => {
  await serve({ timeoutMs: 1 });
  expect(await statusOf(begin(100, 10))).toBe(408);
  expect(accepted).toEqual([]);
});

test('while large bodies are in flight the reader accepts only small ones, and all again afterwards', async () => {
  await serve({ maxBufferedBytes: 100_000, smallBytes: 1_000 });
  const halves = [begin(90_000, 60_000), begin(90_000, 60_000)];
  expect(await Promise.race(halves.map(statusOf))).toBe(503);
  halves.push(begin(90_000, 60_000));
  expect(await Promise.race(halves.slice(-1).map(statusOf))).toBe(503);
  expect(await statusOf(begin(900, 900))).toBe(200);
  for (const half of halves) half.destroy();
  let status = 503;
  // The server notices a little later that the senders are gone.
  while (status === 503) status = await statusOf(begin(60_000, 60_000));
  expect(status).toBe(200);
  expect(accepted).toEqual([900, 60_000]);
});
