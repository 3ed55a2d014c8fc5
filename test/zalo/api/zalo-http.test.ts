import { ZaloTransportError } from '../../../src/zalo/api/zalo-error.ts';
import { createZaloHttp, type ZaloHttp } from '../../../src/zalo/api/zalo-http.ts';
import {
  hangUp,
  json,
  type LocalServer,
  type Responder,
  silence,
  startLocalServer,
} from '../local-server.ts';

let server: LocalServer;
let http: ZaloHttp;

beforeEach(async () => {
  server = await startLocalServer(json({ error: 0 }));
  http = createZaloHttp({ baseUrl: server.url, timeoutMs: 300 });
});

afterEach(async () => {
  http.close();
  await server.close();
});

const call = () =>
  http.exchange({
    method: 'POST',
    path: '/v3.0/oa/message/cs',
    query: { data: '{"user_id":"private-person"}' },
    headers: { access_token: 'private-token' },
    body: { text: 'private-text' },
  });

async function failureOf(respond: Responder): Promise<ZaloTransportError> {
  server.respond = respond;
  const error = await call().then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(ZaloTransportError);
  return error as ZaloTransportError;
}

const text =
  (status: number, body: string): Responder =>
  (_request, response) => {
    response.writeHead(status).end(body);
  };

test('sends headers, query and body, and returns status, JSON and headers', async () => {
  server.respond = json({ error: -201, message: 'no' }, 200, { 'X-RateLimit-Remain': '7' });
  const answer = await call();
  expect(answer).toMatchObject({
    status: 200,
    json: { error: -201 },
    headers: { 'x-ratelimit-remain': '7' },
  });
  expect(server.received[0]).toMatchObject({ method: 'POST', body: '{"text":"private-text"}' });
  expect(server.received[0]?.query.get('data')).toBe('{"user_id":"private-person"}');
});

test.each<[string, Responder, 'no' | 'maybe']>([
  ['silence until the time is up', silence, 'maybe'],
  ['a dropped connection', hangUp, 'maybe'],
  ['a 500', json({ error: 0 }, 500), 'maybe'],
  ['a page instead of JSON', text(200, '<html>'), 'maybe'],
  ['half of the JSON', text(200, '{"error":'), 'maybe'],
  ['an empty answer', text(200, ''), 'maybe'],
  ['a 404 page', text(404, '<html>'), 'no'],
  ['a redirect', text(302, ''), 'no'],
])('%s is a transport failure; delivered: %p', async (_title, respond, delivered) => {
  expect((await failureOf(respond)).delivered).toBe(delivered);
});

test('a closed port means that Zalo certainly did not receive the call', async () => {
  const nowhere = createZaloHttp({ baseUrl: 'http://127.0.0.1:1' });
  await expect(nowhere.exchange({ method: 'GET', path: '/' })).rejects.toMatchObject({ delivered: 'no' });
  nowhere.close();
});

test('an error contains nothing of the request, in any of its fields', async () => {
  for (const respond of [silence, hangUp, json({}, 503), text(200, '<html>')]) {
    const error = await failureOf(respond);
    const everything =
      JSON.stringify(error, Object.getOwnPropertyNames(error)) + String(error.cause) + error.stack;
    expect(everything).not.toContain('private');
  }
});

test('keeps the connection open between calls', async () => {
  const ports = new Set<unknown>();
  server.respond = (request, response) => {
    ports.add(response.socket?.remotePort);
    json({ error: 0 })(request, response);
  };
  await call();
  await call();
  expect(ports.size).toBe(1);
});
