import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, request as httpRequest, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AlarmKind } from '../../src/alarm.ts';
import type { Database } from '../../src/database/database.ts';
import { createSealer } from '../../src/encryption.ts';
import { silentLogger } from '../../src/logger.ts';
import { createMetrics } from '../../src/metrics.ts';
import type { JobName } from '../../src/queue/job-catalog.ts';
import type { JobQueue, NewJob } from '../../src/queue/job-queue.ts';
import { createWebhook } from '../../src/webhook/create-webhook.ts';
import { signDelivery } from '../../src/zalo/events/signature.ts';

export const appId = '4103557029146681245';
export const secret = 'demo-OA-secret-key-not-real';
export const oaId = '1872450913366021547';
export const personId = '6934410285517730946';
export const now = 1_790_134_900_000;
export const sealer = createSealer(Buffer.alloc(32, 7));

export const marks = {
  otp: '[mã OTP]',
  password: '[mật khẩu]',
  pin: '[mã PIN]',
  passcode: '[passcode]',
  card: '[số thẻ]',
  'national-id': '[số căn cước]',
  insurance: '[số bảo hiểm]',
  'tax-code': '[mã số thuế]',
  'bank-account': '[số tài khoản]',
  phone: '[số điện thoại]',
};

export interface QueuedJob {
  name: JobName;
  data: object;
  key: string | undefined;
}

/** Records the enqueued jobs. */
export function createFakeQueue(): JobQueue & { jobs: QueuedJob[] } {
  const jobs: QueuedJob[] = [];
  return {
    jobs,
    async add(name, data, options) {
      jobs.push({ name, data, key: options?.key });
    },
    async addMany<N extends JobName>(name: N, added: NewJob<N>[]) {
      for (const { data, options } of added) jobs.push({ name, data, key: options?.key });
    },
    counts: async () => ({ waiting: jobs.length, delayed: 0, active: 0, failed: 0 }),
    promoteDue: async () => 0,
    close: async () => undefined,
  };
}

interface ServerParts {
  database: Pick<Database, 'db' | 'urgent'>;
  dataDir?: string;
  limitMs?: number;
  drainAfterMs?: number;
  hearsDanger?: (text: string) => boolean;
}

export interface WebhookServer {
  dataDir: string;
  jobs: QueuedJob[];
  alarms: { kind: AlarmKind; oaId?: string }[];
  post(body: string | Buffer, headers?: Record<string, string>): Promise<number>;
  get(path: string): Promise<number>;
  request(method: string, path: string): Promise<number>;
  /** Without a content length. */
  postInChunks(chunks: Buffer[]): Promise<number>;
  /** Announces more than it sends, then disconnects. */
  breakOff(beginning: Buffer): void;
  /** Signed as Zalo signs. */
  deliver(body: string | Buffer): Promise<number>;
  drainSpool(): Promise<object>;
  metricsText(): Promise<string>;
  close(): Promise<void>;
}

/** The webhook behind a real HTTP server on a free port. */
export async function startWebhook(parts: ServerParts): Promise<WebhookServer> {
  const { database, dataDir, limitMs, drainAfterMs, hearsDanger } = parts;
  const folder = dataDir ?? (await mkdtemp(join(tmpdir(), 'cau-noi-webhook-')));
  const queue = createFakeQueue();
  const metrics = createMetrics();
  const alarms: WebhookServer['alarms'] = [];
  const webhook = createWebhook({
    ...{ appId, marks, database, queue, sealer, metrics, secrets: [secret], origin: 'test', dataDir: folder },
    // A slow machine is not an outage, and tests drain the spool themselves.
    ...{ limitMs: limitMs ?? 5_000, drainAfterMs: drainAfterMs ?? 60_000 },
    ...(hearsDanger && { hearsDanger }),
    alarm: { raise: (kind, { oaId }) => void alarms.push({ kind, ...(oaId && { oaId }) }) },
    clock: { now: () => now },
    logger: silentLogger,
  });
  await webhook.directory.refresh().catch(() => undefined);
  await webhook.drainSpool().catch(() => undefined);
  const server = createServer((request, response) => {
    if (!webhook.router(request, response)) response.writeHead(404).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function post(body: string | Buffer, headers: Record<string, string> = {}): Promise<number> {
    const response = await fetch(`${origin}/webhooks/zalo`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : new Uint8Array(body),
    });
    await response.arrayBuffer();
    return response.status;
  }

  return {
    ...{ dataDir: folder, jobs: queue.jobs, alarms, post },
    get: async (path) => (await fetch(origin + path)).status,
    request: async (method, path) => (await fetch(origin + path, { method })).status,
    async postInChunks(chunks) {
      const sent = httpRequest(`${origin}/webhooks/zalo`, { method: 'POST' });
      const answered = once(sent, 'response');
      for (const chunk of chunks) sent.write(chunk);
      sent.end();
      const [response] = (await answered) as [IncomingMessage];
      return response.resume().statusCode ?? 0;
    },
    breakOff(beginning) {
      const headers = { 'content-length': beginning.length + 1 };
      const sent = httpRequest(`${origin}/webhooks/zalo`, { method: 'POST', headers });
      sent.on('error', () => undefined);
      sent.write(beginning, () => sent.destroy());
    },
    deliver: (body) => post(body, { 'x-zevent-signature': sign(body) }),
    drainSpool: () => webhook.drainSpool(),
    metricsText: () => metrics.text(),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
      if (!dataDir) await rm(folder, { recursive: true, force: true });
    },
  };
}

export function sign(body: string | Buffer): string {
  const bytes = Buffer.from(body);
  const { timestamp } = JSON.parse(bytes.toString()) as { timestamp: string | number };
  return signDelivery({ appId, body: bytes, timestamp: String(timestamp), secret });
}

/** A sample body of Zalo, byte for byte. */
export function fixture(name: string): Promise<Buffer> {
  return readFile(new URL(`../fixtures/zalo-events/${name}.json`, import.meta.url));
}

/** The sample text message, with changes. */
export function textBody(text: string, messageId: string, changes: object = {}): string {
  return JSON.stringify({
    app_id: appId,
    event_name: 'user_send_text',
    timestamp: '1790131261007',
    sender: { id: personId },
    recipient: { id: oaId },
    message: { msg_id: messageId, text },
    ...changes,
  });
}

export async function connectOa(database: Pick<Database, 'db'>, id = oaId): Promise<void> {
  await database.db.insertInto('oas').values({ oa_id: id, token_state: 'ok', connected_at: now }).execute();
}
