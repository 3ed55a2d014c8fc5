import { parseEnv } from 'node:util';
import { checkApp } from '../../src/cli/setup/check-app.ts';
import { runSetup } from '../../src/cli/setup/run-setup.ts';
import { createDeliveryWatch } from '../../src/cli/setup/watch-deliveries.ts';
import { parseConfig } from '../../src/config.ts';
import { loadWords } from '../../src/i18n.ts';
import { textEvent } from '../helpers/deliveries.ts';
import { appId, oaSecretKey, startWholeBot, testSettings, type WholeBot } from '../helpers/whole-bot.ts';

const metricsToken = 'read-the-figures-0123456789';
let world: WholeBot;
beforeAll(async () => {
  world = await startWholeBot({ settings: { METRICS_TOKEN: metricsToken }, runningClock: true });
});
afterAll(() => world.stop());

test('the guided setup ends when the first message of a resident has reached the bot', async () => {
  const answers = ['https://bot.example.vn', appId, 'demo-app-secret-not-real', oaSecretKey, ''];
  let env = '';
  let text = '';
  const watch = createDeliveryWatch({ ownUrl: world.botUrl, metricsToken, pauseMs: 20, maxLooks: 3000 });
  // As Zalo signs with another key than the one in .env.
  const body = textEvent({ personId: '1', text: 'x', messageId: 'm1', at: Date.now() });
  const forged = { method: 'POST', headers: { 'x-zevent-signature': `mac=${'0'.repeat(64)}` }, body };
  let looks = 0;
  const hasArrived = await runSetup({
    t: loadWords().in('vi'),
    write: (part) => {
      text += part;
    },
    ask: async () => answers.shift() ?? '',
    given: { METRICS_TOKEN: metricsToken },
    envText: '',
    async writeEnv(written) {
      env = written;
    },
    checkApp: (app) => checkApp({ ...app, oauthUrl: world.simulatorUrl }),
    resolves: async () => true,
    newKey: () => 'ab'.repeat(32),
    watch: {
      ...watch,
      isBot: () => watch.isBot(world.botUrl),
      async pause() {
        looks += 1;
        if (looks === 1) await fetch(`${world.botUrl}/webhooks/zalo`, forged);
        if (looks === 3) await (await world.newResident('Bà Lan')).write('chào cô');
        return watch.pause();
      },
    },
  });
  expect(hasArrived).toBe(true);
  expect(text).toMatch(/Zalo nhận ID và khóa.*dẫn tới chương trình này.*Zalo đã gọi tới và chữ ký đúng/s);
  expect(text).toMatch(/chữ ký không khớp/);
  const { ENCRYPTION_KEY: _key, ...settings } = testSettings(world.simulatorUrl);
  expect(() => parseConfig({ ...settings, ...parseEnv(env) })).not.toThrow();
});
