import { mkdirSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { checkConsolePage } from '../helpers/check-console-page.ts';
import { describeInChromium, launchChromium } from '../helpers/chromium.ts';
import { type ConsoleWindow, consoleLooks, openConsole, signInByPhone } from '../helpers/console-page.ts';
import { makeWorkbook } from '../helpers/make-workbook.ts';
import { linkPhone, type MemberPhone } from '../helpers/member-phones.ts';
import { members, type StaffedOffice, staffOffice } from '../helpers/staffed-office.ts';
import { startWholeBot, type WholeBot } from '../helpers/whole-bot.ts';

/** Folder for pictures that people look at; without it the tests take none. */
const picturesFolder = process.env.CONSOLE_PICTURES;
if (picturesFolder) mkdirSync(picturesFolder, { recursive: true });

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

describeInChromium('the pages of the root desk in a browser', () => {
  let browser: Browser;
  let whole: WholeBot;
  let office: StaffedOffice;
  let desk: MemberPhone;

  beforeAll(async () => {
    browser = await launchChromium();
    whole = await startWholeBot({ settings: { SESSION_SECRET: 's'.repeat(40) } });
    office = await staffOffice(whole);
    desk = await linkPhone(whole, members.root[0] ?? '');
    const resident = await whole.newResident('Bà Lan');
    await resident.write(`tôi ở thôn Lạ Hoắc, ${office.cluster.name}, cho tôi gặp cán bộ`);
    await whole.settled();
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await whole.stop();
  });

  async function choose(window: ConsoleWindow, rows: string[][]): Promise<void> {
    await window.open('/import');
    await window.page.getByLabel('Tệp danh sách').setInputFiles({
      ...{ name: 'nguoi.xlsx', mimeType: xlsx },
      buffer: makeWorkbook({ rows: [['name', 'phone', 'commune', 'village'], ...rows] }),
    });
    await window.page.getByRole('button', { name: 'Xem trước' }).click();
    await window.page.getByRole('heading', { level: 1 }).waitFor();
  }

  test.each(consoleLooks)(
    'fit a %s, and axe finds nothing: %o',
    async (name, look) => {
      const window = await openConsole(browser, whole, look);
      const check = async (what: string) => {
        const picture = picturesFolder && `${picturesFolder}/${what}-${name}-${look.colorScheme}.png`;
        expect(await checkConsolePage(window.page, picture)).toEqual([]);
      };
      await signInByPhone(window, desk);
      for (const page of ['manage', 'import', 'places', 'zalo']) {
        await window.open(`/${page}`);
        await window.page.evaluate(
          'document.querySelectorAll("details").forEach((one) => (one.open = true))',
        );
        await check(page);
      }
      await window.page.getByLabel('Vì sao tạm dừng').first().fill('Lệ phí vừa đổi');
      await window.page.getByRole('button', { name: 'Tạm dừng', exact: true }).first().click();
      await window.page.getByText('Trợ lý đang tạm dừng ở trang Zalo').waitFor();
      await check('zalo-paused');
      await window.page.getByRole('button', { name: 'Cho trợ lý chạy lại' }).click();
      await window.page.getByText('Trợ lý đang tạm dừng ở trang Zalo').waitFor({ state: 'detached' });
      await window.page.getByText('Tạm dừng trả lời về một mục').click();
      await window.page.getByLabel('Mục nào').selectOption('etax-mobile');
      await window.page.getByLabel('Vì sao dừng mục này').fill('Lệ phí vừa đổi');
      await window.page.getByRole('button', { name: 'Tạm dừng mục này' }).click();
      await window.page.getByText('Trợ lý tạm không trả lời về: Thuế và ứng dụng eTax Mobile').waitFor();
      await check('zalo-topic-paused');
      await window.page.getByRole('button', { name: 'Cho trả lời lại: Thuế' }).click();
      await window.page.getByText('Trợ lý tạm không trả lời về').waitFor({ state: 'detached' });
      await window.open('?list=all');
      await window.page.getByRole('checkbox').first().check();
      await check('inbox-root');
      await window.page.locator('.row').first().click();
      await window.page.locator('.ticket').waitFor();
      await check('ticket-root');
      await window.open('/account');
      await check('account-root');
      await choose(window, [
        ['Nguyễn Thị Sai', '12O4', office.commune.name, office.village.name],
        ['Trần Văn Lạ', '', office.commune.name, 'Lạ Hoắc'],
      ]);
      await check('import-faults');
      await choose(window, [
        ['Nguyễn Thị Đúng', '900000001', office.commune.name, office.village.name],
        ['Trần Văn Đủ', '', office.commune.name, office.village.name],
      ]);
      await check('import-preview');
      expect(window.problems).toEqual([]);
      await window.close();
    },
    120_000,
  );

  test('a list is imported, a name mapped and the assistant paused without scripts', async () => {
    const window = await openConsole(browser, whole, { javaScriptEnabled: false });
    const { page } = window;
    await signInByPhone(window, desk);
    await choose(window, [['Lê Thị Mới', '', office.commune.name, office.village.name]]);
    await page.getByRole('button', { name: 'Ghi 1 thay đổi' }).click();
    await page.getByText('Đã nhập xong').waitFor();
    await page.getByText('+ le-thi-moi Lê Thị Mới').waitFor();

    await window.open('/places');
    await page.getByLabel('Là nơi nào').selectOption(office.village.areaId);
    await page.getByRole('button', { name: 'Là nơi này' }).click();
    await page.getByText(`từ nay là ${office.village.name}`).waitFor();

    await window.open('/zalo');
    await page.getByText('Tạm dừng trợ lý ở trang này').first().click();
    await page.getByLabel('Vì sao tạm dừng').first().fill('Lệ phí vừa đổi');
    await page.getByRole('button', { name: 'Tạm dừng', exact: true }).first().click();
    await page.getByText('Trợ lý đang tạm dừng ở trang Zalo').waitFor();
    await page.getByRole('button', { name: 'Cho trợ lý chạy lại' }).click();
    await page.getByText('Trợ lý đang tạm dừng ở trang Zalo').waitFor({ state: 'detached' });
    await window.close();
  }, 120_000);
});
