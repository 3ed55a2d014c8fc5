import { makeLoadContent, questions } from '../helpers/load-content.ts';
import { startSecondWorker } from '../helpers/second-worker.ts';
import { startWholeBot, type WholeBot } from '../helpers/whole-bot.ts';

let whole: WholeBot;
let second: Awaited<ReturnType<typeof startSecondWorker>>;
let content: Awaited<ReturnType<typeof makeLoadContent>>;
beforeAll(async () => {
  content = await makeLoadContent();
  whole = await startWholeBot({ locales: content.folder });
  second = await startSecondWorker(whole, { locales: content.folder, settings: { HEALTH_PORT: '0' } });
}, 60_000);
afterAll(async () => {
  await second.stop();
  await whole.stop();
  await content.remove();
});

const open = (path: string, init: RequestInit = {}) =>
  fetch(`http://127.0.0.1:${second.worker.port}${path}`, init);

test('a worker says on a port of its own that it is alive and ready', async () => {
  expect((await open('/healthz')).status).toBe(200);
  expect(await (await open('/readyz')).json()).toMatchObject({ status: 'ready' });
});

test('its metrics tell what it has sent itself, to this machine only', async () => {
  const residents = await Promise.all(
    Array.from({ length: 10 }, (_, at) => whole.newResident(`Resident ${at}`)),
  );
  await Promise.all(residents.map((resident) => resident.write(questions[0]?.text ?? '')));
  await whole.settled();
  expect(await (await open('/metrics')).text()).toMatch(/^cau_noi_sends_total\{outcome="sent"\} [1-9]/m);
  expect((await open('/metrics', { headers: { 'x-forwarded-for': '203.0.113.9' } })).status).toBe(403);
});

test('a worker takes no deliveries and shows no pages', async () => {
  expect((await open('/webhooks/zalo', { method: 'POST', body: '{}' })).status).toBe(404);
  expect((await open('/console')).status).toBe(404);
});
