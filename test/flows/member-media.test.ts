import sharp from 'sharp';
import { minuteMs } from '../../src/durations.ts';
import { askForHelp, linkPhone, type MemberPhone } from '../helpers/member-phones.ts';
import { members, type StaffedOffice, staffOffice } from '../helpers/staffed-office.ts';
import { type Resident, startWholeBot, type WholeBot } from '../helpers/whole-bot.ts';

const megabyte = 1024 * 1024;

/** A photo from a phone: large, rotated by its EXIF data, with a location. */
async function phonePhoto(): Promise<Buffer> {
  const noise = Buffer.alloc(2400 * 1800 * 3, 0).map((_, index) => (index * 7919) % 256);
  return sharp(noise, { raw: { width: 2400, height: 1800, channels: 3 } })
    .withExif({ IFD0: { Make: 'Phone', Copyright: 'home address' }, IFD3: { GPSLatitude: '20/1 41/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .jpeg({ quality: 100 })
    .toBuffer();
}

describe('pictures and documents', () => {
  let whole: WholeBot;
  let office: StaffedOffice;
  let hoa: MemberPhone;
  let lan: Resident;
  let number: number;

  beforeAll(async () => {
    whole = await startWholeBot({ simulator: { switches: { receipts: 'seen' } } });
    office = await staffOffice(whole);
    hoa = await linkPhone(whole, members.village[0] ?? '');
    lan = await whole.newResident('Bà Lan');
    number = await askForHelp(lan, office.village.name);
    await hoa.tap(`Nhận việc ${number}`);
    await hoa.hears();
    await hoa.write(`${number} chau day`);
    await hoa.hears();
    await lan.news();
  }, 60_000);
  beforeEach(async () => {
    await whole.advance(minuteMs);
    await hoa.hears();
    await lan.news();
  });
  afterAll(() => whole.stop());

  /** Stores a file where Zalo would. @returns its address */
  const keep = (name: string, contentType: string, bytes: Buffer) => {
    const { id } = whole.simulator.platform.media.add({ name, contentType, bytes });
    return `${whole.simulatorUrl}/sim/media/${id}`;
  };
  const sendPhoto = (from: Resident, url: string, text?: string) =>
    from.act('user_send_image', {
      message: {
        ...(text === undefined ? {} : { text }),
        attachments: [{ type: 'image', payload: { url, thumbnail: url } }],
      },
    });
  const sendFile = (from: Resident, name: string, bytes: Buffer) =>
    from.act('user_send_file', {
      message: {
        attachments: [
          {
            type: 'file',
            payload: {
              url: keep(name, 'application/octet-stream', bytes),
              name,
              size: String(bytes.length),
              type: name.split('.').at(-1),
              checksum: '0',
            },
          },
        ],
      },
    });
  const bytesOf = async (url = '') => Buffer.from(await (await fetch(url)).arrayBuffer());

  test('a member’s photo arrives upright, at most 1 MB, and without its location', async () => {
    const photo = await phonePhoto();
    expect(photo.length).toBeGreaterThan(megabyte);
    await sendPhoto(hoa, keep('anh.jpg', 'image/jpeg', photo), 'bac xem mau nay');
    expect((await hoa.hears()).join()).toContain('Đã gửi');
    const heard = await lan.news();
    expect(heard.map(({ text }) => text).join()).toContain('bac xem mau nay');
    const image = heard.flatMap(({ attachments }) => attachments).find(({ type }) => type === 'image');
    const bytes = await bytesOf(image?.url);
    expect(bytes.length).toBeLessThanOrEqual(megabyte);
    const { width = 0, height = 0, exif, orientation, format } = await sharp(bytes).metadata();
    expect({ exif, orientation, format }).toEqual({
      exif: undefined,
      orientation: undefined,
      format: 'jpeg',
    });
    expect(height).toBeGreaterThan(width);
  }, 60_000);

  test('a resident’s photo is uploaded to the OA again and reaches the assignee', async () => {
    const photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#a33' } })
      .png()
      .toBuffer();
    await sendPhoto(lan, keep('giay.png', 'image/png', photo));
    await whole.settled();
    await whole.advance(21_000);
    const images = (await hoa.news()).flatMap(({ attachments }) => attachments);
    expect(images.map(({ type }) => type)).toEqual(['image']);
    expect((await sharp(await bytesOf(images[0]?.url)).metadata()).format).toBe('jpeg');
  });

  test.each(['don.pdf', 'mau.docx', 'ds.csv', 'cu.doc'])('a document is passed on: %s', async (name) => {
    await sendFile(hoa, name, Buffer.from('noi dung'));
    expect((await hoa.hears()).join()).toContain('Đã gửi');
    const files = (await lan.news()).flatMap(({ attachments }) => attachments);
    expect(files.map(({ type }) => type)).toEqual(['file']);
  });

  test.each([
    ['an unknown type', () => sendFile(hoa, 'bang.xlsx', Buffer.from('x')), 'Loại này chưa gửi được'],
    ['a large one', () => sendFile(hoa, 'to.pdf', Buffer.alloc(5 * megabyte + 1)), 'lớn quá'],
    ['an empty one', () => sendFile(hoa, 'rong.pdf', Buffer.alloc(0)), 'Không đọc được'],
    [
      'a broken picture',
      () => sendPhoto(hoa, keep('hong.jpg', 'image/jpeg', Buffer.from('not one'))),
      'Không đọc được',
    ],
    ['a lost one', () => sendPhoto(hoa, `${whole.simulatorUrl}/sim/media/none`), 'Chưa lấy được'],
    ['one of another host', () => sendPhoto(hoa, 'http://169.254.169.254/secret.jpg'), 'Chưa lấy được'],
    [
      'a sticker',
      () =>
        hoa.act('user_send_sticker', {
          message: {
            attachments: [{ type: 'sticker', payload: { id: '1', url: 'https://zalo-api.zadn.vn/s' } }],
          },
        }),
      'Loại này chưa gửi được',
    ],
    [
      'a voice note',
      () =>
        hoa.act('user_send_audio', {
          message: { attachments: [{ type: 'audio', payload: { url: 'https://a.zdn.vn/a.amr' } }] },
        }),
      'Loại này chưa gửi được',
    ],
  ])('%s is rejected with a reason and sent to nobody', async (_what, send, words) => {
    await send();
    expect((await hoa.hears()).join()).toContain(words);
    expect(await lan.news()).toEqual([]);
  });

  test('a voice note of a resident is announced, with the way to hear it', async () => {
    await lan.act('user_send_audio', {
      message: { attachments: [{ type: 'audio', payload: { url: 'https://a.zdn.vn/loi.amr' } }] },
    });
    await whole.settled();
    await whole.advance(21_000);
    expect((await hoa.hears()).join()).toContain('[lời nói, mở ở đây: https://a.zdn.vn/loi.amr]');
  });
});
