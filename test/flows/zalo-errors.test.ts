import { type AlarmAddress, startAlarmAddress } from '../helpers/alarm-address.ts';
import { makeLoadContent, type Question, questions } from '../helpers/load-content.ts';
import { type Resident, startWholeBot, type WholeBot } from '../helpers/whole-bot.ts';

const [first, second] = questions as [Question, Question];
const sendPath = '/v3.0/oa/message/cs';

let whole: WholeBot;
let address: AlarmAddress;
let content: Awaited<ReturnType<typeof makeLoadContent>>;
beforeAll(async () => {
  address = await startAlarmAddress();
  content = await makeLoadContent();
  whole = await startWholeBot({ settings: { ALERT_WEBHOOK_URL: address.url }, locales: content.folder });
}, 60_000);
afterAll(async () => {
  await whole.stop();
  await address.close();
  await content.remove();
});
beforeEach(async () => {
  await whole.call('DELETE', '/sim');
  address.kinds();
});

const fault = (given: object) => whole.call('POST', '/sim/faults', given);
const sends = () => whole.simulator.platform.apiCounts.read().byPath[sendPath] ?? 0;
const firstLine = ({ text }: { text: string }) => text.split('\n')[0];

/** The next retry of a message; undefined if none is pending. */
async function nextTryAt(): Promise<number | undefined> {
  const row = await whole.bot.dependencies.database.db
    .selectFrom('outgoing_messages')
    .select((eb) => eb.fn.min('next_attempt_at').as('at'))
    .where('state', 'in', ['pending', 'sending'])
    .executeTakeFirst();
  return row?.at ?? undefined;
}

/** Advances the clock from retry to retry until no message is pending. */
async function allSaid(): Promise<void> {
  await whole.settled();
  for (let at = await nextTryAt(); at !== undefined; at = await nextTryAt()) {
    await whole.advance(Math.max(at - whole.clock.now(), 0));
    await whole.settled();
  }
}

async function failures(): Promise<string[]> {
  const rows = await whole.bot.dependencies.database.db
    .selectFrom('outgoing_messages')
    .select(['failure', 'failure_detail'])
    .where('state', '=', 'failed')
    .orderBy('id')
    .execute();
  return rows.map(({ failure, failure_detail }) => [failure, failure_detail].filter(Boolean).join(' '));
}

/** The action of the second button of a resident's first message, and the next reply. */
async function picked({ userId }: Resident) {
  const [offer, next] = await whole.bot.dependencies.database.db
    .selectFrom('outgoing_messages')
    .innerJoin('conversations', 'conversations.id', 'conversation_id')
    .select(['content', 'intent'])
    .where('person_id', '=', userId)
    .orderBy('outgoing_messages.id')
    .execute();
  const button = offer?.content.kind === 'text' ? offer.content.buttons?.[1] : undefined;
  return { meant: button?.kind === 'reply' ? button.meaning.intent : undefined, intent: next?.intent };
}

test('with every fifth call failing, each message gets exactly one reply, in order', async () => {
  for (const kind of ['http500', 'reset', 'error']) await fault({ kind, rate: 0.07 });
  const residents: Resident[] = [];
  for (let index = 0; index < 5; index += 1) residents.push(await whole.newResident(`Resident ${index}`));
  const asked = questions.slice(0, 12);
  for (const { text } of asked) {
    for (const resident of residents) await resident.write(text);
    await whole.simulator.settled();
    await whole.advance(10_000);
  }
  await allSaid();
  for (const resident of residents) {
    expect((await resident.heard()).map(firstLine)).toEqual(asked.map(({ reply }) => reply));
  }
  expect(await failures()).toEqual([]);
}, 60_000);

test.each([-201, -233])(
  'buttons rejected with %d are sent as a numbered list, and a number picks one',
  async (code) => {
    await whole.call('POST', '/sim/switches', { buttons: 'refused', buttonsRefusal: code });
    const resident = await whole.newResident();
    await resident.act('follow');
    const [welcome] = await resident.news();
    expect(welcome?.buttons).toEqual([]);
    expect(welcome?.text).toMatch(/^2\. .+$/m);
    await resident.write('2');
    await whole.settled();
    const { meant, intent } = await picked(resident);
    expect(meant).toEqual(expect.any(String));
    expect(intent).toBe(meant);
  },
);

test('after "limit reached" nothing is sent before the next minute, then all of it', async () => {
  await whole.advance(60_000 - (whole.clock.now() % 60_000) + 20_000);
  const [lan, minh] = [await whole.newResident('Bà Lan'), await whole.newResident('Anh Minh')];
  await fault({ kind: 'error', code: -32 });
  await lan.write(first.text);
  await whole.settled();
  await minh.write(first.text);
  await whole.settled();
  await whole.advance(39_000);
  await whole.settled();
  expect(sends()).toBe(1);

  await whole.advance(1_000);
  expect((await lan.heard()).map(firstLine)).toEqual([first.reply]);
  expect((await minh.heard()).map(firstLine)).toEqual([first.reply]);
});

test.each([-230, -232])('no retry follows when the window is closed with %d', async (code) => {
  const before = (await failures()).length;
  const resident = await whole.newResident();
  await fault({ kind: 'error', code });
  await resident.write(first.text);
  await whole.settled();
  await whole.advance(24 * 60 * 60_000);
  await whole.settled();
  expect(sends()).toBe(1);
  expect((await failures()).slice(before)).toEqual([`window-closed ${code}`]);

  await resident.write(second.text);
  expect((await resident.heard()).map(firstLine)).toEqual([second.reply]);
});

test('a resident who blocked the OA gets no messages until they write again', async () => {
  const before = (await failures()).length;
  const resident = await whole.newResident();
  await whole.call('PATCH', `/sim/users/${resident.userId}`, { blocked: true });
  await resident.write('mã otp của tôi là 482913, tiếng bò kêu ra sao');
  await whole.settled();
  await whole.advance(24 * 60 * 60_000);
  await whole.settled();
  expect(sends()).toBe(1);
  expect((await failures()).slice(before)).toEqual(['blocked -244', 'blocked']);

  await whole.call('PATCH', `/sim/users/${resident.userId}`, { blocked: false });
  await resident.write(second.text);
  expect((await resident.heard()).map(firstLine)).toEqual([second.reply]);
});

test('an error that only the operator can fix raises one alarm, and the message is sent once it is fixed', async () => {
  const resident = await whole.newResident();
  await fault({ kind: 'error', code: -221, count: 3 });
  await resident.write(first.text);
  await allSaid();
  expect((await resident.heard()).map(firstLine)).toEqual([first.reply]);
  expect(sends()).toBe(4);
  expect(address.kinds()).toEqual(['sending-stopped']);
});
