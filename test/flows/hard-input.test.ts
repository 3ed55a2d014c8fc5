import { type AlarmAddress, startAlarmAddress } from '../helpers/alarm-address.ts';
import { deliver, textEvent } from '../helpers/deliveries.ts';
import { makeLoadContent, type Question, questions } from '../helpers/load-content.ts';
import { until } from '../helpers/until.ts';
import { startWholeBot, type WholeBot } from '../helpers/whole-bot.ts';

const question = questions[0] as Question;

const metricsToken = 'a-token-for-the-figures';

let whole: WholeBot;
let address: AlarmAddress;
let content: Awaited<ReturnType<typeof makeLoadContent>>;
beforeAll(async () => {
  address = await startAlarmAddress();
  content = await makeLoadContent();
  whole = await startWholeBot({
    settings: { ALERT_WEBHOOK_URL: address.url, METRICS_TOKEN: metricsToken },
    locales: content.folder,
  });
}, 60_000);
afterAll(async () => {
  await whole.stop();
  await address.close();
  await content.remove();
});

/** A person whom the bot may answer. @returns the id */
async function newPerson(): Promise<string> {
  const { userId } = await whole.newResident();
  Object.assign(whole.simulator.platform.people.users.get(userId) ?? {}, {
    lastInteractionAt: whole.clock.now(),
  });
  return userId;
}

const heard = (personId: string) =>
  whole.simulator.platform.conversations.list(personId).map(({ text }) => text);

const firstLine = (text: string) => text.split('\n')[0];

/** The counts of a person's stored messages by outcome. */
async function outcomes(personId: string): Promise<Record<string, number>> {
  const rows = await whole.bot.dependencies.database.db
    .selectFrom('incoming_events')
    .select((eb) => ['outcome', eb.fn.countAll<number>().as('count')])
    .where('person_id', '=', personId)
    .where('kind', '=', 'message')
    .groupBy('outcome')
    .execute();
  return Object.fromEntries(rows.map(({ outcome, count }) => [outcome ?? 'waiting', Number(count)]));
}

test('forty messages in a minute are all stored, and from the sixteenth on get one reply, to the last', async () => {
  const personId = await newPerson();
  const asked = Array.from({ length: 40 }, (_, index) => questions[index % questions.length] as Question);
  const startedAt = whole.clock.now() - 45_000;
  for (const [index, { text }] of asked.entries()) {
    const event = textEvent({ personId, text, messageId: `flood-${index}`, at: startedAt + index * 1_000 });
    expect(await deliver(whole, event)).toBe(200);
  }
  await until('the first fifteen are answered', () => heard(personId).length === 15);
  await whole.advance(4_900);
  await whole.advance(0);
  expect(await outcomes(personId)).toEqual({ answer: 15, waiting: 25 });

  await whole.advance(100);
  await until('the rest is answered', async () => {
    await whole.advance(0);
    return heard(personId).length === 16;
  });
  await whole.settled();
  expect(heard(personId).map(firstLine)).toEqual(
    [...asked.slice(0, 15), asked[39]].map((each) => each?.reply),
  );
  expect(await outcomes(personId)).toEqual({ answer: 16, covered: 24 });
});

describe('a text that no keyboard produces', () => {
  test.each([
    ['with NUL inside', question.text.replace(' ', ' \0')],
    ['with half of a surrogate pair', `${question.text} \ud83d`],
    ['inside right-to-left marks', `\u202e\u200f${question.text}\u202c`],
    ['in decomposed letters', question.text.normalize('NFD')],
    ['with blanks of all kinds', `\u00a0\u200b ${question.text}\u3000\ufeff`],
  ])('%s is understood like the plain one', async (_what, text) => {
    const personId = await newPerson();
    await deliver(whole, textEvent({ personId, text, messageId: `m-${personId}`, at: whole.clock.now() }));
    await whole.settled();
    expect(heard(personId).map(firstLine)).toEqual([question.reply]);
  });

  test.each([
    ['100,000 characters long', 'x'.repeat(100_000)],
    ['100,000 characters long and full of words', 'khai sinh '.repeat(10_000)],
    ['of emoji only', '👍🏽❤️👨‍👩‍👧'],
    ['of marks only', '\u202e\u200f\u200b'],
    ['of punctuation only', '???'],
    ['of blanks only', '   '],
    ['of half a surrogate pair only', '\udc00'],
    ['of NUL only', '\0'],
  ])('%s gets one reply and opens no ticket', async (_what, text) => {
    const personId = await newPerson();
    await deliver(whole, textEvent({ personId, text, messageId: `m-${personId}`, at: whole.clock.now() }));
    await whole.settled();
    expect(heard(personId)).toEqual([expect.stringMatching(/^\S[\s\S]{9,599}$/)]);
    expect(await outcomes(personId)).not.toHaveProperty('waiting');
    const { db } = whole.bot.dependencies.database;
    expect(await db.selectFrom('tickets').select('id').execute()).toEqual([]);
  });
});

describe('deliveries of another app or OA', () => {
  const foreign = (changes: object) =>
    deliver(whole, textEvent({ personId: '1', text: 'x', messageId: 'm1', at: whole.clock.now() }, changes));

  test('are dropped, and reported once an hour', async () => {
    address.kinds();
    for (let times = 0; times < 3; times += 1) {
      expect(await foreign({ app_id: '999' })).toBe(200);
      expect(await foreign({ recipient: { id: '1111111111111111111' } })).toBe(200);
    }
    await until('both alarms have come', () => address.alarms.length >= 2);
    await whole.advance(60 * 60_000);
    await foreign({ app_id: '999' });
    await foreign({ recipient: { id: '1111111111111111111' } });
    await until('both alarms have come again', () => address.alarms.length >= 4);
    expect(address.kinds()).toEqual(['wrong-app', 'unknown-oa', 'wrong-app', 'unknown-oa']);
    const { db } = whole.bot.dependencies.database;
    expect(
      await db.selectFrom('incoming_events').select('id').where('person_id', '=', '1').execute(),
    ).toEqual([]);
  });

  test('are not reported when they are probes or test bodies of the Zalo console', async () => {
    await foreign({
      app_id: '998',
      message: { msg_id: 'This is message id', text: 'This is testing message' },
    });
    expect(await deliver(whole, '', '')).toBe(200);
    expect(await deliver(whole, '{}', '')).toBe(200);
    expect(address.kinds()).toEqual([]);
  });
});

test('metrics are shown only with their token', async () => {
  const figures = (headers: Record<string, string>) => fetch(`${whole.botUrl}/metrics`, { headers });
  expect((await figures({})).status).toBe(403);
  expect((await figures({ authorization: 'Bearer another-token-of-this-length' })).status).toBe(403);
  const shown = await figures({ authorization: `Bearer ${metricsToken}` });
  expect(await shown.text()).toContain('cau_noi_deliveries_total{result="wrong-app"}');
});
