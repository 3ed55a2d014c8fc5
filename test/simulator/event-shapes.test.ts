import { readdirSync, readFileSync } from 'node:fs';
import { oaId, type SimulatedZalo, startZalo } from './simulator-setup.ts';

const folder = new URL('../fixtures/zalo-events/', import.meta.url);
const fixture = (name: string) => JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'));

let zalo: SimulatedZalo;
beforeEach(async () => {
  zalo = await startZalo();
});
afterEach(() => zalo.close());

/** Every path of keys down to the leaves with their types; list elements count as one. */
function keysOf(value: unknown, path = ''): Set<string> {
  if (typeof value !== 'object' || value === null) return new Set([`${path}:${typeof value}`]);
  const list = Array.isArray(value);
  return new Set(
    Object.entries(value).flatMap(([key, inner]) => [
      ...keysOf(inner, list ? `${path}[]` : `${path}.${key}`),
    ]),
  );
}

const withoutSample = (name: string) =>
  /^oa_send_(?!consent)/.test(name) || /_(quote|button_tap|unicode|legacy|zns)$/.test(name);
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => name.replace('.json', ''));
const actions = names.filter((name) => !withoutSample(name));

test.each(actions)('%s built from its name alone has the fields of a real one', async (name) => {
  zalo.simulator.platform.switches.change({ omitMediaText: name.startsWith('anonymous_') });
  const userId = await zalo.addUser({ anonymous: name.startsWith('anonymous_') });
  const sample = fixture(name);
  const lists = { feedbacks: ['x'], user_ids: ['x'] };
  await zalo.call('POST', `/sim/users/${userId}/events`, {
    event_name: name,
    ...(name === 'user_feedback' ? { message: { feedbacks: lists.feedbacks } } : {}),
    ...(sample.tag?.user_ids ? { tag: { user_ids: lists.user_ids } } : {}),
    ...(name === 'user_seen_message' ? { message: { msg_ids: ['x'] } } : {}),
    ...(sample.group_id || name.includes('_group_') ? { group_id: 'f07c5513ab20e9d4471b' } : {}),
  });

  const [delivery] = await zalo.events(name);
  expect(keysOf(delivery?.body)).toEqual(keysOf(sample));
});

test('the older form of a shared contact has the fields of a real one', async () => {
  await zalo.call('POST', '/sim/switches', { submitInfo: 'legacy' });
  const userId = await zalo.addUser({ phone: '84900000002' });
  await zalo.call('POST', `/sim/users/${userId}/events`, { event_name: 'user_submit_info' });

  const [delivery] = await zalo.events('user_submit_info');
  expect(keysOf(delivery?.body)).toEqual(keysOf(fixture('user_submit_info_legacy')));
  expect(delivery?.body.info).toMatchObject({ name: 'Resident', phone: '84900000002' });
});

describe('echoes', () => {
  const template = (payload: object) => ({ attachment: { type: 'template', payload } });
  const media = (element: object) => template({ template_type: 'media', elements: [element] });
  const url = 'https://example.vn/1.jpg';
  const list = template({
    template_type: 'list',
    elements: [
      { title: 'one', subtitle: 'two', image_url: url, default_action: { type: 'oa.open.url', url } },
    ],
  });

  test.each([
    ['oa_send_text', { text: 'hello' }],
    ['oa_send_image', { text: 'look', ...media({ media_type: 'image', url }) }],
    ['oa_send_gif', { ...media({ media_type: 'gif', url, width: 10, height: 10 }) }],
    ['oa_send_sticker', media({ media_type: 'sticker', attachment_id: '23311' })],
    ['oa_send_list', { text: 'choose', ...list }],
  ])('%s has the fields of a real one', async (name, message) => {
    await zalo.call('POST', '/sim/switches', { listTemplate: true });
    const userId = await zalo.addUser();
    await zalo.call('POST', `/sim/users/${userId}/messages`, { text: 'hi' });
    const answer = await zalo.api('POST', '/v3.0/oa/message/cs', { recipient: { user_id: userId }, message });
    expect(answer.error).toBe(0);

    const [echo] = await zalo.events(name);
    expect(keysOf(echo?.body)).toEqual(keysOf(fixture(name)));
    expect(echo?.body).toMatchObject({ sender: { id: oaId }, recipient: { id: userId } });
    expect(echo?.body.message.msg_id).toBe(answer.data.message_id);
  });

  test('a file, uploaded first, has the fields of a real one', async () => {
    const userId = await zalo.addUser();
    await zalo.call('POST', `/sim/users/${userId}/messages`, { text: 'hi' });
    const form = new FormData();
    form.set('file', new Blob(['%PDF']), 'to-khai.pdf');
    const headers = { access_token: zalo.accessToken };
    const upload = await fetch(`${zalo.url}/v2.0/oa/upload/file`, { method: 'POST', headers, body: form });
    const { data } = (await upload.json()) as { data: { token: string } };
    const message = { attachment: { type: 'file', payload: { token: data.token } } };
    await zalo.api('POST', '/v3.0/oa/message/cs', { recipient: { user_id: userId }, message });

    const [echo] = await zalo.events('oa_send_file');
    expect(keysOf(echo?.body)).toEqual(keysOf(fixture('oa_send_file')));
    const link = echo?.body.message.attachments[0]?.payload.url;
    expect(await (await fetch(String(link))).text()).toBe('%PDF');
  });

  test('the echo of a text that staff typed by hand carries admin_id', async () => {
    const userId = await zalo.addUser();
    await zalo.call('POST', `/sim/users/${userId}/staff`, { text: 'a person here' });

    const [echo] = await zalo.events('oa_send_text');
    expect(keysOf(echo?.body)).toEqual(keysOf(fixture('oa_send_text_admin')));
  });

  test('the OA answers a visitor without a Zalo identity through v2 with both ids', async () => {
    const user = await zalo.call('POST', '/sim/users', { name: 'Visitor', anonymous: true });
    await zalo.call('POST', `/sim/users/${user.userId}/messages`, { text: 'hi' });
    const [asked] = await zalo.events('anonymous_send_text');
    const recipient = { anonymous_id: user.userId, conversation_id: asked?.body.message.conversation_id };
    const answer = await zalo.api('POST', '/v2.0/oa/message', { recipient, message: { text: 'hello' } });
    expect(answer.error).toBe(0);

    const [echo] = await zalo.events('oa_send_anonymous_text');
    expect(keysOf(echo?.body)).toEqual(keysOf(fixture('oa_send_anonymous_text')));
  });

  test('the id of the echo can differ from the one that the API answered', async () => {
    await zalo.call('POST', '/sim/switches', { echoIdMatches: false });
    const userId = await zalo.addUser();
    await zalo.call('POST', `/sim/users/${userId}/messages`, { text: 'hi' });
    const message = { text: 'hello' };
    const answer = await zalo.api('POST', '/v3.0/oa/message/cs', { recipient: { user_id: userId }, message });
    const [echo] = await zalo.events('oa_send_text');
    expect(echo?.body.message.msg_id).not.toBe(answer.data.message_id);
  });
});

test('an unknown event is delivered in a plain envelope', async () => {
  const userId = await zalo.addUser();
  await zalo.call('POST', `/sim/users/${userId}/events`, {
    event_name: 'user_did_something_new',
    extra: { a: 1 },
  });
  const [delivery] = await zalo.events('user_did_something_new');
  expect(delivery?.body).toMatchObject({ oa_id: oaId, user_id: userId, extra: { a: 1 } });
});
