import { createHmac } from 'node:crypto';
import { appSecret, oaId, otherOaId, type SimulatedZalo, startAt, startZalo } from './simulator-setup.ts';

let zalo: SimulatedZalo;
let userId: string;
beforeEach(async () => {
  zalo = await startZalo();
  userId = await zalo.addUser();
  await zalo.call('POST', `/sim/users/${userId}/messages`, { text: 'hi' });
});
afterEach(() => zalo.close());

const hour = 3_600_000;
const send = (message: unknown, to = userId) =>
  zalo.api('POST', '/v3.0/oa/message/cs', { recipient: { user_id: to }, message });
const template = (payload: object) => ({ attachment: { type: 'template', payload } });
const media = (element: object) => template({ template_type: 'media', elements: [element] });
const show = (title: string) => ({ title, type: 'oa.query.show', payload: `#${title}` });
const withButtons = (...buttons: object[]) => ({ text: 'choose', ...template({ buttons }) });
const switchTo = (switches: object) => zalo.call('POST', '/sim/switches', switches);

describe('a consultation message', () => {
  test('the API answers a message with ids and time as text, and the phone shows it', async () => {
    const answer = await send({ text: 'hello' });
    expect(answer).toEqual({
      data: {
        message_id: expect.stringMatching(/^[0-9a-f]{20}$/),
        user_id: userId,
        sent_time: String(startAt),
        quota: { quota_type: 'reply' },
      },
      error: 0,
      message: 'Success',
    });
    const { messages } = await zalo.call('GET', `/sim/users/${userId}/messages`);
    expect(messages.at(-1)).toMatchObject({
      id: answer.data.message_id,
      from: 'oa',
      text: 'hello',
      at: startAt,
    });
  });

  test('a message is echoed, received and seen', async () => {
    const { data } = await send({ text: 'hello' });
    const [echo] = await zalo.events('oa_send_text');
    const [received] = await zalo.events('user_received_message');
    const [seen] = await zalo.events('user_seen_message');
    expect(echo?.body.sender.admin_id).toBeUndefined();
    expect(received?.body.message.msg_id).toBe(data.message_id);
    expect(seen?.body.message.msg_ids).toEqual([data.message_id]);
    const { messages } = await zalo.call('GET', `/sim/users/${userId}/messages`);
    expect(messages.at(-1).state).toBe('seen');
  });

  test('a message shows its buttons, and a tap sends the payload back as a text', async () => {
    const hide = { title: 'quiet', type: 'oa.query.hide', payload: '#quiet' };
    expect((await send(withButtons(show('menu'), hide))).error).toBe(0);
    const shown = await zalo.call('GET', `/sim/users/${userId}/messages`);
    expect(shown.messages.at(-1).buttons).toEqual([show('menu'), hide]);

    await zalo.call('POST', `/sim/users/${userId}/taps`, { payload: '#menu' });
    await zalo.call('POST', `/sim/users/${userId}/taps`, { payload: '#quiet' });
    const texts = (await zalo.events('user_send_text')).map(({ body }) => body.message.text);
    expect(texts).toEqual(['hi', '#menu', '#quiet']);
    const after = await zalo.call('GET', `/sim/users/${userId}/messages`);
    expect(after.messages.map(({ text }: { text: string }) => text)).toEqual(['hi', 'choose', '#menu']);
  });

  test('a message can ask for the contact, and the person can share it', async () => {
    const card = { title: 'Contact', subtitle: 'Please', image_url: 'https://example.vn/c.jpg' };
    expect((await send(template({ template_type: 'request_user_info', elements: [card] }))).error).toBe(0);
    const before = await zalo.api('GET', '/v3.0/oa/user/detail', { user_id: userId });
    expect(before.data.shared_info.phone).toBe('');

    await zalo.call('PATCH', `/sim/users/${userId}`, { phone: '84900000002' });
    await zalo.call('POST', `/sim/users/${userId}/events`, { event_name: 'user_submit_info' });
    const [shared] = await zalo.events('user_submit_info');
    expect(shared?.body.info.phone).toBe('84900000002');
    const after = await zalo.api('GET', '/v3.0/oa/user/detail', { user_id: userId });
    expect(after.data.shared_info.phone).toBe('84900000002');
  });
});

describe('a message is refused', () => {
  const image = { media_type: 'image', url: 'https://example.vn/1.jpg' };
  const sixButtons = ['a', 'b', 'c', 'd', 'e', 'f'].map(show);
  test.each<[string, number, unknown]>([
    ['without a message', -201, undefined],
    ['without text', -201, {}],
    ['with a blank text', -201, { text: ' ' }],
    ['over 2,000 characters', -210, { text: 'ă'.repeat(2_001) }],
    ['with six buttons', -201, withButtons(...sixButtons)],
    ['with a title over 100 characters', -201, withButtons(show('x'.repeat(101)))],
    [
      'with a button payload over 1,000 characters',
      -201,
      withButtons({ ...show('x'), payload: 'x'.repeat(1_001) }),
    ],
    ['with a button of an unknown type', -201, withButtons({ ...show('x'), type: 'oa.open.door' })],
    [
      'with a link that is none',
      -201,
      withButtons({ title: 'x', type: 'oa.open.url', payload: { url: 'x' } }),
    ],
    ['with a phone that is none', -201, withButtons({ title: 'x', type: 'oa.open.phone', payload: '113' })],
    ['with buttons but no text', -201, template({ buttons: [show('x')] })],
    [
      'with buttons and a template type',
      -201,
      { text: 'x', ...template({ template_type: 'button', buttons: [] }) },
    ],
    ['with a list', -233, template({ template_type: 'list', elements: [{ title: 'x' }] })],
    ['with both a url and an attachment id', -201, media({ ...image, attachment_id: 'x' })],
    ['with an attachment id that is unknown', -100, media({ media_type: 'image', attachment_id: 'x' })],
    ['with a gif of no size', -201, media({ ...image, media_type: 'gif' })],
    ['with a file token that is unknown', -100, { attachment: { type: 'file', payload: { token: 'x' } } }],
    ['with two cards', -201, template({ template_type: 'request_user_info', elements: [{}, {}] })],
  ])('%s: %i', async (_case, code, message) => {
    const answer = await send(message);
    expect(answer).toEqual({ error: code, message: expect.any(String) });
  });

  test('2,000 characters and five buttons are accepted', async () => {
    const answer = await send({ ...withButtons(...sixButtons.slice(1)), text: 'ă'.repeat(2_000) });
    expect(answer.error).toBe(0);
  });

  test('a message is refused when the person is unknown, of another OA, blocked or inactive', async () => {
    const stranger = await zalo.addUser({ oaId: otherOaId });
    expect((await send({ text: 'x' }, '1234567890123456789')).error).toBe(-213);
    expect((await send({ text: 'x' }, stranger)).error).toBe(-213);
    await zalo.call('PATCH', `/sim/users/${userId}`, { blocked: true });
    expect((await send({ text: 'x' })).error).toBe(-244);
    await zalo.call('PATCH', `/sim/users/${userId}`, { blocked: false, inactive: true });
    expect((await send({ text: 'x' })).error).toBe(-227);
  });

  test('buttons are refused as switched: all of them, their template type, their number', async () => {
    await switchTo({ buttons: 'refused', buttonsRefusal: -233 });
    expect((await send(withButtons(show('x')))).error).toBe(-233);
    await switchTo({ buttons: 'need-template-type' });
    expect((await send(withButtons(show('x')))).error).toBe(-201);
    const typed = { text: 'x', ...template({ template_type: 'button', buttons: [show('x')] }) };
    expect((await send(typed)).error).toBe(0);
  });

  test('the error names the field that is wrong', async () => {
    expect((await send(withButtons(show('x'.repeat(101))))).message).toBe('title is invalid!');
  });
});

describe('the windows', () => {
  async function advance(advanceMs: number): Promise<void> {
    await zalo.call('POST', '/sim/clock', { advanceMs });
    zalo.renewTokens();
  }

  test('messages are free for 48 hours, paid for 7 days, then refused until the person writes again', async () => {
    await advance(48 * hour);
    expect((await send({ text: 'x' })).data.quota).toEqual({ quota_type: 'reply' });
    await advance(1);
    const paid = await send({ text: 'x' });
    expect([paid.error, paid.data.quota]).toEqual([0, undefined]);
    await advance(5 * 24 * hour - 1);
    expect((await send({ text: 'x' })).error).toBe(0);
    await advance(1);
    expect((await send({ text: 'x' })).error).toBe(-230);

    await zalo.call('POST', `/sim/users/${userId}/messages`, { text: 'back again' });
    expect((await send({ text: 'x' })).data.quota).toEqual({ quota_type: 'reply' });
  });

  test('paid messages are refused without a cloud account or with an empty one', async () => {
    await advance(49 * hour);
    await switchTo({ cloudAccount: 'none' });
    expect((await send({ text: 'x' })).error).toBe(-320);
    await switchTo({ cloudAccount: 'empty' });
    expect((await send({ text: 'x' })).error).toBe(-321);
  });

  test('the window stays closed for a person who has not interacted; following opens one', async () => {
    const quiet = await zalo.addUser();
    expect((await send({ text: 'x' }, quiet)).error).toBe(-232);
    await zalo.call('POST', `/sim/users/${quiet}/events`, { event_name: 'follow' });
    expect((await send({ text: 'x' }, quiet)).data.quota).toEqual({ quota_type: 'welcome_msg' });
  });

  test('a template by user id goes out whatever the window', async () => {
    await advance(30 * 24 * hour);
    const body = { user_id: userId, template_id: '1', template_data: { name: 'x' } };
    const answer = await zalo.api('POST', '/v3.0/oa/message/template', body);
    expect(answer).toMatchObject({ error: 0, data: { user_id: userId } });
    await switchTo({ templateByUserId: false });
    expect((await zalo.api('POST', '/v3.0/oa/message/template', body)).error).toBe(-249);
  });

  test('the quota call and the state page show the windows', async () => {
    const quota = await zalo.api('POST', '/v3.0/oa/quota/message', { user_id: userId });
    expect(quota.data).toMatchObject({
      last_interaction: String(startAt),
      cs_reply: { remain: 8, total: 8 },
    });
    const { users } = await zalo.call('GET', '/sim/state');
    expect(users[0]).toMatchObject({ freeUntil: startAt + 48 * hour, openUntil: startAt + 7 * 24 * hour });
  });
});

describe('access', () => {
  test('a call without the proof of the app secret is refused when the app demands it', async () => {
    await switchTo({ appSecretProof: true });
    expect((await zalo.api('GET', '/v2.0/oa/getoa')).error).toBe(-242);
    const proof = createHmac('sha256', appSecret).update(zalo.accessToken).digest('hex');
    const headers = { access_token: zalo.accessToken, appsecret_proof: proof };
    const answer = await (await fetch(`${zalo.url}/v2.0/oa/getoa`, { headers })).json();
    expect(answer).toMatchObject({ error: 0, data: { oaid: oaId, oa_type: 4 } });
  });

  test('calls are limited per minute of the clock, and the headers count down', async () => {
    await switchTo({ rateLimitPerMinute: 2 });
    const headers = { access_token: zalo.accessToken };
    const call = () => fetch(`${zalo.url}/v2.0/oa/getoa`, { headers });
    const first = await call();
    expect([first.headers.get('x-ratelimit-limit'), first.headers.get('x-ratelimit-remain')]).toEqual([
      '2',
      '1',
    ]);
    await call();
    expect(await (await call()).json()).toEqual({ error: -32, message: expect.any(String) });
    await zalo.call('POST', '/sim/clock', { advanceMs: 60_000 });
    expect((await zalo.api('GET', '/v2.0/oa/getoa')).error).toBe(0);

    await switchTo({ oaRateLimitPerMinute: 1 });
    expect((await zalo.api('GET', '/v2.0/oa/getoa')).error).toBe(-32);
  });

  test('an unknown path is 404, and broken JSON is -201', async () => {
    expect((await fetch(`${zalo.url}/v3.0/oa/nothing`)).status).toBe(404);
    const headers = { access_token: zalo.accessToken, 'Content-Type': 'application/json' };
    const broken = await fetch(`${zalo.url}/v3.0/oa/message/cs`, { method: 'POST', headers, body: '{' });
    expect([broken.status, await broken.json()]).toEqual([200, { error: -201, message: 'data is invalid!' }]);
  });

  test('a call to a shut-down message kind is refused', async () => {
    const body = { recipient: { user_id: userId }, message: { text: 'x' } };
    expect((await zalo.api('POST', '/v2.0/oa/message', body)).error).toBe(-240);
    expect((await zalo.api('POST', '/v3.0/oa/message/transaction', body)).error).toBe(-233);
  });
});

describe('the other calls', () => {
  test('the app pages through a conversation and the recent chats, latest first', async () => {
    for (let index = 0; index < 12; index++) await send({ text: `answer ${index}` });
    const page = await zalo.api('GET', '/v2.0/oa/conversation', { user_id: userId, offset: 10, count: 10 });
    expect(page.data.map((item: { message: string }) => item.message)).toEqual([
      'answer 1',
      'answer 0',
      'hi',
    ]);
    expect(page.data.at(-1)).toMatchObject({
      src: 1,
      time: startAt,
      type: 'text',
      from_id: userId,
      to_id: oaId,
    });

    const second = await zalo.addUser({ name: 'Second' });
    await zalo.call('POST', `/sim/users/${second}/messages`, { text: 'me too' });
    const recent = await zalo.api('GET', '/v2.0/oa/listrecentchat', { offset: 0, count: 10 });
    expect(recent.data.map((item: { message: string }) => item.message)).toEqual(['me too', 'answer 11']);
    expect((await zalo.api('GET', '/v2.0/oa/listrecentchat', { count: 11 })).error).toBe(-201);
  });

  test('the app lists people by follower, tag and last interaction', async () => {
    const follower = await zalo.addUser({ follower: true });
    const list = async (data: object) =>
      (await zalo.api('GET', '/v3.0/oa/user/getlist', { offset: 0, count: 50, ...data })).data.users;
    expect(await list({ is_follower: true })).toEqual([{ user_id: follower }]);
    expect(await list({ last_interaction_period: 'TODAY' })).toEqual([{ user_id: userId }]);
    expect(await list({ last_interaction_period: '2026_10_06:2026_10_06' })).toEqual([]);
    await zalo.api('POST', '/v2.0/oa/tag/tagfollower', { user_id: userId, tag_name: 'vip' });
    expect(await list({ tag_name: 'vip' })).toEqual([{ user_id: userId }]);
    const [tagged] = await zalo.events('add_user_to_tag');
    expect(tagged?.body.tag).toEqual({ user_ids: [userId], name: 'vip' });
    expect((await zalo.api('GET', '/v2.0/oa/tag/gettagsofoa')).data).toEqual(['vip']);
  });

  test('the OA and the person react to a message', async () => {
    const { data } = await send({ text: 'hello' });
    const message = { msg_id: data.message_id, react_icon: '/-heart' };
    await zalo.call('POST', `/sim/users/${userId}/events`, { event_name: 'user_reacted_message', message });
    const { messages } = await zalo.call('GET', `/sim/users/${userId}/messages`);
    expect(messages.at(-1).reaction).toBe('/-heart');

    const sender_action = { react_icon: '/-strong', react_message_id: messages[0].id };
    await zalo.api('POST', '/v2.0/oa/message', { recipient: { user_id: userId }, sender_action });
    const [reacted] = await zalo.events('oa_reacted_message');
    expect(reacted?.body.message).toEqual({ msg_id: messages[0].id, react_icon: '/-strong' });
  });

  test('the OA writes to a group that it is in, and to no other', async () => {
    const { groupId } = await zalo.call('POST', '/sim/groups', { name: 'Team' });
    const body = (group_id: string) => ({ recipient: { group_id }, message: { text: 'x' } });
    const answer = await zalo.api('POST', '/v3.0/oa/group/message', body(groupId));
    expect(answer.data).toEqual({ message_id: expect.any(String), group_id: groupId });
    expect((await zalo.api('POST', '/v3.0/oa/group/message', body('elsewhere'))).error).toBe(-403);
  });

  test.each([
    ['image', 'photo.jpg', 1024, 0],
    ['image', 'photo.jpg', 1024 * 1024 + 1, -210],
    ['image', 'photo.webp', 1024, -201],
    ['gif', 'wave.gif', 5 * 1024 * 1024 + 1, -210],
    ['file', 'form.csv', 2 * 1024 * 1024, 0],
    ['file', 'form.xlsx', 1024, -201],
  ])('upload %s %s of %i bytes: %i', async (kind, name, size, code) => {
    const form = new FormData();
    form.set('file', new Blob([Buffer.alloc(size)]), name);
    const headers = { access_token: zalo.accessToken };
    const response = await fetch(`${zalo.url}/v2.0/oa/upload/${kind}`, {
      method: 'POST',
      headers,
      body: form,
    });
    expect(((await response.json()) as { error: number }).error).toBe(code);
  });

  test('an upload can be sent for seven days', async () => {
    const form = new FormData();
    form.set('file', new Blob(['x']), 'photo.png');
    const headers = { access_token: zalo.accessToken };
    const upload = await fetch(`${zalo.url}/v2.0/oa/upload/image`, { method: 'POST', headers, body: form });
    const { data } = (await upload.json()) as { data: { attachment_id: string } };
    const message = media({ media_type: 'image', attachment_id: data.attachment_id });
    expect((await send(message)).error).toBe(0);
    await zalo.call('POST', '/sim/clock', { advanceMs: 7 * 24 * hour + 1 });
    zalo.renewTokens();
    expect((await send(message)).error).toBe(-100);
  });
});
