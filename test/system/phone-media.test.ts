import { describeInChromium } from '../helpers/chromium.ts';
import { usePhone } from '../helpers/use-phone.ts';

describeInChromium('media on the phone at 360 × 740', () => {
  const at = usePhone();

  const attachmentOf = async (eventName: string) => (await at.oa.waitFor(eventName)).message.attachments[0];

  test('a sample photo is a JPEG that the OA can fetch', async () => {
    await at.phone.sendSamplePhoto('giấy hẹn');
    const { payload } = await attachmentOf('user_send_image');
    const photo = await fetch(payload.url);
    expect(photo.headers.get('content-type')).toContain('image/jpeg');
    expect(Buffer.from(await photo.arrayBuffer()).subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]));
    await at.phone.page.locator('.row.own img').waitFor();
  });

  test('the resident chooses a photo of the machine and opens it large', async () => {
    const image = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"/>');
    await at.phone.button('Gửi ảnh').click();
    const chooser = at.phone.page.waitForEvent('filechooser');
    await at.phone.button('Chọn ảnh trong máy').click();
    await (await chooser).setFiles({ name: 'ảnh.svg', mimeType: 'image/svg+xml', buffer: image });
    const { payload } = await attachmentOf('user_send_image');
    expect(Buffer.from(await (await fetch(payload.url)).arrayBuffer())).toEqual(image);
    await at.phone.button('Xem ảnh lớn').click();
    await at.phone.page.getByRole('dialog').getByRole('img').waitFor();
  });

  test('a voice note shows its length', async () => {
    await at.phone.sendSampleVoice(7);
    const { payload } = await attachmentOf('user_send_audio');
    const note = Buffer.from(await (await fetch(payload.url)).arrayBuffer());
    expect(note.subarray(0, 4).toString()).toBe('RIFF');
    await (await at.phone.waitForOwnBubble('0:07'))
      .getByRole('button', { name: 'Nghe tin thoại 0:07' })
      .waitFor();
  });

  test('the resident discards a recording', async () => {
    await at.phone.button('Ghi âm').click();
    await at.phone.button('Bỏ ghi âm').click();
    await at.phone.write('thôi gõ vậy');
    await at.oa.waitFor('user_send_text');
    expect(at.oa.received.map(({ event_name }) => event_name)).not.toContain('user_send_audio');
  });

  test('the resident sends a sticker, a place, a card, a link and a file', async () => {
    await at.phone.sendSticker('Cảm ơn');
    for (const title of ['Vị trí', 'Danh thiếp', 'Liên kết', 'Tệp mẫu']) await at.phone.sendOther(title);
    expect((await attachmentOf('user_send_sticker')).payload.url).toContain('eid=23312');
    expect((await attachmentOf('user_send_location')).payload.coordinates.latitude).toBe('20.683451');
    expect((await attachmentOf('user_send_business_card')).payload.description).toContain('84900000001');
    expect((await attachmentOf('user_send_link')).payload.url).toBe('https://dichvucong.gov.vn/');
    expect((await attachmentOf('user_send_file')).payload).toMatchObject({
      name: 'to-khai-mau.pdf',
      type: 'pdf',
    });
    await at.phone.page.getByRole('img', { name: 'Nhãn dán: Cảm ơn' }).waitFor();
    await at.phone.page.getByRole('link', { name: 'Mở tệp to-khai-mau.pdf' }).waitFor();
    expect(await at.phone.page.locator('.row.own').count()).toBe(5);
  });

  test('a photo of the OA shows; one that cannot be fetched says so', async () => {
    await at.phone.sendSamplePhoto('đường làng');
    const { payload } = await attachmentOf('user_send_image');
    const image = (url: string) => ({
      attachment: {
        type: 'template',
        payload: { template_type: 'media', elements: [{ media_type: 'image', url }] },
      },
    });
    await at.oa.send(at.userId, image(payload.url));
    await at.phone.page.locator('.row.theirs img').waitFor();
    await at.oa.send(at.userId, image(`${at.oa.url}/sim/media/000`));
    await at.phone.page.getByText('Ảnh không mở được').waitFor();
  });
});
