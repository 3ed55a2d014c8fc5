import { dayMs, minuteMs } from '../../src/durations.ts';
import { type ConsoleWorld, openConsoleWorld } from '../helpers/console-world.ts';

describe('signing in to the console', () => {
  let world: ConsoleWorld;
  beforeAll(async () => {
    world = await openConsoleWorld();
  });
  afterAll(() => world.close());

  const codeOn = (text: string) => /\b([A-Z]{3}-[A-Z]{3})\b/.exec(text)?.[1] ?? '';
  const lastHeard = (memberId: string) => world.office.heard(memberId).at(-1);

  async function waitingBrowser() {
    const browser = world.openBrowser();
    const page = await browser.get('/console/sign-in');
    return { browser, code: codeOn(page.text), page };
  }

  it('sends a browser that is not signed in to the sign-in page', async () => {
    const page = await world.openBrowser().get('/console');
    expect(page).toMatchObject({ status: 303, location: '/console/sign-in' });
  });

  it('shows the same code until it is answered, and signs in when the member says yes', async () => {
    const { browser, code } = await waitingBrowser();
    expect(codeOn((await browser.get('/console/sign-in')).text)).toBe(code);
    await world.office.write('ha', code.toLowerCase());
    expect(lastHeard('ha')).toContain('Đăng nhập bảng làm việc trên Chrome, Android, lúc 8:00?');
    expect((await browser.get('/console/sign-in/state')).status).toBe(204);
    await world.office.write('ha', '#Đúng là tôi');
    const state = await browser.get('/console/sign-in/state');
    expect(state.headers.get('hx-redirect')).toBe('/console/sign-in');
    expect(await browser.get('/console/sign-in')).toMatchObject({ status: 303, location: '/console' });
    expect((await browser.get('/console')).status).toBe(200);
  });

  it('signs nobody in on another browser, though it knows the code', async () => {
    const { code } = await waitingBrowser();
    const other = await waitingBrowser();
    await world.office.write('ha', code);
    await world.office.write('ha', '#Đúng là tôi');
    expect((await other.browser.get('/console/sign-in')).status).toBe(200);
    expect((await other.browser.get('/console')).status).toBe(303);
  });

  it('signs nobody in when the member says no', async () => {
    const { browser, code } = await waitingBrowser();
    await world.office.write('ha', code);
    await world.office.write('ha', '#Không phải tôi');
    expect(lastHeard('ha')).toContain('Đã chặn');
    expect((await browser.get('/console/sign-in')).text).toContain('Chưa đăng nhập');
    expect((await browser.get('/console')).status).toBe(303);
  });

  it('forgets a code after ten minutes', async () => {
    const { browser, code } = await waitingBrowser();
    await world.office.write('ha', code);
    world.office.advance(11 * minuteMs);
    await world.office.write('ha', '#Đúng là tôi');
    expect(lastHeard('ha')).toContain('quá 10 phút');
    expect(codeOn((await browser.get('/console/sign-in')).text)).not.toBe(code);
  });

  it('keeps no codes and sessions of the past', async () => {
    await waitingBrowser();
    await world.signIn('ha');
    world.office.advance(32 * dayMs);
    await waitingBrowser();
    await world.signIn('ha');
    const { db } = world.database;
    expect(await db.selectFrom('console_sign_ins').selectAll().execute()).toHaveLength(2);
    expect(await db.selectFrom('console_sessions').selectAll().execute()).toHaveLength(1);
  });

  it('does not ask a resident about a code', async () => {
    const { code } = await waitingBrowser();
    await world.office.write('lan', code);
    expect(lastHeard('lan')).toBe(`re: ${code}`);
  });

  it('locks an account after five wrong codes, for an hour', async () => {
    for (let attempt = 0; attempt < 5; attempt++) await world.office.write('hai', 'BCG-HKL');
    const { code } = await waitingBrowser();
    await world.office.write('hai', code);
    expect(lastHeard('hai')).toContain('tạm khoá');
    world.office.advance(61 * minuteMs);
    const later = await waitingBrowser();
    await world.office.write('hai', later.code);
    expect(lastHeard('hai')).toContain('Đăng nhập bảng làm việc');
  });

  it('gives the word "web" a link that works once, by a button and not by opening it', async () => {
    await world.office.write('hoa', 'web');
    const sent = world.office.sender.sent.at(-1)?.content;
    const button = sent?.kind === 'text' ? sent.buttons?.[0] : undefined;
    const path = button?.kind === 'open-url' ? new URL(button.url).pathname : '';
    const browser = world.openBrowser();
    expect((await browser.get(path)).status).toBe(200);
    expect((await world.openBrowser().post(path)).status).toBe(410);
    expect(await browser.post(path)).toMatchObject({ status: 303, location: '/console' });
    expect((await world.openBrowser().get(path)).status).toBe(410);
  });

  it('keeps a session for thirty days, hashed, and gives each sign-in a new token', async () => {
    const browser = await world.signIn('ha');
    const token = browser.cookies.get('console_session') ?? '';
    const rows = await world.database.db.selectFrom('console_sessions').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(token);
    world.office.advance(29 * dayMs);
    expect((await browser.get('/console')).status).toBe(200);
    world.office.advance(2 * dayMs);
    expect((await browser.get('/console')).status).toBe(303);
  });

  it('lists the sessions of a member, and ends one, the others, or this one', async () => {
    const [first, second, third] = [
      await world.signIn('chi'),
      await world.signIn('chi'),
      await world.signIn('chi'),
    ];
    const page = await first.get('/console/account');
    expect(page.text.match(/Chrome, Android/g)).toHaveLength(3);
    const ids = [...page.html.matchAll(/sessions\/(\d+)\/end/g)].map(([, id]) => Number(id));
    await first.post(`/console/account/sessions/${Math.max(...ids)}/end`);
    expect((await third.get('/console')).status).toBe(303);
    await first.post('/console/account/sessions/end-others');
    expect((await second.get('/console')).status).toBe(303);
    await first.post(`/console/account/sessions/${Math.min(...ids)}/end`);
    expect((await first.get('/console')).status).toBe(303);
  });

  it("does not end another member's session", async () => {
    const [hers, his] = [await world.signIn('chi'), await world.signIn('cuong')];
    const id = /sessions\/(\d+)\/end/.exec((await hers.get('/console/account')).html)?.[1];
    await his.get('/console/account');
    await his.post(`/console/account/sessions/${id}/end`);
    expect((await hers.get('/console')).status).toBe(200);
  });

  it('signs out a member who was removed or unlinked', async () => {
    const browser = await world.signIn('xoan');
    await world.database.db
      .updateTable('member_links')
      .set({ revoked_at: 1 })
      .where('member_id', '=', 'xoan')
      .execute();
    expect((await browser.get('/console')).status).toBe(303);
  });
});
