import { createAdjustableClock } from '../../../src/clock.ts';
import type { Database } from '../../../src/database/database.ts';
import { createSealer } from '../../../src/encryption.ts';
import { createLogger } from '../../../src/logger.ts';
import { createMetrics } from '../../../src/metrics.ts';
import {
  NeedsAuthorisation,
  ZaloNotNow,
  ZaloRefusal,
  ZaloTransportError,
} from '../../../src/zalo/api/zalo-error.ts';
import { connectOa } from '../../../src/zalo/auth/connect-oa.ts';
import type { OAuthClient, TokenPair } from '../../../src/zalo/auth/oauth-client.ts';
import { createTokenKeeper, type TokenKeeper } from '../../../src/zalo/auth/token-keeper.ts';
import { createTokenStore, type TokenStore } from '../../../src/zalo/auth/token-store.ts';
import { createTestDatabase } from '../../helpers/test-database.ts';
import { fakeAlarm } from '../fakes.ts';

const oaId = '1872450913366021547';
const hour = 60 * 60_000;
const sealer = createSealer(Buffer.alloc(32, 7));
const lost = new ZaloTransportError('timed out', { path: '/v4', delivered: 'maybe' });
const unreachable = new ZaloTransportError('ECONNREFUSED', { path: '/v4', delivered: 'no' });
const invalid = new ZaloRefusal(-14014, 'Invalid refresh token', '/v4');

/** Zalo's side of the grant: a refresh token works once and returns the next pair. */
function fakeOauth() {
  const used: string[] = [];
  let current = 'refresh-0';
  const oauth = {
    used,
    /** Thrown by the next refreshes, in order, before (`undefined`: after) Zalo acted. */
    failures: [] as (Error | 'after' | undefined)[],
    refresh: async (refreshToken: string): Promise<TokenPair> => {
      used.push(refreshToken);
      const failure = oauth.failures.shift();
      await new Promise((resolve) => setTimeout(resolve, 5));
      if (failure instanceof Error) throw failure;
      if (refreshToken !== current) throw invalid;
      const version = used.length;
      current = `refresh-${version}`;
      if (failure === 'after') throw lost;
      return {
        accessToken: `access-${version}`,
        refreshToken: current,
        accessLifeMs: 25 * hour,
        refreshLifeMs: 90 * 24 * hour,
      };
    },
    consentUrl: () => '',
    exchangeCode: () => Promise.reject(invalid),
  };
  return oauth satisfies OAuthClient;
}

let database: Database;
let clock: ReturnType<typeof createAdjustableClock>;
let oauth: ReturnType<typeof fakeOauth>;
let alarm: ReturnType<typeof fakeAlarm>;
let store: TokenStore;
let logged: string[];

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

beforeEach(async () => {
  await database.db.deleteFrom('oas').execute();
  clock = createAdjustableClock({ now: () => 1_790_000_000_000 });
  oauth = fakeOauth();
  alarm = fakeAlarm();
  logged = [];
  store = createTokenStore({ db: database.db, sealer });
  await connect();
});

function connect(grant: object = {}): Promise<void> {
  return connectOa(
    { db: database.db, sealer, clock },
    { oaId, accessToken: 'access-0', refreshToken: 'refresh-0', accessLifeMs: 25 * hour, ...grant },
  );
}

/** The keeper of one process. */
function keeper(parts: { store?: TokenStore } = {}): TokenKeeper {
  const logger = createLogger('trace', { write: (line) => void logged.push(line) });
  const sleep = async (ms: number) => {
    clock.advance(ms);
    await new Promise((resolve) => setTimeout(resolve, 1));
  };
  return createTokenKeeper({ store, oauth, clock, alarm, logger, metrics: createMetrics(), sleep, ...parts });
}

const rowOf = () =>
  database.db.selectFrom('oas').selectAll().where('oa_id', '=', oaId).executeTakeFirstOrThrow();

test('hands out the stored token and reads its row only now and then', async () => {
  let reads = 0;
  const counting: TokenStore = {
    ...store,
    findGrant: (id) => {
      reads += 1;
      return store.findGrant(id);
    },
  };
  const tokens = keeper({ store: counting });
  for (let turn = 0; turn < 50; turn += 1) expect(await tokens.getAccessToken(oaId)).toBe('access-0');
  expect(reads).toBe(1);
  expect(oauth.used).toEqual([]);
});

test('tokens are sealed at rest', async () => {
  const row = await rowOf();
  expect(row.access_token_encrypted).not.toContain('access-0');
  expect(row.refresh_token_encrypted).not.toContain('refresh-0');
});

test('an OA that is not connected needs authorisation', async () => {
  await expect(keeper().getAccessToken('42')).rejects.toBeInstanceOf(NeedsAuthorisation);
});

test('a token that dies during many calls of two processes is refreshed exactly once', async () => {
  const keepers = [keeper(), keeper()];
  const tokens = await Promise.all(
    Array.from({ length: 40 }, (_, index) => keepers[index % 2]?.refreshAfter(oaId, 'access-0')),
  );
  expect(new Set(tokens)).toEqual(new Set(['access-1']));
  expect(oauth.used).toEqual(['refresh-0']);
  expect((await rowOf()).token_version).toBe(2);
});

test('a token that another process has already refreshed comes from the store', async () => {
  const [first, second] = [keeper(), keeper()];
  expect(await second.getAccessToken(oaId)).toBe('access-0');
  await first.refreshAfter(oaId, 'access-0');
  expect(await second.refreshAfter(oaId, 'access-0')).toBe('access-1');
  expect(await second.getAccessToken(oaId)).toBe('access-1');
  expect(oauth.used).toHaveLength(1);
});

test('an expired or missing access token is obtained with the refresh token', async () => {
  clock.advance(26 * hour);
  expect(await keeper().getAccessToken(oaId)).toBe('access-1');
  await connect({ accessToken: undefined, refreshToken: 'refresh-1' });
  expect(await keeper().getAccessToken(oaId)).toBe('access-2');
});

test('the new pair is stored before any caller uses it, with its times', async () => {
  await keeper().refreshAfter(oaId, 'access-0');
  const row = await rowOf();
  expect(row).toMatchObject({
    access_expires_at: clock.now() + 25 * hour,
    refresh_expires_at: clock.now() + 90 * 24 * hour,
    token_state: 'ok',
    refresh_lease: null,
    refresh_leased_until: null,
  });
  expect(sealer.open(row.access_token_encrypted as string)).toBe('access-1');
  expect(sealer.open(row.refresh_token_encrypted as string)).toBe('refresh-1');
});

test('a refused refresh needs a person: one alarm, no second try, stored tokens unchanged', async () => {
  oauth.failures = [invalid];
  const tokens = keeper();
  await expect(tokens.refreshAfter(oaId, 'access-0')).rejects.toBeInstanceOf(NeedsAuthorisation);
  await expect(tokens.refreshAfter(oaId, 'access-0')).rejects.toBeInstanceOf(NeedsAuthorisation);
  await expect(tokens.getAccessToken(oaId)).rejects.toBeInstanceOf(NeedsAuthorisation);
  await tokens.refreshDueTokens();
  expect(oauth.used).toHaveLength(1);
  expect(alarm.raised).toEqual(['needs-authorisation']);
  const row = await rowOf();
  expect(row.token_state).toBe('needs-authorisation');
  expect(sealer.open(row.refresh_token_encrypted as string)).toBe('refresh-0');
});

test('a process that read the grant before another was refused does not refresh again', async () => {
  oauth.failures = [invalid];
  const late: TokenStore = {
    ...store,
    async takeLease(id, lease) {
      if (oauth.used.length === 0) {
        await expect(keeper().refreshAfter(oaId, 'access-0')).rejects.toBeInstanceOf(NeedsAuthorisation);
      }
      return store.takeLease(id, lease);
    },
  };
  await expect(keeper({ store: late }).refreshAfter(oaId, 'access-0')).rejects.toBeInstanceOf(
    NeedsAuthorisation,
  );
  expect(oauth.used).toHaveLength(1);
  expect(alarm.raised).toEqual(['needs-authorisation']);
});

test('connecting the OA again clears the need', async () => {
  oauth.failures = [invalid];
  const tokens = keeper();
  await expect(tokens.refreshAfter(oaId, 'access-0')).rejects.toBeInstanceOf(NeedsAuthorisation);
  await connect({ accessToken: 'access-new' });
  expect(await tokens.getAccessToken(oaId)).toBe('access-new');
});

test('a refused early refresh leaves the token that still works', async () => {
  clock.advance(24 * hour);
  oauth.failures = [invalid];
  const tokens = keeper();
  await tokens.refreshDueTokens();
  expect(alarm.raised).toEqual(['needs-authorisation']);
  expect(await tokens.getAccessToken(oaId)).toBe('access-0');
});

test('a lost answer is retried once with the same token', async () => {
  oauth.failures = [lost];
  expect(await keeper().refreshAfter(oaId, 'access-0')).toBe('access-2');
  expect(oauth.used).toEqual(['refresh-0', 'refresh-0']);
});

test('an answer lost after Zalo rotated ends in needs-authorisation and an alarm, not in a loop', async () => {
  oauth.failures = ['after'];
  const tokens = keeper();
  await expect(tokens.refreshAfter(oaId, 'access-0')).rejects.toBeInstanceOf(NeedsAuthorisation);
  await expect(tokens.refreshAfter(oaId, 'access-0')).rejects.toBeInstanceOf(NeedsAuthorisation);
  expect(oauth.used).toEqual(['refresh-0', 'refresh-0']);
  expect(alarm.raised).toEqual(['needs-authorisation']);
});

test('without a connection the grant stays, calls are postponed, and later the refresh works', async () => {
  oauth.failures = [unreachable];
  const tokens = keeper();
  await expect(tokens.refreshAfter(oaId, 'access-0')).rejects.toMatchObject({
    retryAt: clock.now() + 10_000,
  });
  await expect(tokens.refreshAfter(oaId, 'access-0')).rejects.toBeInstanceOf(ZaloNotNow);
  expect(oauth.used).toHaveLength(1);
  expect(alarm.raised).toEqual([]);
  expect(await rowOf()).toMatchObject({ token_state: 'ok', refresh_lease: null });
  clock.advance(10_001);
  expect(await tokens.refreshAfter(oaId, 'access-0')).toBe('access-2');
});

test('waits for the process with the lease, and takes over when that process died', async () => {
  const now = clock.now();
  await store.takeLease(oaId, { lease: 'dead-process', now, until: now + 20_000, version: 1 });
  expect(await keeper().refreshAfter(oaId, 'access-0')).toBe('access-1');
  expect(clock.now()).toBeGreaterThanOrEqual(now + 20_000);
  expect(oauth.used).toHaveLength(1);
});

test('a brief database failure does not lose the new pair', async () => {
  let failures = 2;
  const shaky: TokenStore = {
    ...store,
    savePair: (...args) => {
      failures -= 1;
      return failures >= 0 ? Promise.reject(new Error('database away')) : store.savePair(...args);
    },
  };
  expect(await keeper({ store: shaky }).refreshAfter(oaId, 'access-0')).toBe('access-1');
  expect((await rowOf()).token_version).toBe(2);
});

test('an OA connected again during a refresh has the newer grant', async () => {
  const slow: TokenStore = {
    ...store,
    savePair: async (...args) => {
      await connect({ accessToken: 'access-new', refreshToken: 'refresh-new' });
      return store.savePair(...args);
    },
  };
  const tokens = keeper({ store: slow });
  await expect(tokens.refreshAfter(oaId, 'access-0')).rejects.toMatchObject({ retryAt: clock.now() });
  expect(await tokens.getAccessToken(oaId)).toBe('access-new');
});

test('refreshes early what expires within two hours, and nothing else', async () => {
  await connectOa(
    { db: database.db, sealer, clock },
    { oaId: '7', accessToken: 'other', refreshToken: 'r', accessLifeMs: 48 * hour },
  );
  clock.advance(22.5 * hour);
  await keeper().refreshDueTokens();
  expect(oauth.used).toEqual([]);
  clock.advance(0.6 * hour);
  await Promise.all([keeper().refreshDueTokens(), keeper().refreshDueTokens()]);
  expect(oauth.used).toEqual(['refresh-0']);
});

test('every rotation is logged, and no token ever is', async () => {
  oauth.failures = [lost];
  await keeper().refreshAfter(oaId, 'access-0');
  expect(logged.filter((line) => line.includes('tokens rotated'))).toHaveLength(1);
  expect(logged.join()).not.toMatch(/(access|refresh)-\d/);
});
