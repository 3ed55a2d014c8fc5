import { dayMs, hourMs, minuteMs } from '../../src/durations.ts';
import { totpAt, totpStep } from '../../src/operator/totp.ts';
import { codesOn, invite, secretOn, signInOperator } from '../helpers/console-operator.ts';
import { type ConsoleWorld, openConsoleWorld } from '../helpers/console-world.ts';

describe('clerks and administrators of the console', () => {
  let world: ConsoleWorld;
  beforeAll(async () => {
    world = await openConsoleWorld();
  });
  afterAll(() => world.close());

  const rowsOf = (table: 'operators' | 'operator_links' | 'operator_browsers' | 'operator_recovery_codes') =>
    world.database.db.selectFrom(table).selectAll().execute();
  const auditOf = async (operatorId: string) => {
    const { db } = world.database;
    const rows = await db
      .selectFrom('audit_log')
      .selectAll()
      .where('actor_id', '=', operatorId)
      .orderBy('id')
      .execute();
    return rows.map(({ action, subject }) => (subject === null ? action : `${action} ${subject}`));
  };
  const isIn = async (browser: { get(path: string): Promise<{ status: number }> }) =>
    (await browser.get('/console')).status === 200;

  it('set up an authenticator behind a link that works once, and get ten recovery codes', async () => {
    const { path } = await invite(world, { name: 'Lê Thị Lan', area: 'xa' });
    const browser = world.openBrowser();
    expect((await browser.get(path)).text).toContain('dùng được một lần');
    expect((await browser.get(path)).status).toBe(200);
    expect(await browser.post(path)).toMatchObject({ status: 303, location: '/console/operator' });
    expect(await browser.get('/console/operator')).toMatchObject({
      status: 303,
      location: '/console/operator/set-up',
    });
    const page = await browser.get('/console/operator/set-up');
    const secret = secretOn(page.html);
    expect(secretOn((await browser.get('/console/operator/set-up')).html)).toBe(secret);
    expect(await isIn(browser)).toBe(false);
    expect((await browser.post('/console/operator/set-up/code', { code: '000000' })).status).toBe(409);
    const done = await browser.post('/console/operator/set-up/code', {
      code: totpAt(secret, totpStep(world.office.now())).replace(/^(...)/, '$1 '),
    });
    const codes = codesOn(done.html);
    expect(new Set(codes).size).toBe(10);
    expect(await isIn(browser)).toBe(true);
    expect((await browser.get('/console/account')).text).toContain('Cán bộ văn phòng, Xã Thử');
    const other = world.openBrowser();
    expect((await other.get(path)).status).toBe(410);
    await other.get('/console/operator');
    expect((await other.post(path)).status).toBe(410);

    const stored = JSON.stringify([await rowsOf('operators'), await rowsOf('operator_recovery_codes')]);
    for (const plain of [...codes.map((code) => code.replace('-', '')), ...codes])
      expect(stored).not.toContain(plain);
    expect(stored).toContain(`sealed:${secret}`);
    expect(JSON.stringify(await rowsOf('operator_links'))).not.toContain(path.split('/').at(-1));
    expect(JSON.stringify(await rowsOf('operator_browsers'))).not.toContain(
      browser.cookies.get('console_operator'),
    );
  });

  it('cannot set up behind a link that has expired, nor half an hour after opening it', async () => {
    const late = await invite(world, { name: 'Trễ' });
    world.office.advance(25 * hourMs);
    expect((await world.openBrowser().get(late.path)).status).toBe(410);
    const slow = await invite(world, { name: 'Chậm' });
    const browser = world.openBrowser();
    await browser.get(slow.path);
    await browser.post(slow.path);
    world.office.advance(31 * minuteMs);
    expect(await browser.get('/console/operator/set-up')).toMatchObject({ status: 303 });
    expect((await browser.get('/console/operator')).text).toContain('Máy này chưa quen');
  });

  it('sign in with a code in a browser that knows them, each code once, and nowhere else', async () => {
    const { browser, code } = await signInOperator(world, { name: 'Một Lần' });
    const sessions = await browser.get('/console/account');
    const id = /sessions\/(\d+)\/end/.exec(sessions.html)?.[1];
    expect(await browser.post(`/console/account/sessions/${id}/end`)).toMatchObject({
      location: '/console/operator',
    });
    expect(await browser.get('/console')).toMatchObject({ status: 303, location: '/console/operator' });
    await browser.get('/console/operator');
    // The code of the set-up was used.
    expect((await browser.post('/console/operator/code', { code: code() })).text).toContain('dùng rồi');
    world.office.advance(minuteMs);
    const stranger = world.openBrowser();
    await stranger.get('/console/operator');
    expect((await stranger.post('/console/operator/code', { code: code() })).text).toContain('chưa quen');
    expect(await browser.post('/console/operator/code', { code: code() })).toMatchObject({
      status: 303,
      location: '/console',
    });
    expect(await isIn(browser)).toBe(true);
    expect(await isIn(stranger)).toBe(false);
  });

  it('sign in with a recovery code, each once', async () => {
    const { operatorId, browser, recoveryCodes } = await signInOperator(world, { name: 'Mất Máy' });
    const [first = ''] = recoveryCodes;
    await browser.get('/console/operator');
    const typed = first.toLowerCase().replace('-', ' ');
    expect((await browser.post('/console/operator/code', { code: typed })).status).toBe(303);
    await browser.get('/console/operator');
    expect((await browser.post('/console/operator/code', { code: first })).status).toBe(409);
    expect((await browser.get('/console/account/factors')).text).toContain('Còn 9 mã chưa dùng');
    expect(await auditOf(operatorId)).toEqual([
      'authenticator-added',
      'sign-in',
      'recovery-code-used',
      'sign-in',
      'sign-in-failed',
    ]);
  });

  it('are locked after five wrong codes, for an hour, also those that come at once', async () => {
    const { operatorId, browser, code } = await signInOperator(world, { name: 'Bị Dò' });
    await browser.get('/console/operator');
    world.office.advance(minuteMs);
    const tries = Array.from({ length: 8 }, (_, at) =>
      browser.post('/console/operator/code', { code: `00000${at}` }),
    );
    await Promise.all(tries);
    expect((await auditOf(operatorId)).filter((action) => action === 'locked')).toHaveLength(1);
    expect((await browser.post('/console/operator/code', { code: code() })).text).toContain('tạm khoá');
    world.office.advance(59 * minuteMs);
    expect((await browser.post('/console/operator/code', { code: code() })).text).toContain('tạm khoá');
    world.office.advance(2 * minuteMs);
    expect((await browser.post('/console/operator/code', { code: code() })).status).toBe(303);
  });

  it('stay signed in for thirty days, see their sessions and end them', async () => {
    const { browser, code } = await signInOperator(world, { name: 'Lâu Dài' });
    const link = await linkForAnotherBrowser();
    const second = world.openBrowser();
    await second.get(link);
    await second.post(link);
    world.office.advance(minuteMs);
    await second.get('/console/operator');
    expect((await second.post('/console/operator/code', { code: code() })).status).toBe(303);
    expect((await browser.get('/console/account')).text.match(/Chrome, Android/g)).toHaveLength(2);
    await browser.post('/console/account/sessions/end-others');
    expect(await isIn(second)).toBe(false);
    world.office.advance(29 * dayMs);
    expect(await isIn(browser)).toBe(true);
    world.office.advance(2 * dayMs);
    expect(await isIn(browser)).toBe(false);

    async function linkForAnotherBrowser(): Promise<string> {
      await browser.get('/console/account/factors');
      const page = await browser.post('/console/account/factors/browser');
      return /\/console\/operator\/link\/[\w-]+/.exec(page.html)?.[0] ?? '';
    }
  });

  it('change how they sign in only shortly after a sign-in, and keep one way', async () => {
    const { operatorId, browser } = await signInOperator(world, { name: 'Cẩn Thận' });
    await browser.get('/console/account/factors');
    expect((await browser.post('/console/account/factors/code/remove')).text).toContain(
      'cách đăng nhập cuối cùng',
    );
    const renewed = codesOn((await browser.post('/console/account/factors/recovery')).html);
    expect(renewed).toHaveLength(10);
    expect(await auditOf(operatorId)).toContain('recovery-codes-made');
    world.office.advance(31 * minuteMs);
    for (const order of ['recovery', 'browser', 'code/remove', 'passkey/options']) {
      expect((await browser.post(`/console/account/factors/${order}`)).status).toBe(403);
    }
    expect((await browser.get('/console/account/factors')).text).toContain('Đăng nhập lại đã');
  });

  it('are invited, given a browser, reset and removed by an administrator, who cannot remove herself', async () => {
    const boss = await signInOperator(world, { name: 'Quản Trị' });
    const clerk = await signInOperator(world, { name: 'Văn Thư', area: 'cum' });
    await boss.browser.get('/console/operators');
    const invited = await boss.browser.post('/console/operators/invite', {
      name: 'Người Mới',
      role: 'clerk',
      area: 'xa',
    });
    expect(invited.html).toMatch(/\/console\/operator\/link\/[\w-]{43}/);
    expect(
      (await boss.browser.post('/console/operators/invite', { name: 'Không Nơi', role: 'clerk' })).status,
    ).toBe(409);
    expect(
      (await boss.browser.post('/console/operators/invite', { name: '…', role: 'administrator' })).status,
    ).toBe(409);
    expect((await boss.browser.post(`/console/operators/${boss.operatorId}/remove`)).status).toBe(409);

    const fresh = await boss.browser.post(`/console/operators/${clerk.operatorId}/browser`);
    expect(fresh.text).toContain('Đường dẫn cho Văn Thư');
    expect(await isIn(clerk.browser)).toBe(true);
    await boss.browser.post(`/console/operators/${clerk.operatorId}/reset`);
    expect(await isIn(clerk.browser)).toBe(false);
    world.office.advance(minuteMs);
    await clerk.browser.get('/console/operator');
    expect((await clerk.browser.post('/console/operator/code', { code: clerk.code() })).status).toBe(409);

    const again = await signInOperator(world, { name: 'Sắp Nghỉ', area: 'cum' });
    await boss.browser.get('/console/operators');
    await boss.browser.post(`/console/operators/${again.operatorId}/remove`);
    expect(await isIn(again.browser)).toBe(false);
    expect((await boss.browser.get('/console/operators')).text).not.toContain('Sắp Nghỉ');
    expect(await auditOf(boss.operatorId)).toEqual([
      ...['authenticator-added', 'sign-in', 'operator-invited nguoi-moi'],
      `operator-browser-link ${clerk.operatorId}`,
      `operator-reset ${clerk.operatorId}`,
      `operator-removed ${again.operatorId}`,
    ]);
    world.office.advance(31 * minuteMs);
    expect(
      (await boss.browser.post('/console/operators/invite', { name: 'Muộn', role: 'administrator' })).status,
    ).toBe(403);
  });

  it('refuses forms and links of others', async () => {
    const browser = world.openBrowser();
    await browser.get('/console/operator');
    expect((await browser.post('/console/operator/code', { form_token: 'x', code: '123456' })).status).toBe(
      403,
    );
    const cross = await browser.post(
      '/console/operator/code',
      { code: '123456' },
      { 'sec-fetch-site': 'cross-site' },
    );
    expect(cross.status).toBe(403);
    const wrong = await browser.post('/console/operator/passkey', { answer: '{"id":"x","response":{}}' });
    expect(wrong.text).toContain('Chưa dùng được khoá');
    expect((await browser.post('/console/operator/passkey', { answer: 'null' })).status).toBe(409);
    expect(await browser.get('/console/operator/set-up')).toMatchObject({
      status: 303,
      location: '/console/operator',
    });
  });
});
