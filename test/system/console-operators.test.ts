import { mkdirSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { runCommand } from '../../src/cli/run-command.ts';
import { totpAt, totpStep } from '../../src/operator/totp.ts';
import { checkConsolePage } from '../helpers/check-console-page.ts';
import { describeInChromium, launchChromium } from '../helpers/chromium.ts';
import { type ConsoleWindow, consoleLooks, openConsole } from '../helpers/console-page.ts';
import { findFreePort } from '../helpers/free-port.ts';
import { type StaffedOffice, staffOffice } from '../helpers/staffed-office.ts';
import { startWholeBot, type WholeBot } from '../helpers/whole-bot.ts';

/** Folder for pictures that people look at; without it the tests take none. */
const picturesFolder = process.env.CONSOLE_PICTURES;
if (picturesFolder) mkdirSync(picturesFolder, { recursive: true });

const minuteMs = 60_000;

describeInChromium('clerks and administrators in a browser', () => {
  let browser: Browser;
  let whole: WholeBot;
  let office: StaffedOffice;
  /** A passkey belongs to a name, not to the number of a machine. */
  let address: string;

  beforeAll(async () => {
    browser = await launchChromium();
    const port = await findFreePort();
    address = `http://localhost:${port}/console`;
    const PUBLIC_URL = `http://localhost:${port}`;
    whole = await startWholeBot({
      settings: { SESSION_SECRET: 's'.repeat(40), PORT: String(port), PUBLIC_URL },
    });
    office = await staffOffice(whole);
    const resident = await whole.newResident('Bà Lan');
    await resident.write(`tôi ở ${office.village.name}, ${office.cluster.name}, cho tôi gặp cán bộ`);
    await whole.settled();
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await whole.stop();
  });

  /** As the one who runs the server does. @returns the printed link */
  async function invite(...args: string[]): Promise<string> {
    let text = '';
    const { dependencies } = whole.bot;
    await runCommand(['operator:invite', ...args], {
      open: async () => dependencies,
      loadConfig: () => dependencies.config,
      write: (more) => {
        text += more;
      },
    });
    return /http:\S+/.exec(text)?.[0] ?? '';
  }

  /** A security key that says yes by itself, as the developer tools have one. */
  async function plugInKey(page: Page): Promise<void> {
    const session = await page.context().newCDPSession(page);
    await session.send('WebAuthn.enable');
    await session.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
  }

  const open = (window: ConsoleWindow, path: string) => window.page.goto(address + path);
  const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
  const codeOf = (secret: string) => totpAt(secret, totpStep(whole.clock.now()));
  const secretOn = async (page: Page) =>
    /secret=([A-Z2-7]{32})/.exec(
      (await page.getByRole('link', { name: 'trên chính máy' }).getAttribute('href')) ?? '',
    )?.[1] ?? '';

  /** Opens the link and sets up an authenticator. @returns its secret */
  async function setUpCode(window: ConsoleWindow, link: string): Promise<string> {
    const { page } = window;
    await page.goto(link);
    await press(page, 'Dùng trên máy này');
    const secret = await secretOn(page);
    await page.getByLabel('Mã 6 số').fill(codeOf(secret));
    await press(page, 'Xong');
    await page.getByText('Trang này chỉ hiện một lần').waitFor();
    return secret;
  }

  /** Opens a link and makes a passkey; ends on the page of the recovery codes. */
  async function setUpPasskey(page: Page, link: string): Promise<void> {
    await plugInKey(page);
    await page.goto(link);
    await press(page, 'Dùng trên máy này');
    await press(page, 'Tạo khoá truy cập trên máy này');
    await page.getByText('Trang này chỉ hiện một lần').waitFor();
  }

  test('an administrator sets up a passkey, signs out, and signs in with it', async () => {
    const window = await openConsole(browser, whole);
    const { page } = window;
    await setUpPasskey(page, await invite('Trần Thị Quản'));
    expect(await page.locator('.codes li').count()).toBe(10);
    await page.getByRole('link', { name: 'Đã cất, vào bảng làm việc' }).click();
    await page.locator('nav.tabs').waitFor();

    await open(window, '/account');
    await press(page, 'Đăng xuất');
    await page.getByText('Chào Trần Thị Quản').waitFor();
    await press(page, 'Dùng khoá truy cập');
    await page.locator('nav.tabs').waitFor();

    // Another passkey is not made on a device that has one; the first one stays.
    await open(window, '/account/factors');
    await press(page, 'Tạo khoá truy cập trên máy này');
    await page.getByText('Chưa dùng được khoá truy cập này').waitFor();
    await press(page, 'Gỡ khoá này');
    await page.getByText('cách đăng nhập cuối cùng').waitFor();
    expect(window.problems).toEqual([]);
    await window.close();
  }, 120_000);

  test('a passkey signs in in a browser that has never been seen', async () => {
    const window = await openConsole(browser, whole);
    const { page } = window;
    await setUpPasskey(page, await invite('Lê Văn Khoá'));
    await page.context().clearCookies();
    await open(window, '/sign-in');
    await page.getByRole('link', { name: 'Cán bộ văn phòng, quản trị đăng nhập ở đây' }).click();
    await page.getByText('Máy này chưa quen').waitFor();
    await press(page, 'Dùng khoá truy cập');
    await page.locator('nav.tabs').waitFor();
    expect(window.problems).toEqual([]);
    await window.close();
  }, 120_000);

  test('a clerk sets up a code without scripts, works on the own tickets, and signs in with the next code', async () => {
    const window = await openConsole(browser, whole, { javaScriptEnabled: false });
    const { page } = window;
    const link = await invite('Phạm Văn Thư', '--role', 'clerk', '--area', office.commune.areaId);
    const secret = await setUpCode(window, link);
    await page.getByRole('link', { name: 'Đã cất, vào bảng làm việc' }).click();
    await page.getByRole('link', { name: /Mới/ }).waitFor();
    await page.locator('.row').first().click();
    await page.getByText('Phân việc').waitFor();
    expect(await page.getByRole('button', { name: 'Nhận việc' }).count()).toBe(0);
    await open(window, '/operators');
    await page.getByText('Không có trang này').waitFor();

    await open(window, '/account');
    await press(page, 'Đăng xuất');
    await page.getByLabel('Mã đăng nhập').fill('000000');
    await press(page, 'Vào bảng làm việc');
    await page.getByText('Mã không đúng').waitFor();
    await whole.advance(minuteMs);
    await page.getByLabel('Mã đăng nhập').fill(codeOf(secret));
    await press(page, 'Vào bảng làm việc');
    await page.getByRole('link', { name: 'Quản lý' }).waitFor();
    await window.close();
  }, 120_000);

  test.each(consoleLooks)(
    'their pages fit a %s, and axe finds nothing: %o',
    async (name, look) => {
      const window = await openConsole(browser, whole, look);
      const { page } = window;
      const check = async (what: string) => {
        const picture = picturesFolder && `${picturesFolder}/${what}-${name}-${look.colorScheme}.png`;
        await page.evaluate('document.querySelectorAll("main details").forEach((one) => (one.open = true))');
        expect(await checkConsolePage(page, picture)).toEqual([]);
      };
      await plugInKey(page);
      await open(window, '/operator');
      await check('operator-new-browser');
      await page.goto(await invite(`Quản Trị ${name} ${look.colorScheme}`));
      await check('operator-link');
      await press(page, 'Dùng trên máy này');
      await page.getByText('Mã trong ứng dụng xác thực').waitFor();
      await check('operator-set-up');
      await press(page, 'Tạo khoá truy cập trên máy này');
      await page.getByText('Trang này chỉ hiện một lần').waitFor();
      await check('operator-recovery');
      for (const path of ['manage', 'operators', 'audit', 'reports', 'account', 'account/factors']) {
        await open(window, `/${path}`);
        await check(`administrator-${path.replace('/', '-')}`);
      }
      await open(window, '/operators');
      await page.getByLabel('Họ tên').fill('Nguyễn Thị Mới');
      await page.getByLabel(/Văn phòng của nơi nào/).selectOption(office.commune.areaId);
      await press(page, 'Tạo đường dẫn mời');
      await page.getByText('Đường dẫn cho Nguyễn Thị Mới').waitFor();
      await check('administrator-invited');
      await open(window, '?list=all');
      await page.locator('.row').first().click();
      await page.locator('.ticket').waitFor();
      await check('administrator-ticket');
      await open(window, '/account');
      await press(page, 'Đăng xuất');
      await page.getByText('Chào Quản Trị').waitFor();
      await check('operator-sign-in');
      await page.getByLabel('Mã đăng nhập').fill('ABCDE-23456');
      await press(page, 'Vào bảng làm việc');
      await page.getByText('Mã không đúng').waitFor();
      await check('operator-wrong-code');
      expect(window.problems).toEqual([]);
      await window.close();
    },
    180_000,
  );
});
