import { parseEnv } from 'node:util';
import { checkApp } from '../../src/cli/setup/check-app.ts';
import { mergeSettings } from '../../src/cli/setup/env-file.ts';
import { runSetup, type SetupParts } from '../../src/cli/setup/run-setup.ts';
import { createDeliveryWatch } from '../../src/cli/setup/watch-deliveries.ts';
import { createAdjustableClock } from '../../src/clock.ts';
import { parseConfig } from '../../src/config.ts';
import { loadWords } from '../../src/i18n.ts';
import { silentLogger } from '../../src/logger.ts';
import { createSimulator, type Simulator } from '../../tools/simulator/simulator.ts';
import { findFreePort } from '../helpers/free-port.ts';

const appId = '4103557029146681245';
const appSecret = 'app-secret-not-real';
const oaSecretKey = 'oa-secret-key-not-real';
let simulator: Simulator;
let oauthUrl: string;
beforeAll(async () => {
  simulator = createSimulator({
    clock: createAdjustableClock(),
    logger: silentLogger,
    appId,
    appSecret,
    oaSecretKey,
    webhookUrl: 'http://127.0.0.1:1/webhooks/zalo',
    oas: [{ oaId: '1', name: 'Xã Thử' }],
  });
  oauthUrl = await simulator.listen(0);
});
afterAll(() => simulator.close());

/** What the bot has counted, one look after the other; undefined while it does not run. */
type Looks = (Record<string, number> | undefined)[];

async function setUp(answers: string[], more: Partial<SetupParts> & { looks?: Looks } = {}) {
  const { looks = [{ new: 1 }], ...parts } = more;
  const written: string[] = [];
  const waiting = [...answers];
  let text = '';
  let look = 0;
  const hasArrived = await runSetup({
    t: loadWords().in('vi'),
    write: (part) => {
      text += part;
    },
    async ask() {
      const answer = waiting.shift();
      if (answer === undefined) throw new Error('asked once more than expected');
      return answer;
    },
    given: {},
    envText: '# The app\nZALO_APP_ID=\n\nPORT=3000\n',
    async writeEnv(env) {
      written.push(env);
    },
    checkApp: (app) => checkApp({ ...app, oauthUrl }),
    resolves: async (host) => host === 'bot.example.vn',
    newKey: () => 'ab'.repeat(32),
    watch: {
      isBot: async () => true,
      deliveries: async () => looks[look],
      pause: async () => ++look < looks.length,
    },
    ...parts,
  });
  return { hasArrived, text, env: written.at(-1) ?? '', unasked: waiting };
}

const right = ['https://bot.example.vn', appId, appSecret, oaSecretKey, 'code1'];

describe('the guided setup', () => {
  it('writes settings with which the bot starts, keys included, and says what to enter at Zalo', async () => {
    const { hasArrived, text, env } = await setUp(right);
    expect(hasArrived).toBe(true);
    expect(env).toMatch(/^# The app\nZALO_APP_ID=4103557029146681245\n\nPORT=3000\n/);
    expect(parseConfig(parseEnv(env))).toMatchObject({
      PUBLIC_URL: 'https://bot.example.vn',
      ZALO_APP_SECRET: appSecret,
      ZALO_OA_SECRET_KEY: [oaSecretKey],
      ZALO_DOMAIN_VERIFICATION: 'code1',
      ENCRYPTION_KEY: Buffer.from('ab'.repeat(32), 'hex'),
      BACKUP_KEY: Buffer.from('ab'.repeat(32), 'hex'),
      SESSION_SECRET: 'ab'.repeat(32),
      METRICS_TOKEN: 'ab'.repeat(32),
    });
    expect(text).toContain('https://bot.example.vn/webhooks/zalo');
    expect(text).toContain('https://bot.example.vn/oauth/zalo/callback');
    expect(text).toContain('oa:link');
    for (const secret of [appSecret, oaSecretKey, 'abab']) expect(text).not.toContain(secret);
  });

  it('keeps what is there on an empty answer, and never makes a key anew', async () => {
    const given = {
      PUBLIC_URL: 'https://bot.example.vn',
      ZALO_APP_ID: appId,
      ZALO_APP_SECRET: appSecret,
      ZALO_OA_SECRET_KEY: oaSecretKey,
      ENCRYPTION_KEY: 'cd'.repeat(32),
    };
    const { env } = await setUp(['', '', '', '', ''], { given });
    expect(parseEnv(env)).toMatchObject({ ...given, BACKUP_KEY: 'ab'.repeat(32) });
  });

  it.each([
    ['an address without HTTPS', 0, 'http://bot.example.vn', /phải bắt đầu bằng https/],
    ['an address with a path', 0, 'https://bot.example.vn/zalo', /phải bắt đầu bằng https/],
    ['a domain that leads nowhere', 0, 'https://other.example.vn', /chưa trỏ về máy nào/],
    ['the secret of the app in place of the OA key', 3, appSecret, /OA Secret Key là khóa khác/],
    ['no OA key', 3, '', /Không được để trống/],
  ])('asks again for %s', async (_what, at, answer, says) => {
    const { text, unasked, env } = await setUp([...right.slice(0, at), answer, ...right.slice(at)]);
    expect(text).toMatch(says);
    expect(unasked).toEqual([]);
    expect(parseEnv(env).PUBLIC_URL).toBe('https://bot.example.vn');
  });

  it.each([
    ['id', '999', appSecret, /không nhận ID ứng dụng/],
    ['secret', appId, 'wrong', /không nhận khóa bí mật/],
  ])('asks again when Zalo refuses the %s of the app', async (_what, id, secret, says) => {
    const [url = '', ...rest] = right;
    const { text, env } = await setUp([url, id, secret, ...rest]);
    expect(text).toMatch(says);
    expect(text).toContain('Zalo nhận ID và khóa');
    expect(parseEnv(env)).toMatchObject({ ZALO_APP_ID: appId, ZALO_APP_SECRET: appSecret });
  });

  it('takes the same answers a second time while Zalo cannot be reached', async () => {
    const nowhere = `http://127.0.0.1:${await findFreePort()}`;
    const [url = '', id = '', secret = '', ...rest] = right;
    const { text, env } = await setUp([url, id, secret, '', '', ...rest], {
      checkApp: (app) => checkApp({ ...app, oauthUrl: nowhere }),
    });
    expect(text).toContain('Không gọi được tới Zalo');
    expect(parseEnv(env)).toMatchObject({ ZALO_APP_ID: appId });
  });

  it('says each thing once while it waits: start it, wrong key, and then that it works', async () => {
    const looks: Looks = [undefined, undefined, {}, { 'bad-signature': 1 }, { 'bad-signature': 2, new: 1 }];
    const { hasArrived, text } = await setUp(right, { looks });
    expect(hasArrived).toBe(true);
    const saidOnce = ['Chạy chương trình ở cửa sổ khác', 'Chương trình đang chạy', 'chữ ký không khớp'];
    expect(saidOnce.map((words) => text.split(words).length - 1)).toEqual([1, 1, 1]);
  });

  it('gives up in the end', async () => {
    const { hasArrived, text } = await setUp(right, { looks: [undefined, {}] });
    expect(hasArrived).toBe(false);
    expect(text).toContain('Chưa có tin nào');
  });
});

test('a setting with signs that a .env file gives a meaning to is read back as it was', () => {
  for (const value of ['a#b', "it's", 'a "b" c', ' a ', 'x$y', '']) {
    expect(parseEnv(mergeSettings('A=1\nNAME=old\n', { NAME: value, OTHER: 'x' }))).toEqual({
      A: '1',
      NAME: value,
      OTHER: 'x',
    });
  }
});

test('a bot that does not run shows no deliveries, and the watch ends after its looks', async () => {
  const ownUrl = `http://127.0.0.1:${await findFreePort()}`;
  const watch = createDeliveryWatch({ ownUrl, metricsToken: 'x', pauseMs: 1, maxLooks: 2 });
  expect(await watch.deliveries()).toBeUndefined();
  expect([await watch.pause(), await watch.pause()]).toEqual([true, false]);
});
