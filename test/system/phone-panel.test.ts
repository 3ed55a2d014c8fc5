import { describeInChromium } from '../helpers/chromium.ts';
import { startAt } from '../helpers/scripted-oa.ts';
import { until } from '../helpers/until.ts';
import { usePhone } from '../helpers/use-phone.ts';

const hour = 3_600_000;

describeInChromium('beside the phone at 1280 × 800', () => {
  const at = usePhone({ width: 1280, height: 800 });
  const entry = (text: string) => at.phone.page.locator('.entry', { hasText: text }).first();
  const tab = (name: string) => at.phone.page.getByRole('tab', { name }).click();

  test('the log shows each delivery with its signature, and the answer', async () => {
    await at.receive({ text: 'Dạ chào bác' });
    const sent = entry('user_send_text');
    await sent.getByText('mac=').first().waitFor();
    await sent.getByText('200', { exact: true }).waitFor();
    await sent.locator('summary').click();
    await sent.getByText('"text": "chào"').waitFor();
    const call = entry('POST /v3.0/oa/message/cs');
    await call.getByText('error 0').waitFor();
    await call.locator('summary').click();
    await call.getByText('Dạ chào bác').waitFor();
    const everything = await at.phone.page.locator('body').innerHTML();
    expect(everything).not.toContain('demo-OA-secret-key-not-real');
  });

  test('a failed delivery shows the time of its retry, and is retried', async () => {
    at.oa.status = 500;
    await at.phone.write('có ai không');
    await entry('user_send_text').getByText('gửi lại lúc').waitFor();
    at.oa.status = 200;
    await tab('Lỗi và thời gian');
    await at.phone.button('+1 phút').click();
    await tab('Nhật ký');
    await entry('user_send_text').getByText('lần 2').waitFor();
    await entry('user_send_text').getByText('200', { exact: true }).waitFor();
  });

  test('the filters show one direction or one person', async () => {
    await at.receive({ text: 'Dạ chào bác' });
    const other = await at.oa.addUser({ name: 'Cô Thảo' });
    await at.oa.call('POST', `/sim/users/${other}/messages`, { text: 'tôi đây' });
    await at.phone.page.locator('.entry', { hasText: 'Cô Thảo' }).first().waitFor();
    await at.phone.page.getByLabel('Chỉ người đang mở').check();
    await at.phone.page.locator('.entry', { hasText: 'Cô Thảo' }).first().waitFor({ state: 'detached' });
    await at.phone.page.getByRole('radio', { name: 'OpenAPI' }).check();
    expect(await at.phone.page.locator('.entry').count()).toBe(1);
  });

  test('the window runs from free to paid to closed as time passes', async () => {
    await at.phone.write('chào');
    await at.phone.page.getByText('Còn được nhắn miễn phí 2 ngày').waitFor();
    await tab('Lỗi và thời gian');
    await at.phone.button('+48 giờ').click();
    await at.phone.button('+1 phút').click();
    await at.phone.page.getByText('Hết miễn phí, còn nhắn có phí 4 ngày 23 giờ').waitFor();
    await at.phone.button('+7 ngày').click();
    await at.phone.page.getByText('Đã đóng từ').waitFor();
    expect((await at.oa.call('GET', '/sim/state')).now).toBe(startAt + 9 * 24 * hour + 60_000);
  });

  test('a fault hits the next call, and can be removed', async () => {
    await at.receive();
    await tab('Lỗi và thời gian');
    await at.phone.page.getByRole('combobox', { name: 'Mã lỗi', exact: true }).selectOption('-211');
    await at.phone.page.getByRole('spinbutton', { name: 'Số lần', exact: true }).fill('2');
    await at.phone.button('Gây lỗi').click();
    await at.phone.page.getByText('error -211 · còn 2 lần').waitFor();
    expect((await at.oa.send(at.userId, { text: 'x' })).error).toBe(-211);
    await at.phone.button('Bỏ hết lỗi').click();
    await at.phone.page.getByText('Không có lỗi nào đang chờ.').waitFor();
    expect((await at.oa.send(at.userId, { text: 'x' })).error).toBe(0);
  });

  test('the panel has every switch of the simulator, and each works', async () => {
    await tab('Công tắc');
    await at.phone.page
      .getByRole('combobox', { name: 'Chữ ký trong header', exact: true })
      .selectOption('wrong');
    await at.phone.page.getByLabel('Số nút nhiều nhất').fill('3');
    await at.phone.page.getByLabel('Số nút nhiều nhất').press('Enter');
    await at.phone.page.getByLabel('Gửi bản sao tin của trang').uncheck();
    const switches = async () => (await at.oa.call('GET', '/sim/state')).switches;
    await until('all three are switched', async () => {
      const { signatureHeader, maxButtons, echoes } = await switches();
      return signatureHeader === 'wrong' && maxButtons === 3 && echoes === false;
    });
    expect(await at.phone.page.locator('.switch').count()).toBe(Object.keys(await switches()).length);
  });

  test('the developer blocks the person, answers by hand as staff, and sends rare events', async () => {
    await at.receive();
    await tab('Người này');
    await at.phone.page.getByLabel('Lời của cán bộ').fill('Tôi là cán bộ, bác chờ chút');
    await at.phone.button('Gửi thay cán bộ').click();
    await at.phone.waitForBubble('Tôi là cán bộ');
    await at.phone.page.getByText('Cán bộ trả lời tay').waitFor();
    await at.phone.page
      .getByRole('combobox', { name: 'Tên sự kiện', exact: true })
      .selectOption('an_event_nobody_knows');
    await at.phone.button('Gửi sự kiện').click();
    await at.oa.waitFor('an_event_nobody_knows');
    await at.phone.page.getByLabel('Chặn tin của trang').check();
    await until('the OA is blocked', async () => (await at.oa.send(at.userId, { text: 'x' })).error === -244);
  });

  test('the developer chooses light or dark, and the choice stays', async () => {
    const theme = () => at.phone.page.evaluate('document.documentElement.dataset.theme');
    expect(await theme()).toBeUndefined();
    await at.phone.button('Chuyển sang nền tối').first().click();
    expect(await theme()).toBe('dark');
    await at.phone.page.reload();
    await at.phone.button('Chuyển sang nền sáng').first().waitFor();
    expect(await theme()).toBe('dark');
  });

  test('starting over asks twice', async () => {
    await tab('Công tắc');
    await at.phone.button('Xóa hết').click();
    expect((await at.oa.call('GET', '/sim/state')).users).toHaveLength(1);
    await at.phone.button('Bấm lần nữa để xóa hết').click();
    await at.phone.page.getByText('Chưa có ai cầm máy').waitFor();
  });

  test('a small screen has no panel', async () => {
    await at.phone.page.setViewportSize({ width: 999, height: 740 });
    await at.phone.page.getByRole('complementary').waitFor({ state: 'hidden' });
    await at.phone.page.getByLabel('Soạn tin nhắn').waitFor();
  });
});
