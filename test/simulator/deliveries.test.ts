import { isSignedBy } from '../../src/zalo/events/signature.ts';
import { appId, oaId, oaSecretKey, type SimulatedZalo, startAt, startZalo } from './simulator-setup.ts';

let zalo: SimulatedZalo;
beforeEach(async () => {
  zalo = await startZalo();
});
afterEach(() => zalo.close());

const minute = 60_000;

async function write(text: string): Promise<string> {
  const userId = await zalo.addUser();
  await zalo.call('POST', `/sim/users/${userId}/messages`, { text });
  await zalo.simulator.settled();
  return userId;
}

describe('a delivery', () => {
  test('a delivery is signed over its raw bytes with the OA secret key', async () => {
    await write('Xã Hương Sơn 👍🏽 "hỏi/đáp"\nthủ tục');

    const [delivery] = zalo.receiver.received;
    const { raw, headers, body } = delivery ?? fail();
    const header = String(headers['x-zevent-signature']);
    expect(header).toMatch(/^mac=[0-9a-f]{64}$/);
    expect(isSignedBy([oaSecretKey], header, { appId, body: raw, timestamp: body.timestamp })).toBe(true);
    expect(isSignedBy(['another'], header, { appId, body: raw, timestamp: body.timestamp })).toBe(false);
    expect(raw.toString()).toBe(JSON.stringify(body));
  });

  test('a delivery comes in both key orders, which a switch can fix', async () => {
    const userId = await write('one');
    await zalo.call('POST', `/sim/users/${userId}/messages`, { text: 'two' });
    await zalo.call('POST', '/sim/switches', { keyOrder: 'documentation' });
    await zalo.call('POST', `/sim/users/${userId}/messages`, { text: 'three' });
    await zalo.simulator.settled();

    const orders = zalo.receiver.received.map(({ body }) => Object.keys(body).indexOf('sender'));
    expect(orders).toEqual([4, 1, 1]);
  });

  test('the timestamps of one person rise even when the clock stands still', async () => {
    const userId = await write('one');
    await zalo.call('POST', `/sim/users/${userId}/messages`, { text: 'two' });

    const events = await zalo.events('user_send_text');
    expect(events.map(({ body }) => Number(body.timestamp))).toEqual([startAt, startAt + 1]);
  });

  test.each([
    ['bare-hex', /^[0-9a-f]{64}$/],
    ['wrong', /^mac=0{64}$/],
  ])('a delivery can carry a signature that is %s', async (signatureHeader, form) => {
    await zalo.call('POST', '/sim/switches', { signatureHeader });
    await write('hello');
    expect(zalo.receiver.received[0]?.headers['x-zevent-signature']).toMatch(form);
  });

  test('a delivery can come unsigned, several times, and with a numeric timestamp that is still signed', async () => {
    await zalo.call('POST', '/sim/switches', {
      signatureHeader: 'none',
      duplicateRate: 1,
      duplicateCopies: 5,
    });
    await write('hello');
    expect(zalo.receiver.received).toHaveLength(6);
    expect(zalo.receiver.received[0]?.headers['x-zevent-signature']).toBeUndefined();

    await zalo.call('POST', '/sim/switches', {
      signatureHeader: 'mac',
      duplicateRate: 0,
      numericTimestamp: true,
    });
    await write('again');
    const { raw, headers, body } = zalo.receiver.received.at(-1) ?? fail();
    const header = String(headers['x-zevent-signature']);
    expect(body.timestamp).toBe(startAt);
    expect(isSignedBy([oaSecretKey], header, { appId, body: raw, timestamp: String(startAt) })).toBe(true);
  });

  test('deliveries are kept back and shuffled when the switches say so, and none is lost', async () => {
    await zalo.call('POST', '/sim/switches', { holdDeliveries: true });
    const userId = await zalo.addUser();
    const texts = Array.from({ length: 40 }, (_, index) => `message ${index}`);
    for (const text of texts) await zalo.call('POST', `/sim/users/${userId}/messages`, { text });
    expect(zalo.receiver.received).toHaveLength(0);

    await zalo.call('POST', '/sim/switches', { holdDeliveries: false, reorder: true });
    const arrived = (await zalo.events('user_send_text')).map(({ body }) => body.message.text as string);
    expect(arrived).not.toEqual(texts);
    expect(arrived).toHaveLength(texts.length);
    expect(new Set(arrived)).toEqual(new Set(texts));
  });

  test('the ticks of a message move when the webhook has accepted it', async () => {
    const userId = await write('hello');
    const { messages } = await zalo.call('GET', `/sim/users/${userId}/messages`);
    expect(messages).toMatchObject([{ from: 'user', text: 'hello', state: 'delivered', buttons: [] }]);
  });
});

describe('the retry ladder', () => {
  const ladder = [30_000, 5 * minute, 15 * minute, 30 * minute, 60 * minute];

  async function advance(advanceMs: number): Promise<void> {
    await zalo.call('POST', '/sim/clock', { advanceMs });
    await zalo.simulator.settled();
  }

  test('a failed delivery repeats the same bytes after 30 s, 5, 15, 30 and 60 minutes, then disables the webhook', async () => {
    zalo.receiver.status = 500;
    await write('hello');
    expect(zalo.receiver.received).toHaveLength(1);

    for (const [index, waitMs] of ladder.entries()) {
      await advance(waitMs - 1);
      expect(zalo.receiver.received).toHaveLength(index + 1);
      await advance(1);
      expect(zalo.receiver.received).toHaveLength(index + 2);
      expect(zalo.receiver.received.at(-1)?.headers.num_retry).toBe(String(index + 1));
    }
    expect(new Set(zalo.receiver.received.map(({ raw }) => raw.toString())).size).toBe(1);
    expect((await zalo.call('GET', '/sim/state')).webhook.enabled).toBe(false);

    zalo.receiver.status = 200;
    await write('nobody hears this');
    expect(zalo.receiver.received).toHaveLength(6);
    await zalo.call('POST', '/sim/webhook', { enabled: true });
    await write('this arrives');
    expect(zalo.receiver.received).toHaveLength(7);
  });

  test('the ladder ends as soon as the webhook answers 200', async () => {
    zalo.receiver.status = 503;
    await write('hello');
    zalo.receiver.status = 200;
    await advance(30_000);
    await advance(120 * minute);
    expect(zalo.receiver.received).toHaveLength(2);
    expect((await zalo.call('GET', '/sim/state')).webhook).toMatchObject({ enabled: true, retrying: 0 });
  });

  test('the ladder starts only for lost connections when that switch is on', async () => {
    await zalo.call('POST', '/sim/switches', { retryOn: 'no-connection' });
    zalo.receiver.status = 500;
    await write('hello');
    await advance(30_000);
    expect(zalo.receiver.received).toHaveLength(1);

    await zalo.receiver.close();
    await write('nobody is there');
    expect((await zalo.call('GET', '/sim/state')).webhook.retrying).toBe(1);
  });

  test('the ladder can be scaled down', async () => {
    await zalo.call('POST', '/sim/switches', { retryScale: 0.001 });
    zalo.receiver.status = 500;
    await write('hello');
    await advance(30);
    expect(zalo.receiver.received).toHaveLength(2);
  });

  test('the ladder starts when the answer takes longer than the limit', async () => {
    const slow = await startZalo({ switches: { answerTimeoutMs: 50 } });
    const silent = (await import('node:http')).createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as { port: number };
    await slow.call('POST', '/sim/webhook', { url: `http://127.0.0.1:${port}/` });
    await slow.call('POST', `/sim/users/${await slow.addUser()}/messages`, { text: 'hello' });
    await slow.simulator.settled();

    const { entries } = await slow.call('GET', '/sim/log');
    expect(entries.at(-1)).toMatchObject({
      kind: 'delivery',
      outcome: 'timeout',
      nextAttemptAt: startAt + 30_000,
    });
    silent.closeAllConnections();
    silent.close();
    await slow.close();
  });
});

test('only texts with # are delivered under the syntax filter, and none without a grant when the switch requires one', async () => {
  await zalo.call('POST', '/sim/switches', { syntaxFilter: true });
  await write('hello');
  await write('#menu');
  expect(zalo.receiver.received.map(({ body }) => body.message.text)).toEqual(['#menu']);

  await zalo.call('POST', '/sim/switches', { syntaxFilter: false, eventsNeedGrant: true });
  await zalo.call('DELETE', `/sim/oas/${oaId}/grant`);
  await write('hello again');
  expect(zalo.receiver.received).toHaveLength(1);
});

function fail(): never {
  throw new Error('nothing was delivered');
}
