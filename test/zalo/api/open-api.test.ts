import { createAdjustableClock } from '../../../src/clock.ts';
import { appSecretProof, createOpenApi, type OpenApi } from '../../../src/zalo/api/open-api.ts';
import { createRateLimiter } from '../../../src/zalo/api/rate-limiter.ts';
import {
  NeedsAuthorisation,
  ZaloNotNow,
  ZaloRefusal,
  ZaloTransportError,
} from '../../../src/zalo/api/zalo-error.ts';
import { createZaloHttp, type ZaloHttp } from '../../../src/zalo/api/zalo-http.ts';
import { fakeTokens } from '../fakes.ts';
import { inTurn, json, type LocalServer, ok, refused, startLocalServer } from '../local-server.ts';

let server: LocalServer;
let http: ZaloHttp;
let tokens: ReturnType<typeof fakeTokens>;
const clock = createAdjustableClock({ now: () => 60_000_000 });
const call = { oaId: '1', method: 'POST' as const, path: '/v3.0/oa/x', body: { a: 1 } };

beforeEach(async () => {
  server = await startLocalServer();
  http = createZaloHttp({ baseUrl: server.url });
  tokens = fakeTokens();
});

afterEach(async () => {
  http.close();
  await server.close();
});

function openApi(parts: { proofSecret?: string } = {}): OpenApi {
  return createOpenApi({ http, tokens, limiter: createRateLimiter({ clock }), ...parts });
}

test('returns the data of a success and sends the token in its own header', async () => {
  server.respond = ok({ name: 'Xã' });
  expect(await openApi().call(call)).toEqual({ name: 'Xã' });
  expect(server.received[0]?.headers).toMatchObject({ access_token: 'token-0' });
  expect(server.received[0]?.headers).not.toHaveProperty('authorization');
  expect(server.received[0]?.headers).not.toHaveProperty('appsecret_proof');
});

test('sends the parameters of a GET as one JSON parameter', async () => {
  await openApi().call({ oaId: '1', method: 'GET', path: '/p', data: { user_id: '9' } });
  expect([...(server.received[0]?.query ?? [])]).toEqual([['data', '{"user_id":"9"}']]);
});

test('proves knowledge of the app secret when configured', async () => {
  await openApi({ proofSecret: 'demo-app-secret-not-real' }).call(call);
  expect(server.received[0]?.headers.appsecret_proof).toBe(
    appSecretProof('demo-app-secret-not-real', 'token-0'),
  );
  expect(appSecretProof('demo-app-secret-not-real', 'demo-access-token')).toBe(
    'a9a026cd2292677cb66f7cb66fb746cd7b568ba1a83728748b433c7ab3e022be',
  );
});

test('an error number with HTTP 200 is a refusal with number and text', async () => {
  server.respond = refused(-230, 'no interaction');
  await expect(openApi().call(call)).rejects.toMatchObject({
    name: 'ZaloRefusal',
    code: -230,
    detail: 'no interaction',
  });
});

test.each([
  ['-216', refused(-216)],
  ['-220', refused(-220)],
  ['-124', refused(-124)],
  ['a number written as text', json({ error: '-216', message: 'x' })],
  ['HTTP 401 with JSON', json({ error: 0 }, 401)],
  [
    'HTTP 401 without JSON',
    (_request: unknown, response: { writeHead(status: number): { end(): void } }) =>
      response.writeHead(401).end(),
  ],
] as [string, LocalServer['respond']][])(
  '%s: refreshes and calls exactly once more',
  async (_title, respond) => {
    server.respond = inTurn(respond, ok('done'));
    expect(await openApi().call(call)).toBe('done');
    expect(tokens.refreshes).toEqual(['token-0']);
    expect(server.received.map(({ headers }) => headers.access_token)).toEqual(['token-0', 'token-1']);
  },
);

test('a token that is refused again after its refresh does not cause a loop', async () => {
  server.respond = refused(-216);
  await expect(openApi().call(call)).rejects.toBeInstanceOf(ZaloRefusal);
  expect(server.received).toHaveLength(2);
  expect(tokens.refreshes).toHaveLength(1);
});

test('a refresh that needs a person ends the call', async () => {
  server.respond = refused(-216);
  tokens.refreshAfter = async () => Promise.reject(new NeedsAuthorisation('1'));
  await expect(openApi().call(call)).rejects.toBeInstanceOf(NeedsAuthorisation);
});

test.each([
  ['a list', json([])],
  ['no error field', json({ data: {} })],
])('%s instead of the envelope is a transport failure', async (_title, respond) => {
  server.respond = respond;
  await expect(openApi().call(call)).rejects.toBeInstanceOf(ZaloTransportError);
});

test('after -32 no call is made in this minute, for the OA or for the whole app', async () => {
  const api = openApi();
  server.respond = refused(-32, 'Your OA reached limit call api');
  await expect(api.call(call)).rejects.toMatchObject({ code: -32 });
  await expect(api.call(call)).rejects.toMatchObject({ name: 'ZaloNotNow', retryAt: 60_060_000 });
  server.respond = refused(-32, 'Your application reached limit call api');
  await expect(api.call({ ...call, oaId: '2' })).rejects.toMatchObject({ code: -32 });
  await expect(api.call({ ...call, oaId: '3' })).rejects.toBeInstanceOf(ZaloNotNow);
  expect(server.received).toHaveLength(2);
});

test('calls stay within what the headers say remains', async () => {
  const api = openApi();
  server.respond = ok({}, { 'X-RateLimit-Limit': '2', 'X-RateLimit-Remain': '0' });
  await api.call(call);
  await expect(api.call(call)).rejects.toBeInstanceOf(ZaloNotNow);
  expect(server.received).toHaveLength(1);
});
