import { oaId, otherOaId, type SimulatedZalo, startAt, startZalo } from './simulator-setup.ts';

let zalo: SimulatedZalo;
let userId: string;
beforeEach(async () => {
  zalo = await startZalo();
  userId = await zalo.addUser();
  await zalo.call('POST', `/sim/users/${userId}/messages`, { text: 'hi' });
});
afterEach(() => zalo.close());

const path = '/v3.0/oa/message/cs';
const send = (text: string) => zalo.api('POST', path, { recipient: { user_id: userId }, message: { text } });
const fault = (fields: object) => zalo.call('POST', '/sim/faults', fields);

async function rawSend(text: string, timeoutMs = 200): Promise<Response> {
  return fetch(`${zalo.url}${path}`, {
    method: 'POST',
    headers: { access_token: zalo.accessToken, 'Content-Type': 'application/json' },
    body: JSON.stringify({ recipient: { user_id: userId }, message: { text } }),
    signal: AbortSignal.timeout(timeoutMs),
  });
}

async function textsFromOa(): Promise<string[]> {
  const { messages } = await zalo.call('GET', `/sim/users/${userId}/messages`);
  return messages
    .filter(({ from }: { from: string }) => from === 'oa')
    .map(({ text }: { text: string }) => text);
}

describe('faults', () => {
  test('an error replaces the answer of a call, as often as the fault asks', async () => {
    await fault({ kind: 'error', code: -32, count: 2 });
    expect([(await send('a')).error, (await send('b')).error, (await send('c')).error]).toEqual([
      -32, -32, 0,
    ]);
    expect(await textsFromOa()).toEqual(['c']);
  });

  test('a 500 has no effect unless the fault says that the call was accepted', async () => {
    await fault({ kind: 'http500' });
    expect((await rawSend('a')).status).toBe(500);
    await fault({ kind: 'http500', accepted: true });
    expect((await rawSend('b')).status).toBe(500);
    expect(await textsFromOa()).toEqual(['b']);
    expect(await zalo.events('oa_send_text')).toHaveLength(1);
  });

  test.each(['timeout', 'reset'])(
    'a %s loses the answer of an accepted call unless the fault says otherwise',
    async (kind) => {
      await fault({ kind });
      await expect(rawSend('a')).rejects.toThrow();
      await fault({ kind, accepted: false });
      await expect(rawSend('b')).rejects.toThrow();
      expect(await textsFromOa()).toEqual(['a']);
    },
  );

  test('a fault hits only the path it names, and a rate lasts until cleared', async () => {
    await fault({ kind: 'error', path: '/v2.0/oa/getoa', rate: 1 });
    expect((await send('a')).error).toBe(0);
    for (let call = 0; call < 3; call++) expect((await zalo.api('GET', '/v2.0/oa/getoa')).error).toBe(-200);
    await zalo.call('DELETE', '/sim/faults');
    expect((await zalo.api('GET', '/v2.0/oa/getoa')).error).toBe(0);
  });

  test('a fault of an unknown kind is refused', async () => {
    expect((await fault({ kind: 'earthquake' })).error).toContain('kind');
  });
});

describe('people', () => {
  test('a person has a different 19-digit id at every OA', async () => {
    const first = await zalo.call('POST', '/sim/users', { name: 'Member' });
    const twin = { name: 'Member', oaId: otherOaId, sameAs: first.userId };
    const second = await zalo.call('POST', '/sim/users', twin);
    expect(first.userId).toMatch(/^\d{19}$/);
    expect(second.userId).not.toBe(first.userId);
    expect(second.personId).toBe(first.personId);
    await zalo.call('POST', `/sim/users/${second.userId}/messages`, { text: 'at the other office' });
    const events = await zalo.events('user_send_text');
    expect(events.at(-1)?.body.recipient.id).toBe(otherOaId);
  });

  test('an unknown person and an unknown OA are 404', async () => {
    const unknown = await fetch(`${zalo.url}/sim/users/1/messages`);
    expect(unknown.status).toBe(404);
    expect((await zalo.call('POST', '/sim/users', { name: 'x', oaId: '1' })).error).toBe('unknown OA');
  });

  test('a person can quote a message and send a photo whose file can be fetched', async () => {
    const { data } = await send('hello');
    await zalo.call('POST', `/sim/users/${userId}/messages`, {
      text: 'this?',
      quoteMessageId: data.message_id,
    });
    const upload = await fetch(`${zalo.url}/sim/media?name=a.jpg`, {
      method: 'POST',
      headers: { 'Content-Type': 'image/jpeg' },
      body: Buffer.from('jpeg'),
    });
    const { url } = (await upload.json()) as { url: string };
    const attachments = [{ type: 'image', payload: { url, thumbnail: url } }];
    const photo = { event_name: 'user_send_image', message: { attachments } };
    await zalo.call('POST', `/sim/users/${userId}/events`, photo);

    const [, quote] = await zalo.events('user_send_text');
    expect(quote?.body.message.quote_msg_id).toBe(data.message_id);
    const { messages } = await zalo.call('GET', `/sim/users/${userId}/messages`);
    expect(messages.at(-1)).toMatchObject({ from: 'user', text: '', attachments: [{ type: 'image', url }] });
    expect((await fetch(url)).headers.get('content-type')).toContain('image/jpeg');
  });

  test('a person who reads by hand marks every unseen message', async () => {
    await zalo.call('POST', '/sim/switches', { receipts: 'received' });
    const ids = [(await send('a')).data.message_id, (await send('b')).data.message_id];
    await zalo.call('POST', `/sim/users/${userId}/events`, { event_name: 'user_seen_message' });
    const [seen] = await zalo.events('user_seen_message');
    expect(seen?.body.message.msg_ids).toEqual(ids);
  });
});

describe('watching', () => {
  test('the log shows deliveries and calls, and never a token', async () => {
    await send('hello');
    await zalo.simulator.settled();
    const { entries } = await zalo.call('GET', '/sim/log');
    expect(entries.find(({ kind }: { kind: string }) => kind === 'api')).toMatchObject({
      method: 'POST',
      path,
      oaId,
      code: 0,
      request: { message: { text: 'hello' } },
    });
    const delivery = entries.find(({ kind }: { kind: string }) => kind === 'delivery');
    expect(delivery).toMatchObject({
      eventName: 'user_send_text',
      attempt: 0,
      outcome: 'answered',
      status: 200,
    });
    expect(delivery.signature).toMatch(/^mac=/);
    const everything = JSON.stringify([entries, await zalo.call('GET', '/sim/state')]);
    expect(everything).not.toContain(zalo.accessToken);
    expect(everything).not.toContain(zalo.refreshToken);
  });

  test('the log keeps the latest entries only', async () => {
    const small = await startZalo({ logCapacity: 5 });
    const id = await small.addUser();
    for (let index = 0; index < 10; index++)
      await small.call('POST', `/sim/users/${id}/messages`, { text: 'x' });
    await small.simulator.settled();
    const { entries } = await small.call('GET', '/sim/log');
    expect(entries).toHaveLength(5);
    expect((await small.call('GET', `/sim/log?since=${entries[2].id}`)).entries).toHaveLength(2);
    await small.close();
  });

  test('the stream sends each activity as it happens', async () => {
    const response = await fetch(`${zalo.url}/sim/stream`);
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    await zalo.call('POST', `/sim/users/${userId}/messages`, { text: 'live' });
    let seen = '';
    while (!seen.includes('event: delivery\n')) seen += (await reader?.read())?.value ?? '';
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    expect(seen).toContain('event: message\n');
    expect(seen).toContain('"text":"live"');
    await reader?.cancel();
  });

  test('the metrics count messages and repeated texts per person', async () => {
    for (const text of ['one', 'two', 'one']) await send(text);
    await zalo.simulator.settled();
    const metrics = await zalo.call('GET', '/sim/metrics');
    expect(metrics.users).toEqual([{ userId, fromUser: 1, fromOa: 3, repeatedTexts: 1 }]);
    expect(metrics.api).toMatchObject({ calls: 3, byCode: { 0: 3 }, byPath: { [path]: 3 } });
    expect(metrics.deliveries).toMatchObject({ enqueued: 10, answered: 10, failed: 0 });
  });
});

describe('steering', () => {
  test('the clock moves, and the hook for other users of the clock runs', async () => {
    const hookTimes: number[] = [];
    const other = await startZalo({ onClockMoved: (now) => void hookTimes.push(now) });
    expect(await other.call('POST', '/sim/clock', { advanceMs: 1_000 })).toEqual({ now: startAt + 1_000 });
    expect(hookTimes).toEqual([startAt + 1_000]);
    await other.close();
  });

  test('receipts can wait for the clock', async () => {
    await zalo.call('POST', '/sim/switches', { receiptDelayMs: 5_000 });
    await send('hello');
    expect(await zalo.events('user_seen_message')).toHaveLength(0);
    await zalo.call('POST', '/sim/clock', { advanceMs: 5_000 });
    expect(await zalo.events('user_seen_message')).toHaveLength(1);
  });

  test('an unknown switch is refused and changes nothing', async () => {
    const answer = await zalo.call('POST', '/sim/switches', { echoes: false, gravity: false });
    expect(answer.error).toContain('gravity');
    expect((await zalo.call('GET', '/sim/state')).switches.echoes).toBe(true);
  });

  test('a reset forgets people, faults and switches; OAs and their grants stay', async () => {
    await zalo.call('POST', '/sim/switches', { echoes: false });
    await fault({ kind: 'error', rate: 1 });
    await zalo.call('DELETE', '/sim');
    const state = await zalo.call('GET', '/sim/state');
    expect(state).toMatchObject({ users: [], faults: [], switches: { echoes: true } });
    expect((await zalo.api('GET', '/v2.0/oa/getoa')).error).toBe(0);
  });

  test('an OA can be added and granted', async () => {
    await zalo.call('POST', '/sim/oas', { oaId: '1872450913366021549', name: 'Third' });
    const pair = await zalo.call('POST', '/sim/oas/1872450913366021549/tokens');
    const headers = { access_token: pair.access_token };
    const answer = await (await fetch(`${zalo.url}/v2.0/oa/getoa`, { headers })).json();
    expect(answer).toMatchObject({ data: { oaid: '1872450913366021549', name: 'Third' } });
  });
});

describe('the messages API of a phone', () => {
  const lastOf = async (id: string) => (await zalo.call('GET', `/sim/users/${id}/messages`)).messages.at(-1);

  test('an answer marks as seen what the person wrote before it, and nothing after', async () => {
    await send('hello');
    await zalo.call('POST', `/sim/users/${userId}/messages`, { text: 'and then?' });
    await zalo.simulator.settled();
    const { messages } = await zalo.call('GET', `/sim/users/${userId}/messages`);
    const written = messages.filter(({ from }: { from: string }) => from === 'user');
    expect(written.map(({ state }: { state: string }) => state)).toEqual(['seen', 'delivered']);
  });

  test('the phone shows reactions of both sides until they are withdrawn, and the stream reports them', async () => {
    const { data } = await send('hello');
    const react = (react_icon: string) =>
      zalo.call('POST', `/sim/users/${userId}/events`, {
        event_name: 'user_reacted_message',
        message: { msg_id: data.message_id, react_icon },
      });
    await react('/-heart');
    expect((await lastOf(userId)).reaction).toBe('/-heart');
    await react('/-remove');
    expect((await lastOf(userId)).reaction).toBeUndefined();
    const { entries } = await zalo.call('GET', '/sim/log');
    const icons = entries.filter(({ kind }: { kind: string }) => kind === 'reaction');
    expect(icons.map(({ icon }: { icon?: string }) => icon)).toEqual(['/-heart', undefined]);
  });

  test('the phone shows where a person is, and how large their file is', async () => {
    await zalo.call('POST', `/sim/users/${userId}/events`, { event_name: 'user_send_location' });
    expect((await lastOf(userId)).attachments).toEqual([
      { type: 'location', url: '', latitude: 20.683451, longitude: 105.74192 },
    ]);
    await zalo.call('POST', `/sim/users/${userId}/events`, { event_name: 'user_send_file' });
    expect((await lastOf(userId)).attachments).toMatchObject([{ title: 'example.pdf', sizeBytes: 183_204 }]);
  });

  test('the phone shows the profile and menu of an OA, and the last message of each person', async () => {
    const menu = [
      { title: 'Topics', type: 'oa.query.show', payload: '#topics' },
      {
        title: 'More',
        items: [{ title: 'Site', type: 'oa.open.url', payload: { url: 'https://example.vn' } }],
      },
    ];
    await zalo.call('POST', '/sim/oas', { oaId: otherOaId, name: 'Other', description: 'Helps', menu });
    const state = await zalo.call('GET', '/sim/state');
    expect(state.oas[1]).toMatchObject({ oaId: otherOaId, description: 'Helps', menu });
    expect(state.users).toMatchObject([{ userId, messages: 1, lastMessage: { text: 'hi' } }]);
    expect(state.logId).toBeGreaterThan(0);
  });

  test('a menu of four columns is refused', async () => {
    const item = { title: 'Topics', type: 'oa.query.show', payload: '#topics' };
    const profile = { oaId: otherOaId, name: 'Other', menu: [item, item, item, item] };
    expect((await zalo.call('POST', '/sim/oas', profile)).error).toContain('menu');
  });

  test('the list of switches names every switch with its values', async () => {
    const { properties } = await zalo.call('GET', '/sim/switches');
    expect(Object.keys(properties)).toEqual(Object.keys((await zalo.call('GET', '/sim/state')).switches));
    expect(properties.receipts.enum).toEqual(['none', 'received', 'seen']);
  });
});
