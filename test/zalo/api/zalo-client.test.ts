import { createAdjustableClock } from '../../../src/clock.ts';
import { createOpenApi } from '../../../src/zalo/api/open-api.ts';
import { createRateLimiter } from '../../../src/zalo/api/rate-limiter.ts';
import { UploadRefused } from '../../../src/zalo/api/upload.ts';
import { createZaloClient, type ZaloClient } from '../../../src/zalo/api/zalo-client.ts';
import { createZaloHttp, type ZaloHttp } from '../../../src/zalo/api/zalo-http.ts';
import { fakeTokens } from '../fakes.ts';
import { type LocalServer, ok, startLocalServer } from '../local-server.ts';

const person = { oaId: '1', personId: '9' };
let server: LocalServer;
let http: ZaloHttp;
let client: ZaloClient;

beforeEach(async () => {
  server = await startLocalServer();
  http = createZaloHttp({ baseUrl: server.url });
  const limiter = createRateLimiter({ clock: createAdjustableClock() });
  client = createZaloClient({ api: createOpenApi({ http, tokens: fakeTokens(), limiter }) });
});

afterEach(async () => {
  http.close();
  await server.close();
});

const body = () => JSON.parse(server.received[0]?.body ?? '');

test('a reaction names the message and the icon', async () => {
  await client.react(person, 'm1', '/-heart');
  expect(server.received[0]?.path).toBe('/v2.0/oa/message');
  expect(body()).toEqual({
    recipient: { user_id: '9' },
    sender_action: { react_icon: '/-heart', react_message_id: 'm1' },
  });
});

test('a template goes by user id', async () => {
  server.respond = ok({ message_id: 'm1', user_id: '9', sent_time: '5' });
  expect(await client.sendTemplate(person, { id: 't', data: { ten: 'Bà Tư' } })).toMatchObject({
    message_id: 'm1',
  });
  expect(server.received[0]?.path).toBe('/v3.0/oa/message/template');
  expect(body()).toEqual({ user_id: '9', template_id: 't', template_data: { ten: 'Bà Tư' } });
});

test("the OA's name is read under either spelling of its id", async () => {
  server.respond = ok({ oa_id: '1', name: 'Xã Mẫu', is_verified: true, oa_type: '4' });
  expect(await client.getOa('1')).toMatchObject({
    oa_id: '1',
    name: 'Xã Mẫu',
    is_verified: true,
    oa_type: 4,
  });
  expect(server.received[0]).toMatchObject({ method: 'GET', path: '/v2.0/oa/getoa' });
});

test('user detail and quota ask for the person', async () => {
  server.respond = ok({ display_name: 'Bà Tư', user_is_follower: true });
  expect(await client.getUser(person)).toMatchObject({ display_name: 'Bà Tư', user_is_follower: true });
  expect(JSON.parse(server.received[0]?.query.get('data') ?? '')).toEqual({ user_id: '9' });
  server.respond = ok({ last_interaction: '1790131444999', cs_reply: { remain: '8', total: 8 } });
  expect(await client.getQuota(person)).toEqual({
    last_interaction: 1790131444999,
    cs_reply: { remain: 8, total: 8 },
  });
});

test('recent chats come in pages', async () => {
  server.respond = ok([]);
  expect(await client.listRecentChats('1', { offset: 10, count: 5 })).toEqual([]);
  expect(JSON.parse(server.received[0]?.query.get('data') ?? '')).toEqual({ offset: 10, count: 5 });
});

test('an id that came as a number too large to be exact is left out, because it would name another person', async () => {
  server.respond = (_request, response) => {
    response.end('{"error":0,"data":[{"from_id":6934410285517730946,"to_id":42,"message_id":"m1"}]}');
  };
  const [chat] = await client.listRecentChats('1');
  expect(chat).toMatchObject({ to_id: '42', message_id: 'm1' });
  expect(chat?.from_id).toBeUndefined();
});

test.each([
  ['image', 'anh.jpg', { attachment_id: 'a1' }, 'a1'],
  ['gif', 'anh.gif', { attachment_id: 'a2' }, 'a2'],
  ['file', 'to-khai.PDF', { token: 't1' }, 't1'],
] as const)('uploads a %s as multipart', async (kind, fileName, data, handle) => {
  server.respond = ok(data);
  const upload = { bytes: Buffer.from('content'), fileName, contentType: 'application/octet-stream' };
  expect(await client.upload('1', kind, upload)).toBe(handle);
  const [request] = server.received;
  expect(request?.path).toBe(`/v2.0/oa/upload/${kind}`);
  expect(request?.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
  expect(request?.body).toContain(`name="file"; filename="${fileName}"`);
  expect(request?.body).toContain('content');
});

test.each([
  ['image', 'anh.jpg', 1024 * 1024 + 1],
  ['gif', 'anh.gif', 5 * 1024 * 1024 + 1],
  ['file', 'to-khai.exe', 10],
  ['image', 'anh.gif', 10],
  ['file', 'pdf', 0],
] as const)('does not even send a %s %s of %p bytes', async (kind, fileName, size) => {
  const upload = { bytes: Buffer.alloc(size), fileName, contentType: 'x/y' };
  await expect(client.upload('1', kind, upload)).rejects.toBeInstanceOf(UploadRefused);
  expect(server.received).toEqual([]);
});
