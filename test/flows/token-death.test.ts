import type { BotProcess } from '../../src/bot.ts';
import { hourMs } from '../../src/durations.ts';
import { connectOa } from '../../src/zalo/auth/connect-oa.ts';
import { type AlarmAddress, startAlarmAddress } from '../helpers/alarm-address.ts';
import { makeLoadContent, questions } from '../helpers/load-content.ts';
import { startSecondWorker } from '../helpers/second-worker.ts';
import { until } from '../helpers/until.ts';
import { oaId, otherOaId, type Resident, startWholeBot, type WholeBot } from '../helpers/whole-bot.ts';

const tokenPath = '/v4/oa/access_token';

let whole: WholeBot;
/** A second worker on the same database. */
let worker: BotProcess;
let second: Awaited<ReturnType<typeof startSecondWorker>>;
let address: AlarmAddress;
let content: Awaited<ReturnType<typeof makeLoadContent>>;
beforeAll(async () => {
  address = await startAlarmAddress();
  content = await makeLoadContent();
  const settings = { ALERT_WEBHOOK_URL: address.url };
  whole = await startWholeBot({
    settings,
    locales: content.folder,
    simulator: { switches: { receipts: 'none', latencyMs: 20 } },
  });
  second = await startSecondWorker(whole, { settings, locales: content.folder });
  worker = second.worker;
}, 60_000);
afterAll(async () => {
  await second.stop();
  await whole.stop();
  await address.close();
  await content.remove();
});
beforeEach(async () => {
  await whole.call('DELETE', '/sim');
  address.kinds();
});

const refreshes = () => whole.simulator.platform.apiCounts.read().byPath[tokenPath] ?? 0;
const killToken = () => whole.call('DELETE', `/sim/oas/${oaId}/access-token`);

function repliesTo({ userId }: Resident) {
  const said = whole.simulator.platform.conversations.list(userId).filter(({ from }) => from === 'oa');
  return said.map(({ text }) => text.split('\n')[0]);
}

async function newResidents(count: number): Promise<Resident[]> {
  const residents: Resident[] = [];
  for (let index = 0; index < count; index += 1) residents.push(await whole.newResident(`Resident ${index}`));
  return residents;
}

async function sentBy({ dependencies }: BotProcess): Promise<number> {
  const line = /^cau_noi_sends_total\{outcome="sent"\} (\d+)$/m.exec(await dependencies.metrics.text());
  return Number(line?.[1] ?? 0);
}

test('a token that expires in the middle of a burst is refreshed once by two workers, and no message is lost', async () => {
  const residents = await newResidents(30);
  const asked = questions.slice(0, 4);
  for (const { text } of asked) {
    await Promise.all(residents.map((resident) => resident.write(text)));
    if (text === asked[1]?.text) await killToken();
  }
  await whole.settled();
  for (const resident of residents) {
    const replies = repliesTo(resident);
    expect(replies).toHaveLength(asked.length);
    expect(new Set(replies)).toEqual(new Set(asked.map(({ reply }) => reply)));
  }
  expect(refreshes()).toBe(1);
  expect(await sentBy(whole.bot)).toBeGreaterThan(0);
  expect(await sentBy(worker)).toBeGreaterThan(0);
  expect(address.kinds()).toEqual([]);
});

test('a refresh without an answer ends in one alarm and not in a loop; a new grant sends what waited', async () => {
  const residents = await newResidents(10);
  await whole.call('POST', '/sim/faults', { kind: 'reset', path: tokenPath });
  await killToken();
  for (const resident of residents) await resident.write(questions[0]?.text ?? '');
  const { database, sealer } = whole.bot.dependencies;
  const { db } = database;
  await until('the loss is known', async () => {
    const oa = await db.selectFrom('oas').select('token_state').where('oa_id', '=', oaId).executeTakeFirst();
    return oa?.token_state === 'needs-authorisation';
  });
  for (let hours = 0; hours < 3; hours += 1) {
    await whole.advance(hourMs);
    await whole.settled();
  }
  expect(refreshes()).toBe(2);
  expect(address.kinds()).toEqual(['needs-authorisation']);
  expect(residents.flatMap(repliesTo)).toEqual([]);
  const ready = await fetch(`${whole.botUrl}/readyz`);
  const { oas } = (await ready.json()) as { oas: { id: string; token: string }[] };
  expect(ready.status).toBe(200);
  expect(oas.map(({ id, token }) => [id, token])).toEqual(
    expect.arrayContaining([
      [oaId, 'needs-authorisation'],
      [otherOaId, 'ok'],
    ]),
  );

  const pair = whole.simulator.issueTokens(oaId);
  await connectOa({ db, sealer, clock: whole.clock }, { oaId, ...pair, accessLifeMs: hourMs });
  await whole.advance(10_000);
  await whole.advance(300_000);
  await whole.settled();
  expect(residents.map(repliesTo)).toEqual(residents.map(() => [questions[0]?.reply]));
});
