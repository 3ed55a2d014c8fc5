import type { Browser } from 'playwright-core';
import { describeInChromium, launchChromium } from '../helpers/chromium.ts';
import { openPhone, type PhonePage } from '../helpers/phone-page.ts';
import { until } from '../helpers/until.ts';
import { contactRequest, type ScriptedOa, show, startScriptedOa, withButtons } from './scripted-oa.ts';

describeInChromium('the phone at 360 × 740', () => {
  let browser: Browser;
  let oa: ScriptedOa;
  let phone: PhonePage;
  let userId: string;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    oa = await startScriptedOa();
    userId = await oa.addUser();
    phone = await openPhone(browser, oa.url);
  });
  afterEach(async () => {
    const { problems } = phone;
    await phone.close();
    await oa.close();
    expect(problems).toEqual([]);
  });

  const ownTexts = () => phone.page.locator('.row.own .text').allTextContents();
  /** So that the window is open and the OA may write. */
  const greet = async (...messages: object[]) => {
    await phone.write('chào');
    await oa.waitFor('user_send_text');
    for (const message of messages) expect((await oa.send(userId, message)).error).toBe(0);
  };

  describe('writing', () => {
    test('a text shows at once, reaches the OA, and is seen when the OA answers', async () => {
      oa.script = ({ event_name, message }) =>
        event_name === 'user_send_text' ? { text: `Dạ vâng: ${message.text}` } : undefined;
      await phone.write('nộp hồ sơ ở đâu');
      await phone.waitForBubble('Dạ vâng: nộp hồ sơ ở đâu');
      const own = await phone.waitForOwnBubble('nộp hồ sơ ở đâu');
      await own.getByText('Đã xem').waitFor();
      expect(await ownTexts()).toEqual(['nộp hồ sơ ở đâu']);
    });

    test('the ticks tell that the OA has it, and that it has not', async () => {
      oa.status = 500;
      await phone.write('một');
      await (await phone.waitForOwnBubble('một')).getByText('Đã gửi').waitFor();
      oa.status = 200;
      await phone.write('hai');
      await (await phone.waitForOwnBubble('hai')).getByText('Đã nhận').waitFor();
    });

    test('a text that could not be sent stays, and is sent again by hand', async () => {
      const path = `**/sim/users/${userId}/messages`;
      await phone.page.route(path, (route) => route.abort());
      await phone.write('có ai không');
      await (await phone.waitForOwnBubble('có ai không')).getByText('Chưa gửi được').waitFor();
      await phone.page.unroute(path);
      await phone.button('Gửi lại').click();
      await (await phone.waitForOwnBubble('có ai không')).getByText('Đã nhận').waitFor();
      expect(await ownTexts()).toEqual(['có ai không']);
    });

    test('markup stays text, and only web addresses can be tapped', async () => {
      const text = '<img src=x onerror="window.hurt=1"> javascript:alert(1) xem dichvucong.gov.vn. a@b.vn';
      oa.script = ({ message }) => (message?.text === text ? { text } : undefined);
      await phone.write(text);
      const bubble = await phone.waitForBubble('onerror');
      expect(await bubble.locator('.text').textContent()).toBe(text);
      expect(await phone.page.locator('.messages img').count()).toBe(0);
      expect(await phone.page.evaluate('window.hurt')).toBeUndefined();
      const links = await bubble.getByRole('link').all();
      expect(links).toHaveLength(1);
      const attributes = await Promise.all(
        ['href', 'target', 'rel'].map((name) => links[0]?.getAttribute(name)),
      );
      expect(attributes).toEqual(['https://dichvucong.gov.vn/', '_blank', 'noopener noreferrer']);
    });

    test('the typing box grows with the text; Enter sends and Shift+Enter does not', async () => {
      const box = phone.page.getByLabel('Soạn tin nhắn');
      const height = async () => (await box.boundingBox())?.height ?? 0;
      const low = await height();
      await box.pressSequentially('dòng một');
      await box.press('Shift+Enter');
      await box.pressSequentially('dòng hai');
      expect(await height()).toBeGreaterThan(low);
      await box.press('Enter');
      const own = await phone.waitForOwnBubble('dòng hai');
      expect(await own.locator('.text').textContent()).toBe('dòng một\ndòng hai');
      expect(await height()).toBe(low);
    });
  });

  describe('buttons', () => {
    test('a plain one sends its payload in the resident’s name', async () => {
      await greet(withButtons('Bác chọn ạ', show('Xem các mục')));
      await phone.tap('Xem các mục');
      await phone.waitForOwnBubble('#Xem các mục');
      expect(
        (await oa.waitFor('user_send_text', ({ message }) => message.text.startsWith('#'))).sender.id,
      ).toBe(userId);
    });

    test('a hidden one reaches the OA and does not show', async () => {
      await greet(
        withButtons('Bác chọn ạ', { title: 'Chưa được', type: 'oa.query.hide', payload: '#Chưa được' }),
      );
      await phone.tap('Chưa được');
      await oa.waitFor('user_send_text', ({ message }) => message.text === '#Chưa được');
      await phone.write('sau đó');
      await phone.waitForOwnBubble('sau đó');
      expect(await ownTexts()).toEqual(['chào', 'sau đó']);
    });

    test('a link opens elsewhere, and a number is shown before it is called', async () => {
      const link = { title: 'Mở trang', type: 'oa.open.url', payload: { url: 'https://dichvucong.gov.vn' } };
      const number = { title: 'Gọi', type: 'oa.open.phone', payload: { phone_code: '84241022000' } };
      await greet(withButtons('Bác chọn ạ', link, number));
      const opened = phone.page.getByRole('link', { name: 'Mở trang' });
      expect(await opened.getAttribute('href')).toBe('https://dichvucong.gov.vn/');
      expect(await opened.getAttribute('rel')).toBe('noopener noreferrer');
      await phone.tap('Gọi');
      await phone.page.getByRole('dialog').getByText('+84 241 022 000').waitFor();
      await phone.button('Đóng').last().click();
      await phone.page.getByRole('dialog').waitFor({ state: 'detached' });
    });

    test('the OA’s menu has entries and lists of entries', async () => {
      await phone.button('Mở menu của trang').click();
      await phone.button('Các mục').click();
      await phone.waitForOwnBubble('#Các mục');
      await phone.button('Giúp: mở thêm').click();
      await phone.button('Gặp cán bộ').click();
      await phone.waitForOwnBubble('#Gặp cán bộ');
      await phone.button('Về ô gõ chữ').click();
      await phone.page.getByLabel('Soạn tin nhắn').waitFor();
    });
  });

  describe('media', () => {
    const attachmentOf = async (eventName: string) => (await oa.waitFor(eventName)).message.attachments[0];

    test('a sample photo is a JPEG that the OA can fetch', async () => {
      await phone.sendSamplePhoto('giấy hẹn');
      const { payload } = await attachmentOf('user_send_image');
      const photo = await fetch(payload.url);
      expect(photo.headers.get('content-type')).toContain('image/jpeg');
      expect(Buffer.from(await photo.arrayBuffer()).subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]));
      await phone.page.locator('.row.own img').waitFor();
    });

    test('a photo of the machine can be chosen, and opened large', async () => {
      const image = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"/>');
      await phone.button('Gửi ảnh').click();
      const chooser = phone.page.waitForEvent('filechooser');
      await phone.button('Chọn ảnh trong máy').click();
      await (await chooser).setFiles({ name: 'ảnh.svg', mimeType: 'image/svg+xml', buffer: image });
      const { payload } = await attachmentOf('user_send_image');
      expect(Buffer.from(await (await fetch(payload.url)).arrayBuffer())).toEqual(image);
      await phone.button('Xem ảnh lớn').click();
      await phone.page.getByRole('dialog').getByRole('img').waitFor();
    });

    test('a voice note tells its length', async () => {
      await phone.sendSampleVoice(7);
      const { payload } = await attachmentOf('user_send_audio');
      const note = Buffer.from(await (await fetch(payload.url)).arrayBuffer());
      expect(note.subarray(0, 4).toString()).toBe('RIFF');
      await (await phone.waitForOwnBubble('0:07'))
        .getByRole('button', { name: 'Nghe tin thoại 0:07' })
        .waitFor();
    });

    test('a recording can be thrown away', async () => {
      await phone.button('Ghi âm').click();
      await phone.button('Bỏ ghi âm').click();
      await phone.write('thôi gõ vậy');
      await oa.waitFor('user_send_text');
      expect(oa.received.map(({ event_name }) => event_name)).not.toContain('user_send_audio');
    });

    test('a sticker, a place, a card, a link and a file', async () => {
      await phone.sendSticker('Cảm ơn');
      for (const title of ['Vị trí', 'Danh thiếp', 'Liên kết', 'Tệp mẫu']) await phone.sendOther(title);
      expect((await attachmentOf('user_send_sticker')).payload.url).toContain('eid=23312');
      expect((await attachmentOf('user_send_location')).payload.coordinates.latitude).toBe('20.683451');
      expect((await attachmentOf('user_send_business_card')).payload.description).toContain('84900000001');
      expect((await attachmentOf('user_send_link')).payload.url).toBe('https://dichvucong.gov.vn/');
      expect((await attachmentOf('user_send_file')).payload).toMatchObject({
        name: 'to-khai-mau.pdf',
        type: 'pdf',
      });
      await phone.page.getByRole('img', { name: 'Nhãn dán: Cảm ơn' }).waitFor();
      await phone.page.getByRole('link', { name: 'Mở tệp to-khai-mau.pdf' }).waitFor();
      expect(await phone.page.locator('.row.own').count()).toBe(5);
    });

    test('a photo of the OA shows; one that cannot be fetched says so', async () => {
      await phone.sendSamplePhoto('đường làng');
      const { payload } = await attachmentOf('user_send_image');
      const image = (url: string) => ({
        attachment: {
          type: 'template',
          payload: { template_type: 'media', elements: [{ media_type: 'image', url }] },
        },
      });
      await oa.send(userId, image(payload.url));
      await phone.page.locator('.row.theirs img').waitFor();
      await oa.send(userId, image(`${oa.url}/sim/media/000`));
      await phone.page.getByText('Ảnh không mở được').waitFor();
    });
  });

  describe('around a message', () => {
    const open = async (text: string) => {
      await phone.waitForBubble(text);
      await phone.button(new RegExp(`^Thả cảm xúc hoặc trả lời tin: ${text}`)).click();
    };

    test('an answer quotes it, on both sides', async () => {
      await greet({ text: 'Bác ở xã nào ạ?' });
      await open('Bác ở xã nào');
      await phone.button('Trả lời').click();
      await phone.write('xã Ví Dụ');
      const quote = await oa.waitFor('user_send_text', ({ message }) => message.quote_msg_id);
      const { messages } = await oa.call('GET', `/sim/users/${userId}/messages`);
      expect(quote.message.quote_msg_id).toBe(messages[1].id);
      const own = await phone.waitForOwnBubble('xã Ví Dụ');
      await own.getByRole('button', { name: 'Bác ở xã nào ạ?' }).waitFor();
      await phone.write('câu sau');
      expect(
        (await oa.waitFor('user_send_text', ({ message }) => message.text === 'câu sau')).message,
      ).not.toHaveProperty('quote_msg_id');
    });

    test('a reaction shows, and can be taken back', async () => {
      await greet({ text: 'Xong rồi ạ' });
      await open('Xong rồi');
      await phone.button('yêu thích').click();
      await oa.waitFor('user_reacted_message', ({ message }) => message.react_icon === '/-heart');
      await phone.page.getByRole('img', { name: 'Cảm xúc: yêu thích' }).waitFor();
      await open('Xong rồi');
      await phone.button('yêu thích').click();
      await oa.waitFor('user_reacted_message', ({ message }) => message.react_icon === '/-remove');
      await phone.page.getByRole('img', { name: 'Cảm xúc: yêu thích' }).waitFor({ state: 'detached' });
    });

    test('its receipt is told once, when it can be seen', async () => {
      await oa.call('POST', '/sim/switches', { receipts: 'received' });
      await greet({ text: 'một' }, { text: 'hai' });
      await phone.waitForBubble('hai');
      const { messages } = await oa.call('GET', `/sim/users/${userId}/messages`);
      const ids = messages.slice(1).map(({ id }: { id: string }) => id);
      const told = () =>
        oa.received
          .filter(({ event_name }) => event_name === 'user_seen_message')
          .flatMap(({ message }) => message.msg_ids);
      await until('both are seen', () => told().length >= 2);
      await phone.write('rồi');
      await phone.waitForOwnBubble('rồi');
      expect(told()).toEqual(ids);
    });
  });

  describe('the resident and the OA', () => {
    test('name and number are shared only after they agree', async () => {
      await greet(contactRequest);
      await phone.button('Chia sẻ thông tin').click();
      await phone.button('Không chia sẻ').click();
      await phone.button('Chia sẻ thông tin').click();
      await phone.page.getByLabel('Số điện thoại').fill('84900000002');
      await phone.button('Đồng ý chia sẻ').click();
      const shared = await oa.waitFor('user_submit_info');
      expect(shared.info).toMatchObject({ name: 'Bác Lành', phone: '84900000002' });
      await phone.button('Đã chia sẻ').waitFor();
      expect(await phone.button('Đã chia sẻ').isDisabled()).toBe(true);
      expect(oa.received.filter(({ event_name }) => event_name === 'user_submit_info')).toHaveLength(1);
    });

    test('a call that nobody takes is a missed call', async () => {
      await phone.button('Gọi Xã Ví Dụ').click();
      await phone.button('Tắt máy').click();
      expect((await oa.waitFor('user_call_oa')).user_id).toBe(userId);
      await phone.page.getByText('Cuộc gọi đi, không có người nghe').waitFor();
    });

    test('can be followed, blocked and asked to forget', async () => {
      await phone.button('Quan tâm').click();
      await oa.waitFor('follow');
      await phone.page.getByText('Bạn đã quan tâm trang này').waitFor();
      await phone.button('Xem trang Xã Ví Dụ').click();
      await phone.button('Rút đồng ý nhận tin').click();
      await oa.waitFor('user_withdraw');
      await phone.button('Xem trang Xã Ví Dụ').click();
      await phone.button('Chặn tin nhắn').click();
      await until('the OA is blocked', async () => (await oa.send(userId, { text: 'x' })).error === -244);
    });

    test('may write to another OA as the same person, and sees what is unread', async () => {
      await greet({ text: 'tin của xã thứ nhất' });
      await phone.waitForBubble('tin của xã thứ nhất');
      await phone.button('Về danh sách tin nhắn').click();
      await phone.page.getByRole('button', { name: /Xã Thứ Hai/ }).click();
      await phone.button('Nhắn tin').click();
      await phone.write('chào xã thứ hai');
      const event = await oa.waitFor('user_send_text', ({ message }) => message.text === 'chào xã thứ hai');
      const { users } = await oa.call('GET', '/sim/state');
      expect(users[1]).toMatchObject({
        userId: event.sender.id,
        personId: users[0].personId,
        name: 'Bác Lành',
      });

      await oa.send(userId, { text: 'tin mới của xã thứ nhất' });
      await phone.button('Về danh sách tin nhắn').click();
      const row = phone.page.getByRole('button', { name: /Xã Ví Dụ/ });
      await row.getByText('1 tin chưa đọc').waitFor();
      await row.click();
      await phone.waitForBubble('tin mới của xã thứ nhất');
      await phone.button('Về danh sách tin nhắn').click();
      expect(await phone.page.getByText('tin chưa đọc').count()).toBe(0);
    });

    test('another resident can be added and takes over the phone', async () => {
      await phone.write('tôi là bác Lành');
      await phone.button('Về danh sách tin nhắn').click();
      await phone.button(/^Máy của Bác Lành/).click();
      await phone.page.getByLabel('Tên hiện trên Zalo').fill('Cô Thảo');
      await phone.button('Thêm và mở chat').click();
      await phone.page.getByText('Chào Cô Thảo!').waitFor();
      await phone.write('tôi là cô Thảo');
      const event = await oa.waitFor('user_send_text', ({ message }) => message.text === 'tôi là cô Thảo');
      expect(event.sender.id).not.toBe(userId);
      await phone.button('Về danh sách tin nhắn').click();
      await phone.button(/^Máy của Cô Thảo/).click();
      await phone.button(/^Bác Lành/).click();
      await phone.waitForOwnBubble('tôi là bác Lành');
      expect(await ownTexts()).toEqual(['tôi là bác Lành']);
    });
  });

  describe('time', () => {
    test('separates days, and closes the window', async () => {
      await phone.write('hôm trước');
      await phone.waitForOwnBubble('hôm trước');
      await oa.call('POST', '/sim/clock', { advanceMs: 24 * 3_600_000 });
      await phone.write('hôm sau');
      await phone.waitForOwnBubble('hôm sau');
      await phone.page.getByText('Hôm qua').waitFor();
      expect(await phone.page.locator('.day').allTextContents()).toEqual(['Hôm qua', 'Hôm nay']);
    });

    test('a long conversation opens at its end, and older messages on demand', async () => {
      for (let index = 1; index <= 120; index++) {
        await oa.call('POST', `/sim/users/${userId}/messages`, { text: `tin số ${index}.` });
      }
      await phone.page.reload();
      const newest = await phone.waitForOwnBubble('tin số 120.');
      const place = await newest.boundingBox();
      expect((place?.y ?? 0) + (place?.height ?? 0)).toBeLessThan(740);
      expect(await phone.page.locator('.row').count()).toBe(80);
      await phone.page.evaluate("document.querySelector('.scroller').scrollTo(0, 0)");
      await phone.button('Xem tin cũ hơn').click();
      await phone.page.getByText('tin số 1.', { exact: true }).waitFor();
      await oa.send(userId, { text: 'tin mới tới' });
      await phone.button('Xuống tin mới nhất').getByText('1 tin mới').waitFor();
      await phone.button('Xuống tin mới nhất').click();
      await phone.button('Xuống tin mới nhất').waitFor({ state: 'hidden' });
    });

    test('a simulator that was started anew is noticed', async () => {
      await phone.write('trước khi tắt');
      await phone.waitForOwnBubble('trước khi tắt');
      await oa.call('DELETE', '/sim');
      await phone.page.getByText('Chưa có ai cầm máy').waitFor();
      await phone.button('Thêm và mở chat').click();
      await phone.page.getByText('Chào Bác Lành!').waitFor();
    });
  });
});
