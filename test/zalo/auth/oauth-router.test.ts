import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { createAdjustableClock } from '../../../src/clock.ts';
import type { Database } from '../../../src/database/database.ts';
import { createSealer } from '../../../src/encryption.ts';
import { silentLogger } from '../../../src/logger.ts';
import { ZaloRefusal } from '../../../src/zalo/api/zalo-error.ts';
import { challengeOf, type OAuthClient } from '../../../src/zalo/auth/oauth-client.ts';
import { createOauthRouter } from '../../../src/zalo/auth/oauth-router.ts';
import { createTestDatabase } from '../../helpers/test-database.ts';

const sealer = createSealer(Buffer.alloc(32, 7));
const words = { connected: 'Đã kết nối', refused: 'Không được', expired: 'Quá lâu' };
const fixedVerifier = 'v'.repeat(43);
let database: Database;
let server: Server;
let url: string;
let clock: ReturnType<typeof createAdjustableClock>;
let exchanged: [code: string, verifier: string][];
let linkedOa: string | undefined;
let alarms: string[];
let cookie: string;
let owner: string | undefined;

const oauth: OAuthClient = {
  consentUrl: ({ state, codeVerifier }) =>
    `https://zalo.example/consent?${new URLSearchParams({ state, challenge: challengeOf(codeVerifier) })}`,
  exchangeCode: async (code, verifier) => {
    exchanged.push([code, verifier]);
    if (code === 'used') throw new ZaloRefusal(-118, 'invalid grant', '/v4');
    return { accessToken: 'A', refreshToken: 'R', accessLifeMs: 1000, refreshLifeMs: 2000 };
  },
  refresh: () => Promise.reject(new Error('not here')),
};

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

beforeEach(async () => {
  await database.db.deleteFrom('oas').execute();
  await database.db.deleteFrom('authorisations').execute();
  clock = createAdjustableClock({ now: () => 1_790_000_000_000 });
  exchanged = [];
  linkedOa = '42';
  alarms = [];
  cookie = '';
  owner = '42';
  await serve({});
});
afterEach(() => server.close());

async function serve(options: { codeVerifier?: string }): Promise<void> {
  server?.close();
  const router = createOauthRouter({
    db: database.db,
    sealer,
    clock,
    logger: silentLogger,
    oauth,
    ownerOf: async () => (owner === undefined ? undefined : { oaId: owner, name: 'Xã Thử' }),
    redirectUri: 'https://bot.example.vn/oauth/zalo/callback',
    oaOfLink: () => linkedOa,
    alarm: { raise: (kind) => void alarms.push(kind) },
    words,
    ...options,
  });
  server = express().use(router).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/oauth/zalo`;
}

async function begin(): Promise<URLSearchParams> {
  const response = await fetch(`${url}/start`, { redirect: 'manual' });
  expect(response.status).toBe(302);
  const set = response.headers.get('set-cookie') ?? '';
  expect(set).toMatch(/; Max-Age=900; Path=\/oauth\/zalo; .*HttpOnly; Secure; SameSite=Lax$/);
  cookie = set.split(';')[0] ?? '';
  return new URL(response.headers.get('location') ?? '').searchParams;
}

async function callback(query: Record<string, string>): Promise<[number, string]> {
  const response = await fetch(`${url}/callback?${new URLSearchParams(query)}`, { headers: { cookie } });
  return [response.status, await response.text()];
}

const connected = () => database.db.selectFrom('oas').selectAll().execute();

test('connects the OA that gave consent, with the verifier of its challenge', async () => {
  const asked = await begin();
  expect(await callback({ code: 'c1', oa_id: '42', state: asked.get('state') ?? '' })).toEqual([
    200,
    'Đã kết nối',
  ]);
  expect(challengeOf(exchanged[0]?.[1] ?? '')).toBe(asked.get('challenge'));
  const [oa] = await connected();
  expect(oa).toMatchObject({ oa_id: '42', token_state: 'ok', access_expires_at: clock.now() + 1000 });
  expect(sealer.open(oa?.refresh_token_encrypted as string)).toBe('R');
});

test('an OA has its name at once, and keeps the one that the operator gave it', async () => {
  await begin();
  await callback({ code: 'c1', oa_id: '42' });
  expect(await connected()).toMatchObject([{ name: 'Xã Thử' }]);
  await database.db.updateTable('oas').set({ name: 'Trang của xã' }).execute();
  await begin();
  await callback({ code: 'c2', oa_id: '42' });
  expect(await connected()).toMatchObject([{ name: 'Trang của xã' }]);
});

test('without the cookie of the browser a callback connects nothing and uses nothing up', async () => {
  const state = (await begin()).get('state') ?? '';
  const mine = cookie;
  cookie = '';
  expect(await callback({ code: 'c1', oa_id: '42' })).toEqual([400, 'Quá lâu']);
  expect(await callback({ code: 'c1', oa_id: '42', state })).toEqual([400, 'Quá lâu']);
  cookie = `cau_noi_consent=${sealer.seal('{"state":"guessed"}')}`;
  expect((await callback({ code: 'c1', oa_id: '42', state }))[0]).toBe(400);
  expect(exchanged).toEqual([]);
  cookie = mine;
  expect(await callback({ code: 'c1', oa_id: '42', state: 'of another attempt' })).toEqual([400, 'Quá lâu']);
  expect((await callback({ code: 'c1', oa_id: '42', state }))[0]).toBe(200);
});

test('an OA that the operator did not name is refused, with an alarm, before its code is used', async () => {
  await begin();
  expect(await callback({ code: 'c1', oa_id: '666' })).toEqual([400, 'Không được']);
  expect([alarms, exchanged, await connected()]).toEqual([['foreign-oa'], [], []]);
});

test('works when Zalo leaves the state out', async () => {
  await begin();
  expect((await callback({ code: 'c1', oa_id: '42' }))[0]).toBe(200);
});

test('uses the fixed verifier when one is configured', async () => {
  await serve({ codeVerifier: fixedVerifier });
  await begin();
  await callback({ code: 'c1', oa_id: '42' });
  expect(exchanged).toEqual([['c1', fixedVerifier]]);
});

test('a consent works once and expires', async () => {
  const state = (await begin()).get('state') ?? '';
  expect((await callback({ code: 'c1', oa_id: '42', state }))[0]).toBe(200);
  expect(await callback({ code: 'c2', oa_id: '42', state })).toEqual([400, 'Quá lâu']);
  const late = (await begin()).get('state') ?? '';
  clock.advance(15 * 60_000);
  expect(await callback({ code: 'c3', oa_id: '42', state: late })).toEqual([400, 'Quá lâu']);
  expect(exchanged).toHaveLength(1);
});

test('a callback without a started consent connects nothing', async () => {
  expect((await callback({ code: 'c1', oa_id: '42' }))[0]).toBe(400);
  expect((await callback({ code: 'c1', oa_id: '42', state: 'guessed' }))[0]).toBe(400);
  expect(exchanged).toEqual([]);
});

test.each([
  [{ oa_id: '42' }],
  [{ code: 'c1' }],
  [{ code: 'c1', oa_id: 'not a number' }],
  [{ code: 'c\0', oa_id: '42' }],
] as Record<string, string>[][])('%j is refused', async (query) => {
  await begin();
  expect(await callback(query as Record<string, string>)).toEqual([400, 'Không được']);
});

test('a refused code leaves the stored grant unchanged', async () => {
  await begin();
  expect(await callback({ code: 'used', oa_id: '42' })).toEqual([502, 'Không được']);
  expect(await connected()).toEqual([]);
});

describe('the owner of a grant', () => {
  const refreshToken = async () => sealer.open((await connected())[0]?.refresh_token_encrypted as string);

  async function connectBefore(): Promise<void> {
    const grant = {
      refresh_token_encrypted: sealer.seal('theirs'),
      token_state: 'ok' as const,
      connected_at: 1,
    };
    await database.db
      .insertInto('oas')
      .values({ oa_id: '42', ...grant })
      .execute();
    await begin();
  }

  test("is checked: another OA's grant replaces nothing", async () => {
    await connectBefore();
    owner = '666';
    expect(await callback({ code: 'c1', oa_id: '42' })).toEqual([502, 'Không được']);
    expect([await refreshToken(), alarms]).toEqual(['theirs', ['foreign-oa']]);
  });

  test('unknown to Zalo: a working grant stays and a lost one is replaced', async () => {
    owner = undefined;
    await connectBefore();
    expect((await callback({ code: 'c1', oa_id: '42' }))[0]).toBe(502);
    expect(await refreshToken()).toBe('theirs');
    await database.db.updateTable('oas').set({ token_state: 'needs-authorisation' }).execute();
    await begin();
    expect((await callback({ code: 'c2', oa_id: '42' }))[0]).toBe(200);
    expect(await refreshToken()).toBe('R');
  });
});

test('only an allowed request can start', async () => {
  linkedOa = undefined;
  const response = await fetch(`${url}/start`, { redirect: 'manual' });
  expect(response.status).toBe(403);
  expect(await database.db.selectFrom('authorisations').selectAll().execute()).toEqual([]);
});
