import { describeInChromium } from '../helpers/chromium.ts';
import { findFaults } from '../helpers/find-faults.ts';
import { openPhone, type PhonePage } from '../helpers/phone-page.ts';
import { contactRequest, type ScriptedOa, show, withButtons } from '../helpers/scripted-oa.ts';
import { usePhone } from '../helpers/use-phone.ts';

/** Fills the chat with every kind of bubble. */
async function fillChat(oa: ScriptedOa, userId: string, phone: PhonePage): Promise<void> {
  oa.script = ({ event_name }) =>
    event_name === 'user_send_image' ? { text: 'Cháu nhận được ảnh rồi ạ' } : undefined;
  await phone.write('nộp hồ sơ ở dichvucong.gov.vn à');
  await phone.waitForOwnBubble('nộp hồ sơ');
  await phone.sendSamplePhoto('giấy hẹn');
  await phone.waitForBubble('nhận được ảnh');
  await phone.sendSampleVoice(7);
  await phone.sendSticker('Cảm ơn');
  for (const title of ['Vị trí', 'Danh thiếp', 'Tệp mẫu']) await phone.sendOther(title);
  const link = { title: 'Mở trang', type: 'oa.open.url', payload: { url: 'https://dichvucong.gov.vn' } };
  await oa.send(userId, withButtons('Mời bác chọn', show('Xem các mục'), link));
  await oa.send(userId, contactRequest);
  await phone.button('Chia sẻ thông tin').waitFor();
  await phone.button(/^Thả cảm xúc hoặc trả lời tin: Mời bác/).click();
  await phone.button('thích').click();
  await phone.page.getByRole('img', { name: 'Cảm xúc: thích' }).waitFor();
}

describeInChromium('accessibility of the phone', () => {
  const at = usePhone();

  describe.each(['light', 'dark'] as const)('axe, %s', (colorScheme) => {
    test('axe finds nothing in a chat, its trays and sheets at 360 × 740', async () => {
      const phone = await openPhone(at.browser, at.oa.url, { colorScheme });
      const { page, button } = phone;
      expect(await findFaults(page)).toEqual([]);
      await fillChat(at.oa, at.userId, phone);
      expect(await findFaults(page)).toEqual([]);
      for (const name of ['Nhãn dán', 'Gửi thứ khác', 'Mở menu của trang']) {
        await button(name).click();
        expect(await findFaults(page)).toEqual([]);
      }
      await button('Về ô gõ chữ').click();
      await button('Ghi âm').click();
      expect(await findFaults(page)).toEqual([]);
      await button('Bỏ ghi âm').click();
      for (const name of [
        /^Thả cảm xúc hoặc trả lời tin: Mời/,
        /^Xem trang Xã Ví Dụ/,
        'Gọi Xã Ví Dụ',
        'Chia sẻ thông tin',
        'Xem ảnh lớn',
      ]) {
        await button(name).click();
        await page.getByRole('dialog').waitFor();
        expect(await findFaults(page)).toEqual([]);
        await page.keyboard.press('Escape');
        await page.getByRole('dialog').waitFor({ state: 'detached' });
      }
      await phone.close();
    });

    test('axe finds nothing in the list of conversations and of people', async () => {
      const { page, button, close } = await openPhone(at.browser, at.oa.url, { colorScheme });
      await button('Về danh sách tin nhắn').click();
      expect(await findFaults(page)).toEqual([]);
      await button(/^Máy của/).click();
      expect(await findFaults(page)).toEqual([]);
      await close();
    });

    test('axe finds nothing at 1280 × 800, in any tab', async () => {
      const phone = await openPhone(at.browser, at.oa.url, { colorScheme, width: 1280, height: 800 });
      const { page } = phone;
      await fillChat(at.oa, at.userId, phone);
      await at.oa.call('POST', '/sim/faults', { kind: 'error', rate: 1 });
      await at.oa.send(at.userId, { text: 'bị lỗi' });
      await page.locator('.entry.tone-bad summary').first().click();
      expect(await findFaults(page)).toEqual([]);
      for (const name of ['Người này', 'Lỗi và thời gian', 'Công tắc']) {
        await page.getByRole('tab', { name }).click();
        expect(await findFaults(page)).toEqual([]);
      }
      await phone.close();
    });
  });

  describe('by keyboard alone', () => {
    const focused = () =>
      at.phone.page.evaluate(
        'document.activeElement.getAttribute("aria-label") ?? document.activeElement.textContent',
      );
    const press = async (...keys: string[]) => {
      for (const key of keys) await at.phone.page.keyboard.press(key);
    };
    /** Presses Tab or Shift+Tab until the named element has the focus. */
    const reach = async (name: string, key = 'Tab') => {
      for (let step = 0; step < 60; step++) {
        if (String(await focused()).startsWith(name)) return;
        await press(key);
      }
      throw new Error(`${name} cannot be reached with ${key}; focus is on ${await focused()}`);
    };

    test('a resident writes, taps, reacts, answers and sends a sticker', async () => {
      at.oa.script = ({ message }) =>
        message?.text === 'chào' ? withButtons('Bác chọn ạ', show('Xem các mục')) : undefined;
      await reach('Soạn tin nhắn');
      await at.phone.page.keyboard.type('chào');
      await press('Enter');
      await at.phone.waitForBubble('Bác chọn ạ');

      await reach('Xem các mục', 'Shift+Tab');
      await press('Enter');
      await at.phone.waitForOwnBubble('#Xem các mục');

      await reach('Thả cảm xúc hoặc trả lời tin: Bác chọn ạ');
      await press('Enter');
      await reach('yêu thích');
      await press('Space');
      await at.oa.waitFor('user_reacted_message');
      await reach('Thả cảm xúc hoặc trả lời tin: Bác chọn ạ');
      await press('Enter');
      await reach('Trả lời');
      await press('Enter');
      expect(await focused()).toBe('Soạn tin nhắn');
      await at.phone.page.keyboard.type('vâng');
      await press('Enter');
      await at.oa.waitFor('user_send_text', ({ message }) => message.quote_msg_id);

      await reach('Nhãn dán');
      await press('Enter');
      await reach('Nhãn dán: Vâng ạ');
      await press('Enter');
      await at.oa.waitFor('user_send_sticker');
      expect(await focused()).toBe('Soạn tin nhắn');
    });

    test('a sheet keeps the focus inside, Escape closes it, and focus returns', async () => {
      await reach('Gọi Xã Ví Dụ', 'Shift+Tab');
      await press('Shift+Tab');
      await press('Enter');
      await at.phone.page.getByRole('dialog', { name: 'Xã Ví Dụ' }).waitFor();
      const seen = new Set<unknown>();
      for (let step = 0; step < 12; step++) {
        await press('Tab');
        seen.add(
          await at.phone.page.evaluate(
            'document.activeElement === document.body || document.activeElement.closest("[role=dialog]") !== null',
          ),
        );
      }
      expect([...seen]).toEqual([true]);
      await reach('Nhắn tin');
      await press('Escape');
      await at.phone.page.getByRole('dialog').waitFor({ state: 'detached' });
      expect(String(await focused())).toContain('Xem trang');
    });

    test('the tabs beside the phone follow the arrows', async () => {
      const wide = await openPhone(at.browser, at.oa.url, { width: 1280, height: 800 });
      await wide.page.getByRole('tab', { name: 'Nhật ký' }).focus();
      await wide.page.keyboard.press('ArrowRight');
      await wide.page.getByRole('tabpanel', { name: 'Người này' }).waitFor();
      await wide.page.keyboard.press('End');
      await wide.page.getByRole('tabpanel', { name: 'Công tắc' }).waitFor();
      await wide.close();
    });
  });

  test('a screen reader announces the OA’s messages and buttons, and not the resident’s own messages', async () => {
    await at.receive(withButtons('Bác chọn ạ', show('Một'), show('Hai')));
    await at.phone.waitForBubble('Bác chọn ạ');
    const heard = await at.phone.page.locator('[aria-live=polite]').allTextContents();
    expect(heard).toEqual(['Xã Ví Dụ nhắn: Bác chọn ạ Có các nút: Một, Hai.']);
  });
});
