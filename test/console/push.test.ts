import { loadPushKeys } from '../../src/console/push/push-keys.ts';
import { dayMs, hourMs, minuteMs } from '../../src/durations.ts';
import { createSealer } from '../../src/encryption.ts';
import { createSignInLink } from '../../src/member/sign-in/sign-in-store.ts';
import { revokeLink } from '../../src/team/roster/link-store.ts';
import { removeMember } from '../../src/team/roster/member-store.ts';
import { type FakePushService, startFakePushService } from '../fakes/fake-push-service.ts';
import { oaId } from '../helpers/actor-fixture.ts';
import type { ConsoleBrowser } from '../helpers/console-browser.ts';
import { type ConsoleWorld, openConsoleWorld } from '../helpers/console-world.ts';

describe('notices in browsers', () => {
  let world: ConsoleWorld;
  let service: FakePushService;
  beforeEach(async () => {
    service = await startFakePushService();
    world = await openConsoleWorld();
  });
  afterEach(async () => {
    await world.close();
    await service.close();
  });

  /** A browser in which this member has switched notices on. */
  async function switchedOn(memberId: string) {
    const page = await world.signIn(memberId);
    await page.get('/console/account');
    const browser = service.newBrowser();
    const answer = await page.post('/console/account/push', { subscription: browser.json });
    expect(answer).toMatchObject({ status: 303, location: '/console/account' });
    return { page, ...browser };
  }
  const stored = async () =>
    (await world.database.pool.query('select * from push_subscriptions')).rows as Record<string, unknown>[];
  const assign = (number: number, memberId: string) =>
    world.office.tickets.assign({ number, memberId, by: { operator: 'test' } });
  const titles = (shown: Record<string, string>[]) => shown.map(({ title }) => title);

  it('tells a member of a new ticket: which team, where to look, nothing of the resident', async () => {
    const number = await world.openTicket('bac-lan', { topic: 'vneid' });
    const { id } = await world.office.world.ticket(number);
    const offers = await world.database.db
      .selectFrom('ticket_offers')
      .select('member_id')
      .where('ticket_id', '=', id)
      .execute();
    const { shown } = await switchedOn(offers[0]?.member_id ?? '');
    await world.office.settle();
    expect(shown).toEqual([
      {
        title: 'Có việc mới ở Tổ thôn Một',
        body: 'Bấm để mở.',
        url: `/console/tickets/${number}`,
        tag: `ticket-${number}`,
      },
    ]);
    expect(service.lastHeaders).toMatchObject({ 'content-encoding': 'aes128gcm', ttl: '43200' });
    expect(service.bodies.join()).not.toContain('tickets');
    await world.office.settle();
    await world.office.passMinute();
    expect(shown).toHaveLength(1);
  });

  it('tells the assignee that it is theirs, that the resident wrote, and that it runs out', async () => {
    const number = await world.openTicket('lan');
    const { shown } = await switchedOn('hoa');
    await world.office.settle();
    shown.length = 0;
    await assign(number, 'hoa');
    await world.office.settle();
    expect(titles(shown)).toEqual(['Có việc giao cho mình ở Tổ thôn Một']);
    await world.office.write('lan', 'bác vẫn chờ ở nhà số 7');
    world.office.advance(minuteMs);
    await world.office.settle();
    expect(titles(shown).at(-1)).toBe(`Bà con vừa nhắn thêm ở yêu cầu ${number}`);
    expect(JSON.stringify(shown)).not.toContain('số 7');
    for (let count = 0; count < 8; count++) {
      world.office.advance(30 * minuteMs);
      await world.office.settle();
    }
    expect(titles(shown).at(-1)).toBe(`Yêu cầu ${number} cần làm sớm`);
  });

  it('tells of several tickets at once with one message', async () => {
    const numbers = [await world.openTicket('a'), await world.openTicket('b')];
    const { shown } = await switchedOn('tam');
    for (const number of numbers) await assign(number, 'tam');
    await world.office.settle();
    expect(shown).toEqual([
      { title: 'Có 2 việc cần xem', body: 'Bấm để mở.', url: '/console', tag: 'tickets' },
    ]);
  });

  it('is silent in the quiet hours, and tells in the morning, unless it is urgent', async () => {
    const { shown } = await switchedOn('tam');
    world.office.advance(14 * hourMs);
    const [calm, urgent] = [await world.openTicket('a'), await world.openTicket('b', { urgent: true })];
    await assign(calm, 'tam');
    await assign(urgent, 'tam');
    await world.office.settle();
    expect(shown.map(({ tag }) => tag)).toEqual([`ticket-${urgent}`]);
    expect(service.lastHeaders.urgency).toBe('high');
    world.office.advance(9 * hourMs);
    await world.office.settle();
    expect(shown.map(({ tag }) => tag)).toContain(`ticket-${calm}`);
  });

  it('reaches every browser of the member, and of nobody else', async () => {
    const [phone, desk, other] = [await switchedOn('hoa'), await switchedOn('hoa'), await switchedOn('hai')];
    await assign(await world.openTicket('a', { home: { unitIds: ['xa'] } }), 'hoa');
    await world.office.settle();
    expect([phone, desk, other].map(({ shown }) => shown.length)).toEqual([1, 1, 0]);
  });

  it.each([404, 410])('forgets a browser of which the service says %s', async (status) => {
    await switchedOn('hoa');
    service.answerWith(status);
    await assign(await world.openTicket('a'), 'hoa');
    await world.office.settle();
    expect(await stored()).toEqual([]);
  });

  it('keeps a browser while the service fails, and members are told in Zalo all the same', async () => {
    const { shown } = await switchedOn('hoa');
    await world.office.write('hoa', 'chào');
    service.answerWith(503);
    await assign(await world.openTicket('a'), 'hoa');
    await world.office.settle();
    expect(await stored()).toHaveLength(1);
    expect(world.office.heard('hoa').join('\n')).toContain('101');
    service.answerWith(201);
    await assign(await world.openTicket('b'), 'hoa');
    await world.office.settle();
    expect(shown).toHaveLength(1);
  });

  it.each([
    ['switched off', async (page: ConsoleBrowser) => page.post('/console/account/push/off')],
    ['signed out', async (page: ConsoleBrowser) => signOut(page)],
  ])('forgets a browser that is %s', async (_how, leave) => {
    const { page, shown } = await switchedOn('hoa');
    expect((await page.get('/console/account')).text).toContain('đang bật');
    expect((await leave(page)).status).toBe(303);
    expect(await stored()).toEqual([]);
    await assign(await world.openTicket('a'), 'hoa');
    await world.office.settle();
    expect(shown).toEqual([]);
  });

  it('forgets the browsers that are signed out from another one, and its own stays', async () => {
    await switchedOn('hoa');
    const { page } = await switchedOn('hoa');
    expect(await stored()).toHaveLength(2);
    await page.get('/console/account');
    await page.post('/console/account/sessions/end-others');
    expect(await stored()).toHaveLength(1);
    expect((await page.get('/console/account')).text).toContain('đang bật');
  });

  it('forgets the browsers of a member who is removed', async () => {
    await switchedOn('hoa');
    await switchedOn('hai');
    await removeMember(world.database.db, { memberId: 'hoa', now: world.office.now() });
    expect((await stored()).map(({ member_id }) => member_id)).toEqual(['hai']);
  });

  it('shows nothing to a member whose Zalo is unlinked', async () => {
    const { shown } = await switchedOn('hoa');
    const person = { oaId, personId: 'hoa', now: world.office.now() };
    await world.database.db.transaction().execute((trx) => revokeLink(trx, person));
    await assign(await world.openTicket('a'), 'hoa');
    await world.office.settle();
    expect(shown).toEqual([]);
  });

  it('shows nothing after the session has expired', async () => {
    const { shown } = await switchedOn('hoa');
    world.office.advance(31 * dayMs);
    await assign(await world.openTicket('a'), 'hoa');
    await world.office.settle();
    expect(shown).toEqual([]);
  });

  it('belongs to the member who switched it on last in the same browser', async () => {
    const { json, shown } = await switchedOn('hoa');
    const hai = await world.signIn('hai');
    await hai.get('/console/account');
    await hai.post('/console/account/push', { subscription: json });
    expect((await stored()).map(({ member_id }) => member_id)).toEqual(['hai']);
    await assign(await world.openTicket('a'), 'hoa');
    await world.office.settle();
    expect(shown).toEqual([]);
  });

  it('ends what was switched on in a browser when somebody else signs in there', async () => {
    const { page } = await switchedOn('hoa');
    const hai = await world.signIn('hai');
    expect(await stored()).toHaveLength(1);
    const token = await createSignInLink(world.database.db, { memberId: 'hai', now: world.office.now() });
    await page.get(`/console/link/${token}`);
    await page.post(`/console/link/${token}`);
    expect(await stored()).toEqual([]);
    expect((await hai.get('/console')).status).toBe(200);
  });

  it.each([
    ['nothing', ''],
    ['no address', '{"keys":{}}'],
    [
      'an address of no push service',
      (json: string) => json.replace(/http:[^"]*/, 'https://intranet.example/x'),
    ],
    ['a broken key', (json: string) => json.replace(/"p256dh":"[^"]*"/, '"p256dh":"abc"')],
  ])('refuses %s', async (_what, sent) => {
    const page = await world.signIn('hoa');
    await page.get('/console/account');
    const subscription = typeof sent === 'string' ? sent : sent(service.newBrowser().json);
    const answer = await page.post('/console/account/push', { subscription });
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('Trình duyệt này chưa báo được');
    expect(await stored()).toEqual([]);
  });

  it('keeps subscriptions and its own private key sealed, and one pair of keys for good', async () => {
    const { page } = await switchedOn('hoa');
    await assign(await world.openTicket('a'), 'hoa');
    await world.office.settle();
    const [key] = service.senders;
    expect((await page.get('/console/account')).status).toBe(200);
    const off = await world.signIn('hai');
    expect((await off.get('/console/account')).html).toContain(`data-key="${key}"`);
    const [row] = await stored();
    expect(JSON.stringify(row)).not.toContain(service.origin);
    expect(row?.subscription_encrypted).toMatch(/^v1\./);
    const { rows } = await world.database.pool.query(
      "select value from service_state where name = 'push-keys'",
    );
    expect(rows[0].value).toMatchObject({
      publicKey: key,
      privateKeyEncrypted: expect.stringMatching(/^v1\./),
    });
    const { db } = world.database;
    const keys = { db, sealer: createSealer(Buffer.alloc(32, 7)), now: world.office.now };
    expect((await loadPushKeys(keys)).publicKey).toBe(key);
  });

  it('makes new keys, and forgets the browsers, when another ENCRYPTION_KEY cannot open the old ones', async () => {
    await switchedOn('hoa');
    const { db } = world.database;
    const keys = { db, now: world.office.now };
    const before = await loadPushKeys({ ...keys, sealer: createSealer(Buffer.alloc(32, 7)) });
    const other = createSealer(Buffer.alloc(32, 8));
    const after = await loadPushKeys({ ...keys, sealer: other });
    expect(after.publicKey).not.toBe(before.publicKey);
    expect(await stored()).toEqual([]);
    expect(await loadPushKeys({ ...keys, sealer: other })).toEqual(after);
  });

  it('serves the service worker for all of the console, and a page for when there is no network', async () => {
    const anybody = world.openBrowser();
    const worker = await anybody.get('/console/worker.js');
    expect(worker.headers.get('service-worker-allowed')).toBe('/console');
    expect(worker.headers.get('content-type')).toContain('text/javascript');
    const kept = JSON.parse(/const kept = (.*);/.exec(worker.html)?.[1] ?? '[]') as string[];
    expect(kept).toHaveLength(2);
    for (const file of kept) expect((await anybody.get(file)).status).toBe(200);
    expect((await anybody.get('/console/offline')).text).toContain('Không có mạng');
  });
});

/** Signs out the browser that shows this page. */
async function signOut(page: ConsoleBrowser) {
  const { html } = await page.get('/console/account');
  const action = /action="(\/console\/account\/sessions\/\d+\/end)"/.exec(html)?.[1] ?? '';
  return page.post(action);
}
