import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdjustableClock } from '../../src/clock.ts';
import { silentLogger } from '../../src/logger.ts';
import { createSimulator, type Simulator, type SimulatorOptions } from '../../tools/simulator/simulator.ts';
import { until } from './until.ts';

const oaId = '1872450913366021547';
const otherOaId = '1872450913366021548';
/** A Wednesday morning in Vietnam. */
export const startAt = Date.parse('2026-10-07T08:00:00+07:00');

// biome-ignore lint/suspicious/noExplicitAny: tests read whatever Zalo would send
type Event = any;

type MenuAction = { title: string; type: 'oa.query.show'; payload: string };

/** The OA's reply to an event: nothing, one message or several, in the form of the OpenAPI. */
type Script = (event: Event) => object | object[] | undefined;

export interface ScriptedOa {
  url: string;
  simulator: Simulator;
  /** All deliveries so far. */
  received: Event[];
  /** HTTP status of the next answers to deliveries. */
  status: number;
  script: Script;
  addUser(fields?: object): Promise<string>;
  send(userId: string, message: object): Promise<Event>;
  call(method: string, path: string, body?: object): Promise<Event>;
  /** The first event of this name that fits, as soon as it arrives. */
  waitFor(eventName: string, fits?: (event: Event) => boolean): Promise<Event>;
  close(): Promise<void>;
}

/** A simulator with an OA that answers from a script. */
export async function startScriptedOa(
  options: Partial<SimulatorOptions> = {},
  simulatorPort = 0,
): Promise<ScriptedOa> {
  const webhook = createServer();
  const port = await listen(webhook);
  const simulator = createSimulator({
    clock: createAdjustableClock({ now: () => startAt }),
    logger: silentLogger,
    appId: '4103557029146681245',
    appSecret: 'demo-app-secret-not-real',
    oaSecretKey: 'demo-OA-secret-key-not-real',
    webhookUrl: `http://127.0.0.1:${port}/webhooks/zalo`,
    oas: [
      { oaId, name: 'Xã Ví Dụ', menu: [show('Các mục'), { title: 'Giúp', items: [show('Gặp cán bộ')] }] },
      { oaId: otherOaId, name: 'Xã Thứ Hai' },
    ],
    ...options,
  });
  const url = await simulator.listen(simulatorPort);
  const tokens = [oaId, otherOaId].map((id) => [id, simulator.issueTokens(id).accessToken] as const);
  const oa = createScriptedOa({ url, simulator, tokens: new Map(tokens), webhook });
  webhook.on('request', (request, response) => {
    void readJson(request).then((event) => {
      response.writeHead(oa.status).end();
      oa.received.push(event);
      if (oa.status === 200) void answer(oa, event);
    });
  });
  return oa;
}

function createScriptedOa({
  url,
  simulator,
  tokens,
  webhook,
}: {
  url: string;
  simulator: Simulator;
  tokens: Map<string, string>;
  webhook: Server;
}): ScriptedOa {
  const call: ScriptedOa['call'] = (method, path, body) => fetchJson(`${url}${path}`, { method, body });
  const oa: ScriptedOa = {
    url,
    simulator,
    received: [],
    status: 200,
    script: () => undefined,
    call,
    addUser: async (fields = {}) =>
      (await call('POST', '/sim/users', { name: 'Bác Lành', ...fields })).userId,
    send(userId, message) {
      const user = simulator.platform.people.users.get(userId);
      const body = { recipient: { user_id: userId }, message };
      const headers = { access_token: tokens.get(user?.oaId ?? '') ?? '' };
      return fetchJson(`${url}/v3.0/oa/message/cs`, { method: 'POST', body, headers });
    },
    async waitFor(eventName, fits = () => true) {
      const find = () => oa.received.find((event) => event.event_name === eventName && fits(event));
      await until(`${eventName} is delivered`, () => find() !== undefined);
      return find();
    },
    async close() {
      await simulator.close();
      webhook.closeAllConnections();
      await new Promise<void>((resolve) => webhook.close(() => resolve()));
    },
  };
  return oa;
}

async function answer(oa: ScriptedOa, event: Event): Promise<void> {
  const said = oa.script(event) ?? [];
  const userId = event.sender?.id ?? event.user_id ?? event.follower?.id;
  for (const message of Array.isArray(said) ? said : [said]) await oa.send(userId, message);
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

async function readJson(request: IncomingMessage): Promise<Event> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString());
}

async function fetchJson(
  url: string,
  { method, body, headers = {} }: { method: string; body?: object | undefined; headers?: object },
): Promise<Event> {
  const response = await fetch(url, {
    method,
    headers: { 'Content-Type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return response.json();
}

/** Messages in the form of the OpenAPI. */
const template = (payload: object) => ({ attachment: { type: 'template', payload } });
export const withButtons = (text: string, ...buttons: object[]) => ({ text, ...template({ buttons }) });
export const show = (title: string): MenuAction => ({ title, type: 'oa.query.show', payload: `#${title}` });
export const contactRequest = {
  ...template({
    template_type: 'request_user_info',
    elements: [
      { title: 'Để cán bộ gọi lại', subtitle: 'Không bắt buộc.', image_url: 'https://example.vn/c.jpg' },
    ],
  }),
};
