import { mkdirSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { minuteMs } from '../../src/durations.ts';
import { describeInChromium, launchChromium } from '../helpers/chromium.ts';
import { type ConsoleWindow, openConsole, signInByPhone } from '../helpers/console-page.ts';
import { findFaults } from '../helpers/find-faults.ts';
import { linkPhone, type MemberPhone } from '../helpers/member-phones.ts';
import { members, staffOffice } from '../helpers/staffed-office.ts';
import { until } from '../helpers/until.ts';
import { startWholeBot, type WholeBot } from '../helpers/whole-bot.ts';

/** Folder for pictures that people look at; without it the tests take none. */
const picturesFolder = process.env.CONSOLE_PICTURES;
if (picturesFolder) mkdirSync(picturesFolder, { recursive: true });

describeInChromium('the service worker of the console', () => {
  let browser: Browser;
  let whole: WholeBot;
  let hoa: MemberPhone;
  let window: ConsoleWindow;

  beforeAll(async () => {
    browser = await launchChromium();
    whole = await startWholeBot({ settings: { SESSION_SECRET: 's'.repeat(40) } });
    await staffOffice(whole);
    hoa = await linkPhone(whole, members.village[0] ?? '');
    await whole.advance(minuteMs);
    window = await openConsole(browser, whole);
    await window.page.context().grantPermissions(['notifications'], { origin: whole.botUrl });
    await signInByPhone(window, hoa);
  }, 180_000);
  afterAll(async () => {
    await window.close();
    await browser.close();
    await whole.stop();
  });

  async function picture(name: string) {
    if (!picturesFolder) return;
    await window.page.screenshot({ path: `${picturesFolder}/${name}.png`, fullPage: true });
  }
  const scope = () => window.page.evaluate('navigator.serviceWorker.ready.then(({ scope }) => scope)');
  const shown = () =>
    window.page.evaluate(`navigator.serviceWorker.ready
      .then((registration) => registration.getNotifications())
      .then((all) => all.map(({ title, body, tag, data }) => ({ title, body, tag, url: data.url })))`);

  test('registers for the whole console, the inbox too, and shows what is pushed', async () => {
    expect(await scope()).toBe(`${whole.botUrl}/console`);
    const cdp = await window.page.context().newCDPSession(window.page);
    const ids: string[] = [];
    cdp.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      ids.push(...registrations.map(({ registrationId }) => registrationId));
    });
    await cdp.send('ServiceWorker.enable');
    await until('the worker is known', () => ids.length > 0);
    const message = {
      title: 'Có việc mới ở Tổ thử',
      body: 'Bấm để mở.',
      url: '/console/tickets/101',
      tag: 'x',
    };
    await cdp.send('ServiceWorker.deliverPushMessage', {
      origin: whole.botUrl,
      registrationId: ids[0] ?? '',
      data: JSON.stringify(message),
    });
    await window.page.waitForFunction(
      'navigator.serviceWorker.ready.then((one) => one.getNotifications()).then((all) => all.length > 0)',
    );
    expect(await shown()).toEqual([message]);
  }, 60_000);

  test('says that there is no network, in our own words and look', async () => {
    await window.open('?list=mine');
    const { page } = window;
    await page.waitForFunction('navigator.serviceWorker.controller !== null');
    await page.context().setOffline(true);
    await window.open('/team');
    await page.getByRole('heading', { name: 'Không có mạng' }).waitFor();
    expect(await page.evaluate('getComputedStyle(document.querySelector(".card")).display')).toBe('grid');
    await picture('offline');
    await page.context().setOffline(false);
    await page.getByRole('link', { name: 'Thử lại' }).click();
    await page.locator('nav.tabs').waitFor();
  }, 60_000);

  test('is switched on and off on the page of the account', async () => {
    const { page } = window;
    await page.addInitScript(standInForPushManager);
    await window.open('/account');
    await page.getByRole('button', { name: 'Bật báo' }).waitFor();
    expect(await findFaults(page)).toEqual([]);
    await picture('account-push-off');
    await page.getByRole('button', { name: 'Bật báo' }).click();
    await page.getByText('đang bật').waitFor();
    expect(await findFaults(page)).toEqual([]);
    await picture('account-push-on');
    const { db } = whole.bot.dependencies.database;
    const count = async () => (await db.selectFrom('push_subscriptions').selectAll().execute()).length;
    expect(await count()).toBe(1);
    await page.getByRole('button', { name: 'Tắt báo' }).click();
    await page.getByRole('button', { name: 'Bật báo' }).waitFor();
    expect(await count()).toBe(0);
    expect(window.problems).toEqual([]);
  }, 60_000);

  test('says what to do when the browser does not allow it, and where it cannot', async () => {
    const { page } = window;
    await page.context().clearPermissions();
    await window.open('/account');
    await page.getByRole('button', { name: 'Bật báo' }).click();
    await page.getByRole('alert').waitFor();
    await picture('account-push-refused');
    const plain = await openConsole(browser, whole, { javaScriptEnabled: false });
    await signInByPhone(plain, hoa);
    await plain.open('/account');
    await plain.page.getByText('Trình duyệt này chưa báo được').waitFor();
    expect(await plain.page.getByRole('button', { name: 'Bật báo' }).isVisible()).toBe(false);
    await plain.close();
  }, 60_000);
});

/** Headless Chromium has no push service: the subscription is made up, everything around it is real. */
const standInForPushManager = `
PushManager.prototype.subscribe = async ({ userVisibleOnly, applicationServerKey }) => {
  if (!userVisibleOnly || applicationServerKey.length !== 65) throw new Error('the key is missing');
  const text = (length) => btoa('\\x04'.repeat(length)).replace(/=+$/, '');
  return { endpoint: 'https://fcm.googleapis.com/fcm/send/test', keys: { p256dh: text(65), auth: text(16) } };
};`;
