import { mkdirSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { minuteMs } from '../../src/durations.ts';
import { checkConsolePage } from '../helpers/check-console-page.ts';
import { describeInChromium, launchChromium } from '../helpers/chromium.ts';
import { type ConsoleLook, type ConsoleWindow, openConsole, signInByPhone } from '../helpers/console-page.ts';
import { askForHelp, linkPhone, type MemberPhone } from '../helpers/member-phones.ts';
import { members, type StaffedOffice, staffOffice } from '../helpers/staffed-office.ts';
import { type Resident, startWholeBot, type WholeBot } from '../helpers/whole-bot.ts';

/** Folder for pictures that people look at; without it the tests take none. */
const picturesFolder = process.env.CONSOLE_PICTURES;
if (picturesFolder) mkdirSync(picturesFolder, { recursive: true });

describeInChromium('the console in a browser', () => {
  let browser: Browser;
  let whole: WholeBot;
  let office: StaffedOffice;
  let hoa: MemberPhone;
  let hai: MemberPhone;
  let lan: Resident;

  beforeAll(async () => {
    browser = await launchChromium();
    whole = await startWholeBot({ settings: { SESSION_SECRET: 's'.repeat(40) } });
    office = await staffOffice(whole);
    hoa = await linkPhone(whole, members.village[0] ?? '');
    hai = await linkPhone(whole, members.village[1] ?? '');
    lan = await whole.newResident('Bà Lan');
    await whole.advance(minuteMs);
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await whole.stop();
  });

  async function signedIn(phone: MemberPhone, look: ConsoleLook = {}): Promise<ConsoleWindow> {
    const window = await openConsole(browser, whole, look);
    await signInByPhone(window, phone);
    return window;
  }

  test('a resident asks; of two members one claims, answers, takes back, answers again; both pages stay in step', async () => {
    const [first, second] = [await signedIn(hoa), await signedIn(hai, { width: 1280, height: 800 })];
    await first.page.getByText('Không còn việc nào').waitFor();
    const number = await askForHelp(lan, office.village.name);
    await first.page.locator('.row').waitFor();
    await second.page.locator('.row').waitFor();
    await first.page.locator('.row').click();
    await second.page.locator('.row').click();
    await second.page.getByText('cũng đang xem').waitFor();

    await first.page.getByRole('button', { name: 'Nhận việc' }).click();
    await first.page.getByLabel('Trả lời bà con').waitFor();
    await second.page.getByText('Việc này đang có người lo').or(second.page.getByText('Phân việc')).waitFor();

    const box = first.page.getByLabel('Trả lời bà con');
    await box.fill('Bác mở nhầm ứng dụng rồi ạ');
    await first.page.getByRole('button', { name: 'Gửi', exact: true }).click();
    await first.page.getByRole('button', { name: 'Hoàn tác' }).click();
    await first.page.getByText('Đã rút lại, bà con').waitFor();
    expect(await box.inputValue()).toBe('Bác mở nhầm ứng dụng rồi ạ');

    await box.fill('Bác mở VNeID rồi bấm Ký số ạ');
    await lan.write('bác chờ mãi');
    await whole.settled();
    await first.page.locator('.bubble.resident', { hasText: 'bác chờ mãi' }).waitFor();
    expect(await box.inputValue()).toBe('Bác mở VNeID rồi bấm Ký số ạ');

    await first.page.getByRole('button', { name: 'Gửi', exact: true }).click();
    await first.page.getByText('Sẽ gửi sau').waitFor();
    await whole.advance(11_000);
    await first.page.getByText('✓').first().waitFor();
    const heard = (await lan.heard()).map(({ text }) => text).join('\n');
    expect(heard).toContain('Bác mở VNeID rồi bấm Ký số ạ');
    expect(heard).not.toContain('nhầm ứng dụng');

    await first.page.getByLabel('Đã làm gì').selectOption('called');
    await first.page.getByRole('button', { name: 'Xong', exact: true }).click();
    await first.page.getByText('Đã đóng. Bà con').waitFor();
    expect(await office.ticket(number)).toMatchObject({ status: 'resolved' });
    expect([...first.problems, ...second.problems]).toEqual([]);
    await first.close();
    await second.close();
  }, 180_000);

  test('everything works without scripts', async () => {
    const number = await askForHelp(await whole.newResident('Ông Tư'), office.village.name);
    const plain = await openConsole(browser, whole, { javaScriptEnabled: false });
    await signInByPhone(plain, hai);
    await plain.open(`/tickets/${number}`);
    await plain.page.getByRole('button', { name: 'Nhận việc' }).click();
    await plain.page.getByLabel('Trả lời bà con').fill('Cháu chào ông ạ');
    await plain.page.getByRole('button', { name: 'Gửi', exact: true }).click();
    await plain.page.getByText('Sẽ gửi sau 10 giây').waitFor();
    expect(await office.ticket(number)).toMatchObject({ assignee_id: members.village[1] });
    await plain.close();
  }, 120_000);

  describe.each([
    { name: 'phone', width: 360, height: 740 },
    { name: 'wide', width: 1280, height: 800 },
  ])('at $width × $height', ({ name, width, height }) => {
    test.each(['light', 'dark'] as const)(
      'fits, and axe finds nothing: %s',
      async (colorScheme) => {
        const look = { width, height, colorScheme };
        const number = await askForHelp(await whole.newResident('Cô Mai'), office.village.name, {
          question: 'bố tôi 80 tuổi muốn làm lại thẻ bảo hiểm y tế bị mất thì ra đâu',
        });
        const window = await openConsole(browser, whole, look);
        const check = async (what: string) => {
          const picture = picturesFolder && `${picturesFolder}/${what}-${name}-${colorScheme}.png`;
          expect(await checkConsolePage(window.page, picture)).toEqual([]);
        };
        await window.open('/sign-in');
        await check('sign-in');
        await signInByPhone(window, hoa);
        await check('inbox');
        await window.open('?list=all&area=none');
        await check('inbox-filtered');
        await window.open(`/tickets/${number}`);
        await check('ticket-new');
        await window.page.getByRole('button', { name: 'Nhận việc' }).click();
        await window.page.getByLabel('Trả lời bà con').fill('Dạ chị mang căn cước của bác ra xã giúp em ạ');
        await window.page.getByRole('button', { name: 'Gửi', exact: true }).click();
        await window.page.evaluate(
          'document.querySelectorAll("aside details").forEach((one) => (one.open = true))',
        );
        await check('ticket-mine');
        await window.open('/team');
        await check('team');
        await window.open('/account');
        await check('account');
        await window.open('/nothing');
        await check('not-found');
        expect(window.problems).toEqual([]);
        await window.page.goto(`${whole.botUrl}/console/tickets/${number}`);
        await window.page.getByLabel('Đã làm gì').selectOption('other');
        await window.page.getByRole('button', { name: 'Xong', exact: true }).click();
        await window.close();
      },
      120_000,
    );
  });

  test('the first load of the inbox stays under 60 KB', async () => {
    const window = await signedIn(hai);
    let bytes = 0;
    const session = await window.page.context().newCDPSession(window.page);
    await session.send('Network.enable');
    await session.send('Network.clearBrowserCache');
    session.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    await session.send('Network.emulateNetworkConditions', slow4g);
    const startedAt = performance.now();
    await window.open('?list=all');
    const readyMs = performance.now() - startedAt;
    await window.page.waitForTimeout(500);
    process.stdout.write(
      `first load of the inbox: ${(bytes / 1024).toFixed(1)} KB, ready in ${readyMs.toFixed(0)} ms on a slow phone\n`,
    );
    expect(bytes).toBeGreaterThan(5_000);
    expect(bytes).toBeLessThan(60 * 1024);
    await window.close();
  }, 60_000);
});

/** Slow 4G as Chromium's tools have it: 1.6 Mbit/s down, 750 kbit/s up, 150 ms. */
const slow4g = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };
