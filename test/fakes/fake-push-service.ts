import {
  createDecipheriv,
  createECDH,
  createPublicKey,
  type ECDH,
  hkdfSync,
  randomBytes,
  verify,
} from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A browser that takes messages from the push service, and only it can read them. */
interface PushedBrowser {
  /** The subscription as a page sends it. */
  json: string;
  /** The messages so far, opened, oldest first. */
  shown: Record<string, string>[];
}

/** A push service over HTTP, which checks signatures as RFC 8292 says and opens messages as RFC 8291 says. */
export interface FakePushService {
  origin: string;
  newBrowser(): PushedBrowser;
  /** Bodies as they travelled. */
  bodies: Buffer[];
  /** Headers of the last message. */
  lastHeaders: IncomingHttpHeaders;
  /** What it answers from now on. */
  answerWith(status: number): void;
  /** The public keys of the senders, one entry a message. */
  senders: string[];
  close(): Promise<void>;
}

interface BrowserKeys {
  ecdh: ECDH;
  auth: Buffer;
  shown: Record<string, string>[];
}

export async function startFakePushService(): Promise<FakePushService> {
  const browsers = new Map<string, BrowserKeys>();
  let status = 201;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const browser = browsers.get(request.url ?? '');
    const sender = readSignature(request.headers.authorization ?? '', origin);
    service.lastHeaders = request.headers;
    if (!browser || !sender) return void response.writeHead(browser ? 403 : 404).end();
    service.bodies.push(body);
    service.senders.push(sender);
    if (status === 201) browser.shown.push(JSON.parse(openMessage(body, browser)));
    response.writeHead(status).end();
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const service: FakePushService = {
    origin,
    bodies: [],
    senders: [],
    lastHeaders: {},
    newBrowser() {
      const ecdh = createECDH('prime256v1');
      const [p256dh, auth, shown] = [ecdh.generateKeys('base64url'), randomBytes(16), []];
      const path = `/push/${randomBytes(8).toString('hex')}`;
      browsers.set(path, { ecdh, auth, shown });
      const keys = { p256dh, auth: auth.toString('base64url') };
      return { json: JSON.stringify({ endpoint: origin + path, expirationTime: null, keys }), shown };
    },
    answerWith(next) {
      status = next;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return service;
}

/** @returns the sender's public key when its signature for this service is right */
function readSignature(authorization: string, audience: string): string | undefined {
  const [, token = '', key = ''] = /^vapid t=([^,]+), ?k=(.+)$/.exec(authorization) ?? [];
  const [head = '', claims = '', signature = ''] = token.split('.');
  const point = Buffer.from(key, 'base64url');
  if (point.length !== 65) return undefined;
  const [x, y] = [point.subarray(1, 33).toString('base64url'), point.subarray(33).toString('base64url')];
  const publicKey = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' });
  const isSigned = verify(
    'sha256',
    Buffer.from(`${head}.${claims}`),
    { key: publicKey, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  );
  const { aud, sub } = JSON.parse(Buffer.from(claims, 'base64url').toString());
  return isSigned && aud === audience && /^(?:https|mailto):/.test(sub) ? key : undefined;
}

/** One record of `aes128gcm`, RFC 8188: salt, record size, the sender's key, and the sealed text. */
function openMessage(body: Buffer, { ecdh, auth }: BrowserKeys): string {
  const salt = body.subarray(0, 16);
  const keyEnd = 21 + body.readUInt8(20);
  const senderKey = body.subarray(21, keyEnd);
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), ecdh.getPublicKey(), senderKey]);
  const secret = Buffer.from(hkdfSync('sha256', ecdh.computeSecret(senderKey), auth, info, 32));
  const part = (name: string, length: number) =>
    Buffer.from(hkdfSync('sha256', secret, salt, Buffer.from(`Content-Encoding: ${name}\0`), length));
  const sealed = body.subarray(keyEnd, -16);
  const decipher = createDecipheriv('aes-128-gcm', part('aes128gcm', 16), part('nonce', 12));
  decipher.setAuthTag(body.subarray(-16));
  const padded = Buffer.concat([decipher.update(sealed), decipher.final()]);
  return padded.subarray(0, padded.lastIndexOf(2)).toString();
}
