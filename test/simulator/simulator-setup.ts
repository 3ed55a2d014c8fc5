import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { createAdjustableClock } from '../../src/clock.ts';
import { silentLogger } from '../../src/logger.ts';
import { createSimulator, type Simulator, type SimulatorOptions } from '../../tools/simulator/simulator.ts';

export const appId = '4103557029146681245';
export const appSecret = 'demo-app-secret-not-real';
export const oaSecretKey = 'demo-OA-secret-key-not-real';
export const oaId = '1872450913366021547';
export const otherOaId = '1872450913366021548';
export const startAt = Date.parse('2026-10-07T08:00:00+07:00');

type Ids = Record<string, string>;

/** The parts of a delivery that tests read; the event decides which are present. */
interface SentBody {
  event_name: string;
  timestamp: string;
  sender: Ids;
  recipient: Ids;
  message: {
    msg_id: string;
    msg_ids: string[];
    text: string;
    quote_msg_id: string;
    conversation_id: string;
    attachments: { type: string; payload: Ids }[];
  };
  info: Ids;
  tag: unknown;
}

interface ReceivedDelivery {
  raw: Buffer;
  headers: IncomingHttpHeaders;
  body: SentBody;
}

interface WebhookReceiver {
  url: string;
  received: ReceivedDelivery[];
  /** HTTP status of the next answers. */
  status: number;
  close(): Promise<void>;
}

async function startReceiver(): Promise<WebhookReceiver> {
  const received: ReceivedDelivery[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const raw = Buffer.concat(chunks);
      received.push({ raw, headers: request.headers, body: JSON.parse(raw.toString()) });
      response.writeHead(receiver.status).end();
    });
  });
  const receiver: WebhookReceiver = {
    url: `http://127.0.0.1:${await listen(server)}/webhooks/zalo`,
    received,
    status: 200,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return receiver;
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port));
  });
}

export interface SimulatedZalo {
  simulator: Simulator;
  receiver: WebhookReceiver;
  url: string;
  accessToken: string;
  refreshToken: string;
  /** Calls the simulator and reads its JSON answer. */
  // biome-ignore lint/suspicious/noExplicitAny: tests read whatever Zalo would answer
  call(method: string, path: string, body?: unknown): Promise<any>;
  /** A call of the OpenAPI with the first OA's token. */
  // biome-ignore lint/suspicious/noExplicitAny: tests read whatever Zalo would answer
  api(method: string, path: string, data?: unknown): Promise<any>;
  /** Gets a new pair of tokens for the first OA, for tests that move the clock beyond a token's life. */
  renewTokens(): void;
  addUser(fields?: object): Promise<string>;
  /** Events received so far under a name, once every pending delivery has arrived. */
  events(eventName: string): Promise<ReceivedDelivery[]>;
  close(): Promise<void>;
}

/** A simulator whose clock stands still until moved, with a receiver as its webhook and one granted OA. */
export async function startZalo(options: Partial<SimulatorOptions> = {}): Promise<SimulatedZalo> {
  const receiver = await startReceiver();
  const simulator = createSimulator({
    clock: createAdjustableClock({ now: () => startAt }),
    logger: silentLogger,
    appId,
    appSecret,
    oaSecretKey,
    webhookUrl: receiver.url,
    oas: [
      { oaId, name: 'Example commune' },
      { oaId: otherOaId, name: 'Other commune' },
    ],
    ...options,
  });
  const url = await simulator.listen(0);
  const { accessToken, refreshToken } = simulator.issueTokens(oaId);
  const call: SimulatedZalo['call'] = (method, path, body) => callJson(`${url}${path}`, { method, body });
  const zalo: SimulatedZalo = {
    simulator,
    receiver,
    url,
    accessToken,
    refreshToken,
    call,
    api(method, path, data) {
      const query = method === 'GET' ? `?data=${encodeURIComponent(JSON.stringify(data ?? {}))}` : '';
      const body = method === 'GET' ? undefined : data;
      return callJson(`${url}${path}${query}`, { method, body, headers: { access_token: zalo.accessToken } });
    },
    renewTokens: () => void Object.assign(zalo, simulator.issueTokens(oaId)),
    addUser: async (fields = {}) =>
      (await call('POST', '/sim/users', { name: 'Resident', ...fields })).userId,
    async events(eventName) {
      await simulator.settled();
      return receiver.received.filter(({ body }) => body.event_name === eventName);
    },
    async close() {
      await simulator.close();
      await receiver.close();
    },
  };
  return zalo;
}

async function callJson(
  url: string,
  { method, body, headers = {} }: { method: string; body?: unknown; headers?: Record<string, string> },
): Promise<unknown> {
  const response = await fetch(url, {
    method,
    headers: { 'Content-Type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return response.json();
}
