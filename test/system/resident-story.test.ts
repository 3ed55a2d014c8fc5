import type { Browser } from 'playwright-core';
import { describeInChromium, launchChromium } from '../helpers/chromium.ts';
import { findFaults } from '../helpers/find-faults.ts';
import { openPhone, type PhonePage } from '../helpers/phone-page.ts';
import { startWholeBot, type WholeBot } from '../helpers/whole-bot.ts';

describeInChromium('a resident with a phone of 360 × 740, and the whole bot', () => {
  let whole: WholeBot;
  let browser: Browser;
  let phone: PhonePage;
  let count = 0;
  beforeAll(async () => {
    [whole, browser] = await Promise.all([
      startWholeBot({ runningClock: true, simulator: { switches: { receipts: 'seen' } } }),
      launchChromium(),
    ]);
  });
  afterAll(async () => {
    await browser.close();
    await whole.stop();
  });
  beforeEach(async () => {
    count += 1;
    const { userId } = await whole.newResident('Bác Lành');
    const colorScheme = count % 2 === 0 ? 'dark' : 'light';
    phone = await openPhone(browser, whole.simulatorUrl, { colorScheme, userId });
  });
  afterEach(async () => {
    const { page, problems } = phone;
    const faults = await findFaults(page);
    await phone.close();
    expect(faults).toEqual([]);
    expect(problems).toEqual([]);
  });

  /** The sheet of an answer, where a resident reacts to it or quotes it. */
  const openSheetOf = async (text: string) => {
    await phone.waitForBubble(text);
    await phone
      .button(new RegExp(`^Thả cảm xúc hoặc trả lời tin: ${text}`))
      .last()
      .click();
  };

  test('the resident follows, writes without diacritics and goes step by step by taps', async () => {
    await phone.button('Quan tâm').click();
    await phone.waitForBubble('Dạ chào ạ! Đây là trợ lý');
    await phone.write('quen mat khau etax');
    const answer = await phone.waitForBubble('Không cần nhớ mật khẩu eTax');
    expect(await answer.locator('.text').textContent()).toMatch(/^1\. /m);
    await phone.tap('Từng bước một');
    await phone.waitForOwnBubble('#Từng bước một');
    await phone.waitForBubble('Bước 1/3');
    await phone.tap('Tiếp');
    await phone.waitForBubble('Bước 2/3');
  });

  test('the resident chooses by numbers, and opens an official page by a button', async () => {
    await phone.write('menu');
    await phone.waitForBubble('nhắn số thứ tự');
    await phone.write('1');
    await phone.waitForBubble('Dịch vụ công trực tuyến: hay được hỏi');
    await phone.write('1');
    await phone.waitForBubble('Cổng Dịch vụ công quốc gia');
    const link = phone.page.getByRole('link', { name: 'Mở Cổng quốc gia' }).last();
    expect(await link.getAttribute('href')).toBe('https://dichvucong.gov.vn/');
  });

  test('the resident sends a photo and asks a volunteer to look at it', async () => {
    await phone.sendSamplePhoto('giấy hẹn');
    await phone.waitForBubble('đừng gửi ảnh căn cước hay thẻ ngân hàng');
    await phone.tap('Gửi cho cán bộ xem');
    await phone.waitForBubble(/yêu cầu \d+/);
  });

  test('the resident sends a voice note and asks a volunteer to listen to it', async () => {
    await phone.write('gọi tôi là bác');
    await phone.waitForBubble('từ nay cháu gọi là bác');
    await phone.sendSampleVoice(7);
    await phone.waitForBubble('Cháu chưa nghe được lời nói ạ. Bác muốn cán bộ nghe và trả lời không?');
    await phone.tap('Gửi cho cán bộ nghe');
    await phone.waitForBubble(/yêu cầu \d+ của bác/);
  });

  test('the resident says thanks by a sticker', async () => {
    await phone.write('quen mat khau etax');
    await phone.waitForBubble('Không cần nhớ mật khẩu eTax');
    await phone.sendSticker('Cảm ơn');
    await phone.waitForBubble('Dạ không có gì ạ');
  });

  test('the resident reacts with a heart, which stays on the answer and brings no message', async () => {
    await phone.write('quen mat khau etax');
    await openSheetOf('Không cần nhớ mật khẩu eTax');
    await phone.button('yêu thích').click();
    await phone.write('cảm ơn');
    await phone.waitForBubble('Dạ không có gì ạ');
  });

  test('the resident quotes an older answer and asks a further question', async () => {
    await phone.write('làm giấy khai sinh cho con');
    await phone.waitForBubble('giấy chứng sinh');
    await phone.write('quen mat khau etax');
    await phone.waitForBubble('Không cần nhớ mật khẩu eTax');
    await openSheetOf('Làm ở UBND xã');
    await phone.button('Trả lời').click();
    await phone.write('hết bao nhiêu tiền');
    await phone.waitForBubble(/0 đồng|[Ll]ệ phí/);
  });

  test('the resident calls, and the OA promises an answer', async () => {
    await phone.write('chào cháu');
    await phone.waitForBubble('Dạ chào ạ');
    await phone.button('Gọi Xã Thử Một').click();
    await phone.button('Tắt máy').click();
    await phone.waitForBubble(/cuộc gọi nhỡ[\s\S]*yêu cầu \d+/);
  });

  test('the resident agrees to a call and shares the number on the card', async () => {
    await phone.write('gọi lại cho tôi');
    await phone.waitForBubble('Có đồng ý cho số không ạ?');
    await phone.tap('Đồng ý');
    await phone.button('Chia sẻ thông tin').click();
    await phone.page.getByRole('textbox', { name: 'Số điện thoại' }).fill('84900000002');
    await phone.button('Đồng ý chia sẻ').click();
    await phone.waitForBubble('đã nhận số điện thoại');
    const { db } = whole.bot.dependencies.database;
    const tickets = await db.selectFrom('tickets').select(['kind', 'phone_encrypted']).execute();
    expect(tickets.filter(({ phone_encrypted }) => phone_encrypted !== null)).toHaveLength(1);
  });
});
