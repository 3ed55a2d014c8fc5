import sharp from 'sharp';
import { minuteMs } from '../../src/durations.ts';
import { askForHelp, buttonsOf, linkPhone, type MemberPhone, says, taps } from '../helpers/member-phones.ts';
import { members, type StaffedOffice, staffOffice } from '../helpers/staffed-office.ts';
import { type Resident, startWholeBot, type WholeBot } from '../helpers/whole-bot.ts';

const [, haiId = '', hungId = ''] = members.village;

/** Whether members can read who gets their words, who has which ticket, and what to do next. */
describe('the messages to a member', () => {
  let whole: WholeBot;
  let office: StaffedOffice;
  let hai: MemberPhone;
  let hung: MemberPhone;
  let lan: Resident;
  let number: number;

  beforeAll(async () => {
    whole = await startWholeBot();
    office = await staffOffice(whole);
    hai = await linkPhone(whole, haiId);
    hung = await linkPhone(whole, hungId);
  }, 60_000);
  beforeEach(async () => {
    // With a stopped clock the messages of all tests would count as one flood.
    await whole.advance(minuteMs);
    lan = await whole.newResident('Nguyễn Thị Lan');
    number = await askForHelp(lan, office.village.name, { question: 'bac muon lam chu ky so' });
    await lan.news();
    await hai.hears();
  });
  afterEach(async () => {
    const { database, tickets } = whole.bot.dependencies;
    const open = database.db.selectFrom('tickets').select('number').where('status', '!=', 'resolved');
    for (const ticket of await open.execute()) {
      await tickets.dismiss({ number: ticket.number, by: { operator: 'test' } });
    }
    await database.db.deleteFrom('member_chats').execute();
    await hai.hears();
    await hung.hears();
  });
  afterAll(() => whole.stop());

  test('what a member wrote to residents does not appear in the ticket that they open as a resident', async () => {
    await begin();
    await says(hai, 'viec rieng cua bac Lan');
    await says(hai, 'hỏi như người dân');
    const opened = await says(hai, 'cho toi gap can bo');
    const own = Number(/yêu cầu (\d+)/.exec(opened)?.[1]);
    expect(own).toBeGreaterThan(number);
    const { db } = whole.bot.dependencies.database;
    const { summary } = await db
      .selectFrom('tickets')
      .select('summary')
      .where('number', '=', own)
      .executeTakeFirstOrThrow();
    await hai.write('hỏi như người dân');
    await hai.write(`thôn ${office.village.name}`);
    await whole.settled();
    const offers = await db
      .selectFrom('ticket_offers')
      .innerJoin('tickets', 'tickets.id', 'ticket_id')
      .select('member_id')
      .where('number', '=', own)
      .execute();
    expect(offers.map(({ member_id }) => member_id)).toEqual(expect.arrayContaining([hungId]));
    expect(offers.map(({ member_id }) => member_id)).not.toContain(haiId);
    const told = JSON.stringify(summary);
    expect(told).toContain('cho toi gap can bo');
    expect(told).not.toMatch(/bac Lan|chau chao bac|Bà Lan|Nhận việc/);
  });

  test('the card of a resident who only asked for a person shows what they wrote afterwards', async () => {
    const mai = await whole.newResident('Cô Mai');
    await mai.write('gap can bo');
    const asked = (await mai.news()).map(({ text }) => text).join();
    const matter = Number(/yêu cầu (\d+)/.exec(asked)?.[1]);
    await mai.write(`thôn ${office.village.name}`);
    await mai.write('lo voi nha ben khoi mu mit ca ngay');
    expect((await mai.news()).map(({ text }) => text).join()).toMatch(
      new RegExp(`đã (?:gửi kèm|ghi thêm) vào yêu cầu ${matter}`),
    );
    await hai.hears();
    expect(await says(hai, `xem ${matter}`)).toContain(
      'Cô Mai hỏi: lo voi nha ben khoi mu mit ca ngay\nChờ từ',
    );
  });

  /** Claims the ticket and sends the first message. */
  const begin = async () => {
    await taps(hai, `Nhận việc ${number}`);
    await says(hai, 'chau chao bac');
    const sent = await taps(hai, 'Gửi');
    await lan.news();
    return sent;
  };

  test('a message without a recipient gets the member’s ticket number, or the way to ask as a resident', async () => {
    expect(await says(hai, 'xin chao')).toContain('hiện không giữ việc nào');
    expect(await buttonsOf(hai)).toContain('Hỏi như người dân');
    expect(await taps(hai, 'Hỏi như người dân')).toContain('trợ lý trả lời');
    expect(await says(hai, 'quen mat khau etax')).toContain('VNeID');
    await taps(hai, `Nhận việc ${number}`);
    await taps(hai, `Tạm dừng ${number}`);
    expect(await says(hai, 'chao bac')).toContain('Tin này chưa gửi cho ai: “chao bac”. Gửi cho ai?');
    expect(await buttonsOf(hai)).toEqual([expect.stringContaining(`(${number})`), 'Ghi chú', 'Bỏ']);
    expect(await says(hung, `${number} chao bac`)).toContain('chưa gửi cho ai');
  });

  test('*ghi chú* alone asks for the text, and the next line is that note', async () => {
    await begin();
    expect(await says(hai, 'ghi chú')).toContain(`Ghi chú gì cho yêu cầu ${number}?`);
    expect(await says(hai, 'nha o cuoi xom')).toContain('bà con không thấy: “nha o cuoi xom”');
    expect(await lan.news()).toEqual([]);
    expect(await says(hai, 'chao bac')).toContain('Đã gửi');
  });

  test('a picture names its resident, a voice note has a way to hear it', async () => {
    await begin();
    const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#a33' } })
      .png()
      .toBuffer();
    const { id } = whole.simulator.platform.media.add({ name: 'giay.png', contentType: 'image/png', bytes });
    const url = `${whole.simulatorUrl}/sim/media/${id}`;
    await lan.act('user_send_image', {
      message: { attachments: [{ type: 'image', payload: { url, thumbnail: url } }] },
    });
    await whole.settled();
    await whole.advance(21_000);
    expect(await hai.hears()).toEqual(['', `Bác Lan (${number}): [ảnh]`]);
    await lan.act('user_send_audio', {
      message: { attachments: [{ type: 'audio', payload: { url: 'https://a.zdn.vn/loi.amr' } }] },
    });
    await whole.settled();
    await whole.advance(21_000);
    expect((await hai.hears()).join()).toContain('[lời nói, mở ở đây: https://a.zdn.vn/loi.amr]');
  });

  test('a phone number in a resident’s message has a call button', async () => {
    await begin();
    await lan.write('so bac 0912345678');
    await whole.settled();
    await whole.advance(21_000);
    expect((await hai.hears()).join()).toContain('so bac [số điện thoại]');
    expect(await buttonsOf(hai)).toContain('Gọi bác Lan');
    expect(await office.timeline(number)).toContain('noted (phone-shown)');
  });

  test('*Xem thêm* shows the last messages one per line, and offers canned replies', async () => {
    await begin();
    await lan.act('user_send_audio', {
      message: { attachments: [{ type: 'audio', payload: { url: 'https://a.zdn.vn/loi.amr' } }] },
    });
    await whole.settled();
    const talk = (await says(hai, `xem ${number}`)).split('\n\n').at(-1) ?? '';
    expect(talk).toContain(`yêu cầu ${number}: chau chao bac`);
    expect(talk).toContain('Bác Lan: [lời nói]');
    expect(talk.split('\n').every((line) => /^\d+:\d\d /.test(line))).toBe(true);
    expect(await buttonsOf(hai)).toContain(`Câu mẫu ${number}`);
  });

  test('a card says that a picture was sent, not the name of its kind', async () => {
    const tu = await whole.newResident('Ông Tư');
    await tu.act('user_send_image', {
      message: { attachments: [{ type: 'image', payload: { url: 'https://a.zdn.vn/a.jpg' } }] },
    });
    await tu.news();
    await tu.write('cho toi gap can bo');
    await tu.news();
    await tu.write(`thôn ${office.village.name}`);
    await whole.settled();
    expect((await hai.hears()).join()).toContain('Ông Tư gửi ảnh, tệp hoặc lời nói.');
  });

  test('a canned reply is set apart from the question, and a list says what to type', async () => {
    await taps(hai, `Nhận việc ${number}`);
    expect(await says(hai, 'mẫu')).toContain('Nhắn số đầu dòng để xem cả câu.');
    expect(await says(hai, '1')).toMatch(/^Gửi cho .*: “/);
    const mai = await whole.newResident('Cô Mai');
    const second = await askForHelp(mai, office.village.name, { question: 'quen mat khau etax' });
    await whole.settled();
    await taps(hai, `Nhận việc ${second}`);
    expect(await says(hai, 'xong')).toContain(`hoặc cả câu như: Xong ${second}.`);
  });

  test('with two residents each text is asked about by itself', async () => {
    await begin();
    const mai = await whole.newResident('Cô Mai');
    const second = await askForHelp(mai, office.village.name, { question: 'quen mat khau etax' });
    await whole.settled();
    await taps(hai, `Nhận việc ${second}`);
    expect(await says(hai, 'chau chao co')).toBe('Tin này chưa gửi cho ai: “chau chao co”. Gửi cho ai?');
    expect(await says(hai, 'chieu chau qua')).toBe('Tin này chưa gửi cho ai: “chieu chau qua”. Gửi cho ai?');
    const sent = await taps(hai, `Gửi Cô Mai (${second})`);
    expect(sent).toContain('Đang nhắn cho 2 người');
    expect(sent).not.toContain('sẽ gửi luôn');
    expect(sent).toContain('Tin này chưa gửi cho ai: “chau chao co”');
    const heard = (await mai.news()).map(({ text }) => text).join();
    expect(heard).toContain('chieu chau qua');
    expect(heard).not.toContain('chau chao co');
    expect(await says(hai, 'bo')).toContain('Đã bỏ, không gửi cho ai: “chau chao co”');
  });

  test('a resident named alone is the one that the member writes to from then on', async () => {
    await begin();
    const mai = await whole.newResident('Cô Mai');
    const second = await askForHelp(mai, office.village.name, { question: 'quen mat khau etax' });
    await whole.settled();
    await taps(hai, `Nhận việc ${second}`);
    expect(await says(hai, 'bac Lan')).toContain(`Tin gõ từ giờ gửi cho bác Lan (${number})`);
    expect(await says(hai, 'chao bac')).toContain(`Gửi cho bác Lan (${number}): “chao bac”?`);
    expect(await says(hai, 'co Mai')).toContain(`Gửi cho Cô Mai (${second}): “chao bac”?`);
  });

  test('two tickets are taken by one message, and a name that both residents have is asked about', async () => {
    const other = await whole.newResident('Lan Nguyen');
    const second = await askForHelp(other, office.village.name, { question: 'quen mat khau etax' });
    await whole.settled();
    await hai.hears();
    expect(await says(hai, `nhan ${number} ${second}`)).toContain('Đã nhận 2 việc:');
    await lan.news();
    await other.news();
    await says(hai, 'the bhyt cua chong sai ngay sinh');
    expect(await says(hai, 'Lan')).toContain('Gửi cho ai trong những người này?');
    expect(await buttonsOf(hai)).toEqual(
      expect.arrayContaining([`Gửi bác Lan (${number})`, `Gửi Lan Nguyen (${second})`]),
    );
    expect(await lan.news()).toEqual([]);
    await taps(hai, `Gửi Lan Nguyen (${second})`);
    expect((await other.news()).map(({ text }) => text).join()).toContain('the bhyt cua chong');
    expect(await lan.news()).toEqual([]);
  });

  test('a number answers the question how a ticket was solved, through a list older than it', async () => {
    await begin();
    await says(hai, 'viec cua toi');
    await says(hai, `xong ${number}`);
    expect(await says(hai, 'da gap roi')).toContain(`Đã đóng yêu cầu ${number}`);
    expect(await office.ticket(number)).toMatchObject({ status: 'resolved', done: 'visited' });
    expect((await lan.news()).map(({ text }) => text)).toEqual([
      expect.stringContaining('việc đã xong chưa'),
    ]);
  });

  test('being away tomorrow keeps the member on duty today', async () => {
    expect(await says(hai, 'ban ngay mai')).toMatch(/bận .*, hôm nay vẫn trực/);
    expect(await says(hai, 'dong doi')).not.toMatch(/Chị Hai.*đang bận/);
    await whole.advance(24 * 60 * minuteMs);
    expect(await says(hai, 'dong doi')).toMatch(/Chị Hai.*đang bận/);
    expect(await says(hai, 'truc')).toContain('Đã ghi: đang trực');
  });

  test('a duty word alone while writing to a resident is asked about', async () => {
    await begin();
    expect(await says(hai, 'ban')).toContain('lời dặn trợ lý hay tin cho bà con?');
    expect(await taps(hai, 'Bận hôm nay')).toContain('Đã ghi: bận đến hết hôm nay');
    expect(await says(hai, 'truc hom nay')).toContain('Đã ghi: đang trực');
    expect(await lan.news()).toEqual([]);
  });

  test('after *Gửi nhầm* the bot says that typed text goes to nobody yet', async () => {
    await begin();
    expect(await taps(hai, `Gửi nhầm ${number}`)).toContain('Tin gõ tiếp chưa gửi cho ai');
  });

  test('after *Gửi nhầm* to one of two, the next text stays pending, because it may be meant for either', async () => {
    await begin();
    const mai = await whole.newResident('Cô Mai');
    const second = await askForHelp(mai, office.village.name, { question: 'quen mat khau etax' });
    await whole.settled();
    await taps(hai, `Nhận việc ${second}`);
    await says(hai, `${second} chau chao co`);
    await says(hai, `${number} chau chao bac`);
    await taps(hai, `Gửi nhầm ${number}`);
    const before = (await mai.heard()).length;
    expect(await says(hai, 'bac mang can cuoc den nhe')).toContain('Gửi cho ai?');
    expect(await mai.heard()).toHaveLength(before);
    expect(await says(hai, 'khong gui')).toContain('Đã bỏ, không gửi cho ai');
  });

  test('leave is shown in everyday dates, and an empty list is called empty', async () => {
    expect(await says(hai, 'ban den thu hai')).toContain('bận đến hết Chủ nhật 11/10');
    expect(await says(hai, 'ban')).toContain('bận đến hết hôm nay');
    expect(await says(hai, 'xong')).toContain('Hiện không giữ việc nào');
    expect(await says(hai, 'truc')).toContain('Có 1 việc mới');
    await whole.bot.dependencies.tickets.dismiss({ number, by: { operator: 'test' } });
    expect(await says(hai, 'truc')).toContain('Đã ghi: đang trực. Hiện chưa có việc nào chờ.');
  });

  test('a used code tells a member that they need none', async () => {
    expect(await says(hai, 'BCGH-KLMN')).toContain('vẫn đang nhận việc');
    expect(await says(hai, 'viec cua toi')).toContain('không giữ việc nào');
  });

  test('a form of address within a sentence is in lower case', async () => {
    await taps(hai, `Nhận việc ${number}`);
    expect(await says(hai, 'chau chao bac')).toBe(`Gửi cho bác Lan (${number}): “chau chao bac”?`);
    expect(await taps(hai, 'Gửi')).toContain(`Đã gửi bác Lan (${number})`);
    expect(await says(hai, 'viec cua toi')).toContain(`1. ${number} bác Lan, Chữ ký số`);
    const mai = await whole.newResident('Cô Mai');
    const second = await askForHelp(mai, office.village.name, { question: 'lam can cuoc o dau' });
    expect(await says(hai, 'viec moi')).toContain(`1. ${second} Cô Mai, VNeID, chờ`);
  });

  test('*gọi* shows the call button, or says that there is no number yet', async () => {
    await begin();
    expect(await says(hai, 'gọi')).toContain(`Bác Lan (${number}) chưa cho số điện thoại`);
    await lan.write('so bac 0912345678');
    await whole.settled();
    await whole.advance(21_000);
    await hai.hears();
    await says(hai, `goi ${number}`);
    expect(await buttonsOf(hai)).toEqual(['Gọi bác Lan', `Xong ${number}`]);
  });
});
