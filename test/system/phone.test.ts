import { describeInChromium } from '../helpers/chromium.ts';
import { contactRequest, show, startScriptedOa, withButtons } from '../helpers/scripted-oa.ts';
import { until } from '../helpers/until.ts';
import { usePhone } from '../helpers/use-phone.ts';

describeInChromium('the phone at 360 × 740', () => {
  const at = usePhone();
  const ownTexts = () => at.phone.page.locator('.row.own .text').allTextContents();

  describe('writing', () => {
    test('a text shows at once, reaches the OA, and is seen when the OA answers', async () => {
      at.oa.script = ({ event_name, message }) =>
        event_name === 'user_send_text' ? { text: `Dạ vâng: ${message.text}` } : undefined;
      await at.phone.write('nộp hồ sơ ở đâu');
      await at.phone.waitForBubble('Dạ vâng: nộp hồ sơ ở đâu');
      const own = await at.phone.waitForOwnBubble('nộp hồ sơ ở đâu');
      await own.getByText('Đã xem').waitFor();
      expect(await ownTexts()).toEqual(['nộp hồ sơ ở đâu']);
    });

    test('the ticks show whether the OA has the text', async () => {
      at.oa.status = 500;
      await at.phone.write('một');
      await (await at.phone.waitForOwnBubble('một')).getByText('Đã gửi').waitFor();
      at.oa.status = 200;
      await at.phone.write('hai');
      await (await at.phone.waitForOwnBubble('hai')).getByText('Đã nhận').waitFor();
    });

    test('a text that could not be sent stays, and the resident sends it again', async () => {
      const path = `**/sim/users/${at.userId}/messages`;
      await at.phone.page.route(path, (route) => route.abort());
      await at.phone.write('có ai không');
      await (await at.phone.waitForOwnBubble('có ai không')).getByText('Chưa gửi được').waitFor();
      await at.phone.page.unroute(path);
      await at.phone.button('Gửi lại').click();
      await (await at.phone.waitForOwnBubble('có ai không')).getByText('Đã nhận').waitFor();
      expect(await ownTexts()).toEqual(['có ai không']);
    });

    test('markup stays text, and only web addresses can be tapped', async () => {
      const text = '<img src=x onerror="window.hurt=1"> javascript:alert(1) xem dichvucong.gov.vn. a@b.vn';
      at.oa.script = ({ message }) => (message?.text === text ? { text } : undefined);
      await at.phone.write(text);
      const bubble = await at.phone.waitForBubble('onerror');
      expect(await bubble.locator('.text').textContent()).toBe(text);
      expect(await at.phone.page.locator('.messages img').count()).toBe(0);
      expect(await at.phone.page.evaluate('window.hurt')).toBeUndefined();
      const links = await bubble.getByRole('link').all();
      expect(links).toHaveLength(1);
      const attributes = await Promise.all(
        ['href', 'target', 'rel'].map((name) => links[0]?.getAttribute(name)),
      );
      expect(attributes).toEqual(['https://dichvucong.gov.vn/', '_blank', 'noopener noreferrer']);
    });

    test('the typing box grows with the text; Enter sends and Shift+Enter does not', async () => {
      const box = at.phone.page.getByLabel('Soạn tin nhắn');
      const height = async () => (await box.boundingBox())?.height ?? 0;
      const low = await height();
      await box.pressSequentially('dòng một');
      await box.press('Shift+Enter');
      await box.pressSequentially('dòng hai');
      expect(await height()).toBeGreaterThan(low);
      await box.press('Enter');
      const own = await at.phone.waitForOwnBubble('dòng hai');
      expect(await own.locator('.text').textContent()).toBe('dòng một\ndòng hai');
      expect(await height()).toBe(low);
    });
  });

  describe('buttons', () => {
    test('a plain button sends its payload in the resident’s name', async () => {
      await at.receive(withButtons('Bác chọn ạ', show('Xem các mục')));
      await at.phone.tap('Xem các mục');
      await at.phone.waitForOwnBubble('#Xem các mục');
      expect(
        (await at.oa.waitFor('user_send_text', ({ message }) => message.text.startsWith('#'))).sender.id,
      ).toBe(at.userId);
    });

    test('a hidden button reaches the OA and does not show in the chat', async () => {
      await at.receive(
        withButtons('Bác chọn ạ', { title: 'Chưa được', type: 'oa.query.hide', payload: '#Chưa được' }),
      );
      await at.phone.tap('Chưa được');
      await at.oa.waitFor('user_send_text', ({ message }) => message.text === '#Chưa được');
      await at.phone.write('sau đó');
      await at.phone.waitForOwnBubble('sau đó');
      expect(await ownTexts()).toEqual(['chào', 'sau đó']);
    });

    test('a link opens in a new page, and the phone shows a number before calling it', async () => {
      const link = { title: 'Mở trang', type: 'oa.open.url', payload: { url: 'https://dichvucong.gov.vn' } };
      const number = { title: 'Gọi', type: 'oa.open.phone', payload: { phone_code: '84241022000' } };
      await at.receive(withButtons('Bác chọn ạ', link, number));
      const opened = at.phone.page.getByRole('link', { name: 'Mở trang' });
      expect(await opened.getAttribute('href')).toBe('https://dichvucong.gov.vn/');
      expect(await opened.getAttribute('rel')).toBe('noopener noreferrer');
      await at.phone.tap('Gọi');
      await at.phone.page.getByRole('dialog').getByText('+84 241 022 000').waitFor();
      await at.phone.button('Đóng').last().click();
      await at.phone.page.getByRole('dialog').waitFor({ state: 'detached' });
    });

    test('the OA’s menu has entries and lists of entries', async () => {
      await at.phone.button('Mở menu của trang').click();
      await at.phone.button('Các mục').click();
      await at.phone.waitForOwnBubble('#Các mục');
      await at.phone.button('Giúp: mở thêm').click();
      await at.phone.button('Gặp cán bộ').click();
      await at.phone.waitForOwnBubble('#Gặp cán bộ');
      await at.phone.button('Về ô gõ chữ').click();
      await at.phone.page.getByLabel('Soạn tin nhắn').waitFor();
    });
  });

  describe('around a message', () => {
    const open = async (text: string) => {
      await at.phone.waitForBubble(text);
      await at.phone.button(new RegExp(`^Thả cảm xúc hoặc trả lời tin: ${text}`)).click();
    };

    test('an answer quotes it, on both sides', async () => {
      await at.receive({ text: 'Bác ở xã nào ạ?' });
      await open('Bác ở xã nào');
      await at.phone.button('Trả lời').click();
      await at.phone.write('xã Ví Dụ');
      const quote = await at.oa.waitFor('user_send_text', ({ message }) => message.quote_msg_id);
      const { messages } = await at.oa.call('GET', `/sim/users/${at.userId}/messages`);
      expect(quote.message.quote_msg_id).toBe(messages[1].id);
      const own = await at.phone.waitForOwnBubble('xã Ví Dụ');
      await own.getByRole('button', { name: 'Bác ở xã nào ạ?' }).waitFor();
      await at.phone.write('câu sau');
      expect(
        (await at.oa.waitFor('user_send_text', ({ message }) => message.text === 'câu sau')).message,
      ).not.toHaveProperty('quote_msg_id');
    });

    test('a reaction shows, and the resident can withdraw it', async () => {
      await at.receive({ text: 'Xong rồi ạ' });
      await open('Xong rồi');
      await at.phone.button('yêu thích').click();
      await at.oa.waitFor('user_reacted_message', ({ message }) => message.react_icon === '/-heart');
      await at.phone.page.getByRole('img', { name: 'Cảm xúc: yêu thích' }).waitFor();
      await open('Xong rồi');
      await at.phone.button('yêu thích').click();
      await at.oa.waitFor('user_reacted_message', ({ message }) => message.react_icon === '/-remove');
      await at.phone.page.getByRole('img', { name: 'Cảm xúc: yêu thích' }).waitFor({ state: 'detached' });
    });

    test('the phone sends its receipt once, when the message is visible', async () => {
      await at.oa.call('POST', '/sim/switches', { receipts: 'received' });
      await at.receive({ text: 'một' }, { text: 'hai' });
      await at.phone.waitForBubble('hai');
      const { messages } = await at.oa.call('GET', `/sim/users/${at.userId}/messages`);
      const ids = messages.slice(1).map(({ id }: { id: string }) => id);
      const seenIds = () =>
        at.oa.received
          .filter(({ event_name }) => event_name === 'user_seen_message')
          .flatMap(({ message }) => message.msg_ids);
      await until('both are seen', () => seenIds().length >= 2);
      await at.phone.write('rồi');
      await at.phone.waitForOwnBubble('rồi');
      // Deliveries overtake each other, so receipts arrive in any order.
      expect(seenIds().sort()).toEqual(ids.sort());
    });
  });

  describe('the resident and the OA', () => {
    test('the resident shares name and number only after agreeing', async () => {
      await at.receive(contactRequest);
      await at.phone.button('Chia sẻ thông tin').click();
      await at.phone.button('Không chia sẻ').click();
      await at.phone.button('Chia sẻ thông tin').click();
      await at.phone.page.getByLabel('Số điện thoại').fill('84900000002');
      await at.phone.button('Đồng ý chia sẻ').click();
      const shared = await at.oa.waitFor('user_submit_info');
      expect(shared.info).toMatchObject({ name: 'Bác Lành', phone: '84900000002' });
      await at.phone.button('Đã chia sẻ').waitFor();
      expect(await at.phone.button('Đã chia sẻ').isDisabled()).toBe(true);
      expect(at.oa.received.filter(({ event_name }) => event_name === 'user_submit_info')).toHaveLength(1);
    });

    test('an unanswered call is a missed call', async () => {
      await at.phone.button('Gọi Xã Ví Dụ').click();
      await at.phone.button('Tắt máy').click();
      expect((await at.oa.waitFor('user_call_oa')).user_id).toBe(at.userId);
      await at.phone.page.getByText('Cuộc gọi đi, không có người nghe').waitFor();
    });

    test('the resident follows, blocks and asks to be forgotten', async () => {
      await at.phone.button('Quan tâm').click();
      await at.oa.waitFor('follow');
      await at.phone.page.getByText('Bạn đã quan tâm trang này').waitFor();
      await at.phone.button(/^Xem trang Xã Ví Dụ/).click();
      await at.phone.button('Rút đồng ý nhận tin').click();
      await at.oa.waitFor('user_withdraw');
      await at.phone.button(/^Xem trang Xã Ví Dụ/).click();
      await at.phone.button('Chặn tin nhắn').click();
      await until(
        'the OA is blocked',
        async () => (await at.oa.send(at.userId, { text: 'x' })).error === -244,
      );
    });

    test('the resident writes to another OA as the same person, and sees unread messages', async () => {
      await at.receive({ text: 'tin của xã thứ nhất' });
      await at.phone.waitForBubble('tin của xã thứ nhất');
      await at.phone.button('Về danh sách tin nhắn').click();
      await at.phone.page.getByRole('button', { name: /Xã Thứ Hai/ }).click();
      await at.phone.button('Nhắn tin').click();
      await at.phone.write('chào xã thứ hai');
      const event = await at.oa.waitFor(
        'user_send_text',
        ({ message }) => message.text === 'chào xã thứ hai',
      );
      const { users } = await at.oa.call('GET', '/sim/state');
      expect(users[1]).toMatchObject({
        userId: event.sender.id,
        personId: users[0].personId,
        name: 'Bác Lành',
      });

      await at.oa.send(at.userId, { text: 'tin mới của xã thứ nhất' });
      await at.phone.button('Về danh sách tin nhắn').click();
      const row = at.phone.page.getByRole('button', { name: /Xã Ví Dụ/ });
      await row.getByText('1 tin chưa đọc').waitFor();
      await row.click();
      await at.phone.waitForBubble('tin mới của xã thứ nhất');
      await at.phone.button('Về danh sách tin nhắn').click();
      expect(await at.phone.page.getByText('tin chưa đọc').count()).toBe(0);
    });

    test('another resident can be added and takes over the phone', async () => {
      await at.phone.write('tôi là bác Lành');
      await at.phone.button('Về danh sách tin nhắn').click();
      await at.phone.button(/^Máy của Bác Lành/).click();
      await at.phone.page.getByLabel('Tên hiện trên Zalo').fill('Cô Thảo');
      await at.phone.button('Thêm và mở chat').click();
      await at.phone.page.getByText('Chào Cô Thảo!').waitFor();
      await at.phone.write('tôi là cô Thảo');
      const event = await at.oa.waitFor('user_send_text', ({ message }) => message.text === 'tôi là cô Thảo');
      expect(event.sender.id).not.toBe(at.userId);
      await at.phone.button('Về danh sách tin nhắn').click();
      await at.phone.button(/^Máy của Cô Thảo/).click();
      await at.phone.button(/^Bác Lành/).click();
      await at.phone.waitForOwnBubble('tôi là bác Lành');
      expect(await ownTexts()).toEqual(['tôi là bác Lành']);
    });
  });

  describe('time', () => {
    test('the chat separates days, and the window closes', async () => {
      await at.phone.write('hôm trước');
      await at.phone.waitForOwnBubble('hôm trước');
      await at.oa.call('POST', '/sim/clock', { advanceMs: 24 * 3_600_000 });
      await at.phone.write('hôm sau');
      await at.phone.waitForOwnBubble('hôm sau');
      await at.phone.page.getByText('Hôm qua').waitFor();
      expect(await at.phone.page.locator('.day').allTextContents()).toEqual(['Hôm qua', 'Hôm nay']);
    });

    test('a long conversation opens at its end, and older messages on demand', async () => {
      for (let index = 1; index <= 120; index++) {
        await at.oa.call('POST', `/sim/users/${at.userId}/messages`, { text: `tin số ${index}.` });
      }
      await at.phone.page.reload();
      const newest = await at.phone.waitForOwnBubble('tin số 120.');
      const place = await newest.boundingBox();
      expect((place?.y ?? 0) + (place?.height ?? 0)).toBeLessThan(740);
      expect(await at.phone.page.locator('.row').count()).toBe(80);
      await at.phone.page.evaluate("document.querySelector('.scroller').scrollTo(0, 0)");
      await at.phone.button('Xem tin cũ hơn').click();
      await at.phone.page.getByText('tin số 1.', { exact: true }).waitFor();
      await at.oa.send(at.userId, { text: 'tin mới tới' });
      await at.phone.button('Xuống tin mới nhất').getByText('1 tin mới').waitFor();
      await at.phone.button('Xuống tin mới nhất').click();
      await at.phone.button('Xuống tin mới nhất').waitFor({ state: 'hidden' });
    });

    test('a reset empties the phone', async () => {
      await at.phone.write('trước khi tắt');
      await at.phone.waitForOwnBubble('trước khi tắt');
      await at.oa.call('DELETE', '/sim');
      await at.phone.page.getByText('Chưa có ai cầm máy').waitFor();
      await at.phone.button('Thêm và mở chat').click();
      await at.phone.page.getByText('Chào Bác Lành!').waitFor();
    });

    test('the phone reports a stopped simulator and reconnects to a restarted one', async () => {
      await at.phone.write('trước khi tắt');
      await at.phone.waitForOwnBubble('trước khi tắt');
      await at.oa.close();
      await at.phone.page.getByText('Mất kết nối với bộ mô phỏng').waitFor();
      at.oa = await startScriptedOa({}, Number(new URL(at.oa.url).port));
      await at.oa.addUser({ userId: at.userId });
      await at.oa.call('POST', `/sim/users/${at.userId}/messages`, { text: 'sau khi bật lại' });
      await at.phone.waitForOwnBubble('sau khi bật lại');
      expect(await ownTexts()).toEqual(['sau khi bật lại']);
      await at.phone.write('vẫn nhắn được');
      await at.oa.waitFor('user_send_text', ({ message }) => message.text === 'vẫn nhắn được');
    });
  });
});
