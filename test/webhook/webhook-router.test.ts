import { readdir, readFile } from 'node:fs/promises';
import type { Database } from '../../src/database/database.ts';
import type { IncomingEvent } from '../../src/message.ts';
import { signDelivery } from '../../src/zalo/events/signature.ts';
import { createTestDatabase } from '../helpers/test-database.ts';
import { until } from '../helpers/until.ts';
import {
  appId,
  connectOa,
  fixture,
  now,
  oaId,
  personId,
  sealer,
  secret,
  sign,
  startWebhook,
  textBody,
  type WebhookServer,
} from './webhook-server.ts';

let database: Database;
let server: WebhookServer;

beforeAll(async () => {
  database = await createTestDatabase();
  await connectOa(database);
});
beforeEach(async () => {
  server = await startWebhook({ database });
});
afterEach(async () => {
  await server.close();
  await database.db.deleteFrom('incoming_events').execute();
});
afterAll(() => database.close());

const storedRows = () => database.db.selectFrom('incoming_events').selectAll().orderBy('id').execute();

async function storedText(): Promise<string | undefined> {
  const event = (await storedRows())[0]?.event as Extract<IncomingEvent, { kind: 'message' }> | undefined;
  return event?.text;
}

async function expectDropped(result: string): Promise<void> {
  expect(await storedRows()).toEqual([]);
  expect(server.jobs).toEqual([]);
  expect(await server.metricsText()).toContain(`cau_noi_deliveries_total{result="${result}"} 1`);
}

describe('POST /webhooks/zalo with bad input', () => {
  test('answers GET with 200', async () => {
    expect(await server.get('/webhooks/zalo')).toBe(200);
  });

  test('answers 413 to a body over 256 KB and accepts one just under it', async () => {
    expect(await server.post(Buffer.alloc(256 * 1024 + 1, 0x20))).toBe(413);
    await expectDropped('too-large');
    expect(await server.post(Buffer.alloc(256 * 1024, 0x20))).toBe(200);
  });

  test('answers 413 to a body without a length that turns out to be over 256 KB', async () => {
    expect(await server.postInChunks(Array(5).fill(Buffer.alloc(64 * 1024, 0x20)))).toBe(413);
    await expectDropped('too-large');
  });

  test('accepts nothing from a sender that breaks off', async () => {
    server.breakOff(Buffer.from(textBody('a', 'm1')).subarray(0, 50));
    await until('it is counted', async () =>
      (await server.metricsText()).includes('deliveries_total{result="unreadable"} 1'),
    );
    await expectDropped('unreadable');
  });

  test('handles no other method and no other path', async () => {
    expect(await server.request('PUT', '/webhooks/zalo')).toBe(404);
    expect(await server.request('POST', '/webhooks/zalo/other')).toBe(404);
    expect(await server.request('POST', '/webhooks/zalo/?a=1')).toBe(200);
  });

  test.each([
    ['an empty body', ''],
    ['no JSON', 'hello'],
    ['broken UTF-8', Buffer.from([0xff, 0xfe, 0x7b])],
    ['an array', '[]'],
    ['null', 'null'],
    ["the console's probe", '{"event":"test"}'],
  ])('drops %s with 200 and no alarm, signed by a stranger or not at all', async (_, body) => {
    expect(await server.post(body)).toBe(200);
    await expectDropped('unsigned');
    expect(await server.post(body, { 'x-zevent-signature': `mac=${'a'.repeat(64)}` })).toBe(200);
    await expectDropped('wrong-shape');
    expect(server.alarms).toEqual([]);
  });

  test('drops an unsigned event with 200', async () => {
    expect(await server.post(textBody('a', 'm1'))).toBe(200);
    await expectDropped('unsigned');
  });

  test('does not parse what nobody signed', async () => {
    const body = `{"app_id":"${appId}","timestamp":"1",${'['.repeat(100_000)}`;
    expect(await server.post(body, { 'x-zevent-signature': `mac=${'a'.repeat(64)}` })).toBe(200);
    await expectDropped('bad-signature');
  });

  test('drops what our key signed and is no JSON', async () => {
    const body = Buffer.from(`{"app_id":"${appId}","timestamp":"1",`);
    const signature = signDelivery({ appId, body, timestamp: '1', secret });
    expect(await server.post(body, { 'x-zevent-signature': signature })).toBe(200);
    await expectDropped('not-json');
  });

  test.each([
    ['another secret', `mac=${'a'.repeat(64)}`],
    ['no hex', 'mac=zz'],
    ['a cut value', sign(textBody('a', 'm1')).slice(0, -1)],
  ])('drops a body when its signature comes from %s', async (_, signature) => {
    expect(await server.post(textBody('a', 'm1'), { 'x-zevent-signature': signature })).toBe(200);
    await expectDropped('bad-signature');
  });

  test('rejects the signature made over the re-serialised body', async () => {
    const listed = await readFile(new URL('../fixtures/zalo-events/SIGNATURES.txt', import.meta.url), 'utf8');
    const signature = listed.trim().split('\n').at(-1) as string;
    expect(signature).toMatch(/^mac=/);
    const body = await fixture('user_send_text_unicode');
    expect(await server.post(body, { 'x-zevent-signature': signature })).toBe(200);
    await expectDropped('bad-signature');
  });

  test('drops a body that was changed after signing', async () => {
    const signature = sign(textBody('a', 'm1'));
    expect(await server.post(textBody('b', 'm1'), { 'x-zevent-signature': signature })).toBe(200);
    await expectDropped('bad-signature');
  });

  test('drops a delivery for another app, with an alarm', async () => {
    expect(await server.deliver(textBody('a', 'm1', { app_id: '1' }))).toBe(200);
    await expectDropped('wrong-app');
    expect(server.alarms).toEqual([{ kind: 'wrong-app' }]);
  });

  test("raises an alarm for another app only when our key signed the delivery, not for a stranger's invention", async () => {
    const body = textBody('a', 'm1', { app_id: '1' });
    const signed = { body: Buffer.from(body), timestamp: '1790131261007', appId: '1' };
    await server.post(body, { 'x-zevent-signature': signDelivery({ ...signed, secret: 'a guess' }) });
    await expectDropped('bad-signature');
    expect(server.alarms).toEqual([]);
    await server.post(body, { 'x-zevent-signature': signDelivery({ ...signed, secret }) });
    expect(server.alarms).toEqual([{ kind: 'wrong-app' }]);
  });

  test('drops a delivery of an OA that is not connected, with an alarm', async () => {
    expect(await server.deliver(textBody('a', 'm1', { recipient: { id: '55' } }))).toBe(200);
    await expectDropped('unknown-oa');
    expect(server.alarms).toEqual([{ kind: 'unknown-oa', oaId: '55' }]);
  });

  test.each([{ recipient: { id: '55' } }, { app_id: '1' }])(
    "drops the console's Test bodies without an alarm: %j",
    async (changes) => {
      expect(await server.deliver(textBody('This is testing message', 'This is message id', changes))).toBe(
        200,
      );
      expect(await storedRows()).toEqual([]);
      expect(server.alarms).toEqual([]);
    },
  );

  test('drops a signed body of an unknown shape', async () => {
    expect(await server.deliver(textBody('a', 'm1', { message: 'text' }))).toBe(200);
    await expectDropped('wrong-shape');
  });

  test('accepts an OA as soon as it is connected', async () => {
    await connectOa(database, '77');
    expect(await server.deliver(textBody('a', 'm1', { recipient: { id: '77' } }))).toBe(200);
    expect(await storedRows()).toHaveLength(1);
  });

  test('answers 200 and stores nothing for 1,000 mutations of real bodies', async () => {
    const names = await fixtureNames();
    const random = seeded(2026);
    const statuses = new Set<number>();
    for (let round = 0; round < 20; round++) {
      const bodies = await Promise.all(
        Array.from({ length: 50 }, () => fixture(names[Math.floor(random() * names.length)] as string)),
      );
      const results = await Promise.all(
        bodies.map((body) => server.post(mutate(body, random), { 'x-zevent-signature': sign(body) })),
      );
      for (const status of results) statuses.add(status);
    }
    expect([...statuses]).toEqual([200]);
    expect(await storedRows()).toEqual([]);
    expect(server.jobs).toEqual([]);
  }, 60_000);
});

describe('the 53 sample bodies', () => {
  test('are answered 200, stored once and masked; a repeat changes nothing', async () => {
    const names = await fixtureNames();
    expect(names).toHaveLength(53);
    for (const name of names) expect([name, await server.deliver(await fixture(name))]).toEqual([name, 200]);
    const rows = await storedRows();
    expect(rows).toHaveLength(53);
    expect(JSON.stringify(rows)).not.toMatch(/8490000000\d/);
    expect(JSON.stringify(rows)).not.toMatch(/ngõ 12|05\/08\/1987/);
    const jobs = server.jobs.length;

    for (const name of names) expect(await server.deliver(await fixture(name))).toBe(200);
    expect(await storedRows()).toEqual(rows);
    expect(server.jobs).toHaveLength(jobs);
    expect(await server.metricsText()).toContain('cau_noi_deliveries_total{result="repeat"} 53');
  });

  test.each([
    ['user_send_text', personId],
    ['user_send_image', personId],
    ['anonymous_send_text', '7712049935516620384'],
    ['follow', personId],
    ['unfollow', personId],
    ['user_submit_info', personId],
    ['user_withdraw', personId],
  ])('%s wakes the conversation of its person', async (name, id) => {
    await server.deliver(await fixture(name));
    await until('the wake is given', () => server.jobs.length > 0);
    expect(server.jobs).toEqual([
      { name: 'wake-conversation', data: { oaId, personId: id }, key: `wake-${oaId}-${id}` },
    ]);
    expect((await storedRows())[0]).toMatchObject({ handled_at: null, outcome: null });
  });

  test.each(['oa_send_text', 'oa_send_text_admin', 'user_seen_message', 'user_reacted_message'])(
    '%s is matched by the one job for signals and causes no wake',
    async (name) => {
      await server.deliver(await fixture(name));
      await until('the job is ordered', () => server.jobs.length > 0);
      expect(server.jobs).toEqual([{ name: 'match-signals', data: {}, key: 'signals' }]);
    },
  );

  test.each(['add_user_to_tag', 'user_send_group_text', 'user_feedback', 'user_received_message_zns'])(
    '%s is done once stored',
    async (name) => {
      await server.deliver(await fixture(name));
      expect((await storedRows())[0]).toMatchObject({ outcome: 'counted', handled_at: expect.any(Number) });
      expect(server.jobs).toEqual([]);
    },
  );

  test('a group is stored, and marked as left when it is gone', async () => {
    const groups = () => database.db.selectFrom('oa_groups').selectAll().execute();
    await server.deliver(await fixture('create_group'));
    await until('the group is there', async () => (await groups()).length === 1);
    expect(await groups()).toMatchObject([{ oa_id: oaId, group_id: 'f07c5513ab20e9d4471b', left_at: null }]);
    const body = JSON.parse(String(await fixture('create_group'))) as object;
    await server.deliver(JSON.stringify({ ...body, event_name: 'delete_group' }));
    await until('it is left', async () => (await groups())[0]?.left_at === 1_790_134_372_364);
  });

  test('an unknown event is stored without its text', async () => {
    await server.deliver(textBody('bí mật', 'm1', { event_name: 'user_send_hologram' }));
    expect(await storedRows()).toMatchObject([
      { kind: 'unsupported', event_name: 'user_send_hologram', person_id: personId, outcome: 'counted' },
    ]);
    expect(JSON.stringify(await storedRows())).not.toContain('bí mật');
  });

  test("the OA's last-seen time is updated", async () => {
    await server.deliver(await fixture('user_send_text'));
    await until('the time is written', async () => {
      const oa = await database.db
        .selectFrom('oas')
        .select('last_event_at')
        .where('oa_id', '=', oaId)
        .executeTakeFirst();
      return oa?.last_event_at !== null;
    });
  });
});

describe('the stored event', () => {
  test('contains marks instead of secrets, and the phone sealed beside it', async () => {
    await server.deliver(textBody('OTP 482913, gọi 0912 345 678, cccd 001085012345', 'm1'));
    const [row] = await storedRows();
    expect(row?.event).toMatchObject({
      text: 'OTP [mã OTP], gọi [số điện thoại], cccd [số căn cước]',
      secrets: ['otp', 'phone', 'national-id'],
    });
    expect(sealer.open(row?.phone_encrypted as string)).toBe('84912345678');
  });

  test('has the phone of a shared contact sealed beside it', async () => {
    await server.deliver(await fixture('user_submit_info'));
    const [row] = await storedRows();
    expect(row?.event).toMatchObject({ kind: 'contact-shared', name: 'Trần Thị Ví Dụ' });
    expect(row?.event).not.toHaveProperty('phone');
    expect(sealer.open(row?.phone_encrypted as string)).toBe('84900000002');
  });

  test.each([
    ['NUL', 'xin\u0000chào', 'xinchào'],
    ['right-to-left and zero-width marks', '\u202ea\u200bbc\u200f', 'abc'],
    ['control characters and other line ends', 'a\u001b[2Jb\r\nc\u2028d\u0085e', 'a[2Jb\nc\nd\ne'],
    ['emoji', 'cảm ơn 👍🏽👨‍👩‍👧', 'cảm ơn 👍🏽👨‍👩‍👧'],
    ['NFD', 'giấy khai sinh'.normalize('NFD'), 'giấy khai sinh'],
    ['white space only', ' \n\t ', ' \n\t '],
    ['SQL and markup', `'); drop table oas; -- <b>"\\`, `'); drop table oas; -- <b>"\\`],
  ])('is safe with %s in the text', async (_, text, stored) => {
    expect(await server.deliver(textBody(text, 'm1'))).toBe(200);
    expect(await storedText()).toBe(stored);
  });

  test('is safe with lone surrogates', async () => {
    const body = textBody('a\ud800b\udc00c', 'm1');
    expect(await server.deliver(body)).toBe(200);
    expect(await storedText()).toBe('a\ufffdb\ufffdc');
  });

  test('is safe with 100,000 characters', async () => {
    expect(await server.deliver(textBody('dài '.repeat(25_000), 'm1'))).toBe(200);
    expect((await storedText())?.length).toBeLessThan(11_000);
    expect(server.jobs).toHaveLength(1);
  });

  test.each([
    ['huge arrays', { extra: Array(100_000).fill(0) }],
    ['ids as numbers', { sender: { id: 12_345 } }],
    ['a time as a number', { timestamp: 1_790_131_261_007 }],
    ['keys of prototypes', JSON.parse('{"__proto__":{"id":"x"},"constructor":{}}') as object],
  ])('is safe with %s', async (_, changes) => {
    expect(await server.deliver(textBody('chào', 'm1', changes))).toBe(200);
    expect(await storedText()).toBe('chào');
  });

  test('is never from the future, whatever time the body claims', async () => {
    await server.deliver(textBody('chào', 'm1', { timestamp: '253402300799000' }));
    const [row] = await storedRows();
    expect(row?.event).toMatchObject({ occurredAt: now });
    expect(Number(row?.occurred_at)).toBe(now);
  });

  test('is safe with deep nesting', async () => {
    const nested = '['.repeat(100_000) + ']'.repeat(100_000);
    expect(await server.deliver(textBody('chào', 'm1').replace('{', `{"extra":${nested},`))).toBe(200);
    expect(await storedText()).toBe('chào');
  });

  test.each([
    ['an id too large for a number', '{"id":6934410285517730946}'],
    ['an empty id', '{"id":""}'],
    ['an id as long as a book', `{"id":"${'9'.repeat(50_000)}"}`],
  ])('is absent for %s', async (_, sender) => {
    const body = textBody('chào', 'm1').replace(`{"id":"${personId}"}`, sender);
    expect(await server.deliver(body)).toBe(200);
    expect(await storedRows()).toEqual([]);
  });

  test('is whole and separate for deliveries that arrive together', async () => {
    const bodies = Array.from({ length: 200 }, (_, at) => textBody(`tin ${at}`, `m${at}`));
    const statuses = await Promise.all([...bodies, ...bodies].map((body) => server.deliver(body)));
    expect(new Set(statuses)).toEqual(new Set([200]));
    const rows = await storedRows();
    expect(new Set(rows.map(({ event }) => (event as { text?: string }).text)).size).toBe(200);
    expect(rows).toHaveLength(200);
  });
});

async function fixtureNames(): Promise<string[]> {
  const files = await readdir(new URL('../fixtures/zalo-events/', import.meta.url));
  return files.filter((file) => file.endsWith('.json')).map((file) => file.slice(0, -'.json'.length));
}

/** A small generator of pseudo-random numbers from 0 to 1, the same in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

/** Changes, drops, duplicates or inserts up to ten bytes; never returns the same bytes. */
function mutate(body: Buffer, random: () => number): Buffer {
  let mutated = Buffer.from(body);
  for (let left = 1 + Math.floor(random() * 10); left > 0 || mutated.equals(body); left--) {
    const at = Math.floor(random() * mutated.length);
    const byte = Math.floor(random() * 256);
    const kind = Math.floor(random() * 4);
    if (kind === 0) mutated[at] = byte;
    if (kind === 1) mutated = Buffer.concat([mutated.subarray(0, at), mutated.subarray(at + 1)]);
    if (kind === 2)
      mutated = Buffer.concat([mutated.subarray(0, at), Buffer.from([byte]), mutated.subarray(at)]);
    if (kind === 3) mutated = mutated.subarray(0, Math.max(1, at));
  }
  return mutated;
}

test('the configured app id is the one in the fixtures', async () => {
  expect(JSON.parse(String(await fixture('user_send_text')))).toMatchObject({ app_id: appId });
});
