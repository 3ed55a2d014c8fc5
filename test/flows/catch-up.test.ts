import { runCommand } from '../../src/cli/run-command.ts';
import { minuteMs } from '../../src/durations.ts';
import { type AlarmAddress, startAlarmAddress } from '../helpers/alarm-address.ts';
import { makeLoadContent, questions } from '../helpers/load-content.ts';
import { until } from '../helpers/until.ts';
import { oaId, type Resident, startWholeBot, type WholeBot } from '../helpers/whole-bot.ts';

/** More messages than Zalo returns in one page. */
const asked = questions.slice(0, 12);

let whole: WholeBot;
let address: AlarmAddress;
let content: Awaited<ReturnType<typeof makeLoadContent>>;
beforeAll(async () => {
  address = await startAlarmAddress();
  content = await makeLoadContent();
  whole = await startWholeBot({
    settings: { ALERT_WEBHOOK_URL: address.url },
    locales: content.folder,
    simulator: { switches: { receipts: 'none' } },
  });
}, 60_000);
afterAll(async () => {
  await whole.stop();
  await address.close();
  await content.remove();
});

const hold = (isHeld: boolean) => whole.call('POST', '/sim/switches', { holdDeliveries: isHeld });
const lookAround = () => whole.bot.dependencies.queue.add('watch-silence', {});

const replies = ({ userId }: Resident) =>
  whole.simulator.platform.conversations
    .list(userId)
    .filter(({ from }) => from === 'oa')
    .map(({ text }) => text.split('\n')[0]);

async function askAll(resident: Resident): Promise<void> {
  for (const { text } of asked) {
    await resident.write(text);
    await whole.advance(30_000);
  }
}

async function stored(): Promise<number> {
  const { count } = await whole.bot.dependencies.database.db
    .selectFrom('incoming_events')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('kind', '=', 'message')
    .executeTakeFirstOrThrow();
  return Number(count);
}

async function lastEventAt(): Promise<number | null> {
  const { db } = whole.bot.dependencies.database;
  const oa = await db.selectFrom('oas').select('last_event_at').where('oa_id', '=', oaId).executeTakeFirst();
  return oa?.last_event_at ?? null;
}

async function expectEachAnsweredOnce(residents: Resident[]): Promise<void> {
  const wanted = asked.map(({ reply }) => reply);
  await until('everybody is answered', () => residents.every((one) => replies(one).length >= wanted.length));
  for (const resident of residents) expect(replies(resident)).toEqual(wanted);
}

test('catch-up fetches missed messages, and the bot answers each once even if Zalo delivers it later', async () => {
  const residents = [await whole.newResident('Bà Lan'), await whole.newResident('Anh Minh')];
  await hold(true);
  for (const resident of residents) await askAll(resident);
  const before = await stored();

  const written: string[] = [];
  const command = {
    open: async () => whole.bot.dependencies,
    write: (text: string) => void written.push(text),
  };
  expect(await runCommand(['catch-up'], command)).toBe(0);
  expect(written.join('')).toContain(`OA ${oaId}: 24 messages were missed`);
  await expectEachAnsweredOnce(residents);

  written.length = 0;
  expect(await runCommand(['catch-up', '--oa-id', oaId], command)).toBe(0);
  expect(written.join('')).toContain('0 messages were missed');

  await hold(false);
  await whole.settled();
  await expectEachAnsweredOnce(residents);
  expect(await stored()).toBe(before + 24);
});

test('after more than ten minutes of downtime the bot catches up by itself', async () => {
  const resident = await whole.newResident();
  await lookAround();
  await hold(true);
  await whole.advance(minuteMs);
  await askAll(resident);
  await whole.advance(10 * minuteMs);
  await lookAround();
  await expectEachAnsweredOnce([resident]);
  await hold(false);
  await whole.settled();
  await expectEachAnsweredOnce([resident]);
});

test('silence in office hours alerts the operator, and fetched messages do not end the alert', async () => {
  const resident = await whole.newResident();
  await resident.write(asked[0]?.text ?? '');
  await whole.settled();
  await hold(true);
  await whole.advance(121 * minuteMs);
  await resident.write(asked[1]?.text ?? '');
  const heardOf = await lastEventAt();
  await lookAround();
  await until('what was missed is answered', () => replies(resident).length === 2);
  await until('the operator is told', () => address.alarms.some((alarm) => alarm.oaId === oaId));
  expect(new Set(address.kinds())).toEqual(new Set(['silence']));
  expect(await lastEventAt()).toBe(heardOf);
  await hold(false);
});
