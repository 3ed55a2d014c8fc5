import { hourMs, minuteMs } from '../../src/durations.ts';
import { removeMember } from '../../src/team/roster/member-store.ts';
import { askForHelp, buttonsOf, linkPhone, type MemberPhone, says } from '../helpers/member-phones.ts';
import { members, type StaffedOffice, staffOffice } from '../helpers/staffed-office.ts';
import { until } from '../helpers/until.ts';
import { type Resident, startWholeBot, type WholeBot } from '../helpers/whole-bot.ts';

const [, haiId = '', hungId = '', haId = ''] = members.village;

/** Everything that passes between a resident and the assignee, through a simulated Zalo. */
describe('a member and a resident', () => {
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
    lan = await whole.newResident('Bà Lan');
    number = await askForHelp(lan, office.village.name);
    await lan.news();
  });
  afterEach(async () => {
    const { database, tickets } = whole.bot.dependencies;
    const open = await database.db
      .selectFrom('tickets')
      .select('number')
      .where('status', '!=', 'resolved')
      .execute();
    for (const ticket of open) await tickets.dismiss({ number: ticket.number, by: { operator: 'test' } });
    await database.db.deleteFrom('member_chats').execute();
    await hai.hears();
    await hung.hears();
  });
  afterAll(() => whole.stop());

  const residentHears = async () => (await lan.news()).map(({ text }) => text).join('\n');
  const claim = async (phone: MemberPhone) => {
    await phone.tap(`Nhận việc ${number}`);
    return (await phone.news()).at(-1);
  };
  /** Claims the ticket and sends the first message. */
  const begin = async (phone: MemberPhone, text = 'chau chao bac') => {
    await claim(phone);
    await says(phone, text);
    await phone.tap('Gửi');
    await phone.hears();
    await lan.news();
  };

  /** The ticket of another resident, which this member claims too. */
  const takeAnother = async (phone: MemberPhone) => {
    const mai = await whole.newResident('Cô Mai');
    const second = await askForHelp(mai, office.village.name, { question: 'quen mat khau etax' });
    await phone.tap(`Nhận việc ${second}`);
    await phone.hears();
    await mai.news();
    return { mai, second };
  };

  test('the card shows all that is needed to decide, and the possible actions', async () => {
    const [card] = await hai.news();
    expect(card?.text).toContain(`Yêu cầu ${number}, ${office.village.name}`);
    expect(card?.text).toContain('Bà Lan hỏi: lam chu ky so the nao');
    expect(card?.text).toMatch(/Chờ từ 8:\d\d, đã 1 phút/);
    expect(card?.text).toContain('Còn nhắn được qua Zalo 48 giờ');
    expect(card?.buttons.map(({ title }) => title)).toEqual([
      `Nhận việc ${number}`,
      `Xem thêm ${number}`,
      `Chuyển ${number}`,
      `Không nhận được ${number}`,
    ]);
    expect(card?.buttons.map(({ payload }) => payload)).toContain(`#Nhận việc ${number}`);
  });

  test('the member who claims gets the ticket; the resident is told once, the other member too, and an old tap is explained', async () => {
    const owned = await claim(hai);
    expect(owned?.text).toContain(`Đã nhận yêu cầu ${number}`);
    expect(owned?.buttons.map(({ title }) => title)).toEqual([
      `Xong ${number}`,
      `Chuyển ${number}`,
      `Tạm dừng ${number}`,
      `Xem thêm ${number}`,
    ]);
    expect(await residentHears()).toContain('đã nhận yêu cầu');
    expect((await hung.hears()).at(-1)).toMatch(new RegExp(`Yêu cầu ${number} Chị Hai .*đã nhận lúc 8:`));
    expect((await claim(hung))?.text).toMatch(/Chị Hai .*đã nhận lúc 8:/);
    expect(await residentHears()).toBe('');
  });

  test('two members tap in the same second: one becomes assignee, the resident gets one message, the other is told', async () => {
    await Promise.all([hai.tap(`Nhận việc ${number}`), hung.tap(`Nhận việc ${number}`)]);
    const heard = [...(await hai.hears()), ...(await hung.hears())];
    expect(heard.filter((text) => text.includes(`Đã nhận yêu cầu ${number}`))).toHaveLength(1);
    expect(heard.filter((text) => text.includes('đã nhận lúc'))).toHaveLength(1);
    expect((await residentHears()).match(/đã nhận yêu cầu/g)).toHaveLength(1);
  });

  test('the first message is kept until the member confirms the recipient; later ones are sent at once', async () => {
    await claim(hai);
    await lan.news();
    expect(await says(hai, 'chau chao bac, bac co may tinh khong')).toBe(
      `Gửi cho Bà Lan (${number}): “chau chao bac, bac co may tinh khong”?`,
    );
    expect(await residentHears()).toBe('');
    await hai.tap('Gửi');
    expect((await hai.hears()).join()).toContain(`Đã gửi Bà Lan (${number})`);
    expect(await residentHears()).toContain('Hai, ');
    expect(await says(hai, 'dien thoai cung duoc a')).toContain(`Đã gửi Bà Lan (${number})`);
    expect(await residentHears()).toContain('dien thoai cung duoc a');
  });

  test('a pending message that is not confirmed is discarded', async () => {
    await claim(hai);
    await lan.news();
    await says(hai, 'bac cho chau so nha');
    await hai.tap('Bỏ');
    expect((await hai.hears()).join()).toContain('Đã bỏ, không gửi cho ai: “bac cho chau so nha”');
    await hai.tap('Gửi');
    expect((await hai.hears()).join()).toContain('Không còn tin nào');
    expect(await residentHears()).toBe('');
  });

  test('text after "Xong" may say how it was done: it stays pending, and one tap makes it the closing note', async () => {
    await begin(hai);
    await says(hai, `xong ${number}`);
    expect(await says(hai, 'bac ay lu lan qua, da goi giup xong')).toContain('chưa gửi cho ai');
    expect(await residentHears()).toBe('');
    await hai.tap(`Ghi rồi đóng ${number}`);
    const heard = (await hai.hears()).join('\n');
    expect(heard).toContain('bà con không thấy: “bac ay lu lan qua, da goi giup xong”');
    expect(heard).toContain(`Đã đóng yêu cầu ${number}`);
    expect(await residentHears()).not.toContain('lu lan');
    expect(await office.timeline(number)).toContain('noted (note)');
    expect(await office.ticket(number)).toMatchObject({ status: 'resolved', done: 'other' });
  });

  test('done in another way asks for the words, which close the ticket and reach no resident', async () => {
    await begin(hai);
    await says(hai, `xong ${number}`);
    await hai.tap('Khác');
    expect((await hai.hears()).join('\n')).toContain('Gõ một câu');
    expect(await office.ticket(number)).toMatchObject({ status: 'open' });
    expect(await says(hai, 'nho con gai bac ay lam giup')).toContain(`Đã đóng yêu cầu ${number}`);
    expect(await residentHears()).not.toContain('con gai');
    expect(await office.timeline(number)).toEqual(
      expect.arrayContaining(['noted (note)', 'resolved (solved)']),
    );
    expect(await office.ticket(number)).toMatchObject({ status: 'resolved', done: 'other' });
  });

  test('a note is visible to every member who opens the ticket', async () => {
    await begin(hai);
    await says(hai, `ghi chu ${number} hen chieu thu nam`);
    expect(await says(hai, `xem ${number}`)).toMatch(/Ghi chú, Chị Hai .*: hen chieu thu nam/);
  });

  test('what looks like a command is sent to nobody, and a button does it', async () => {
    await begin(hai);
    expect(await says(hai, `${number} tra lai nhe`)).toContain('giống lời dặn trợ lý');
    expect(await residentHears()).toBe('');
    await hai.tap(`Trả lại tổ ${number}`);
    expect((await hai.hears()).join()).toContain(`Đã trả yêu cầu ${number} lại cho tổ`);
    expect(await office.ticket(number)).toMatchObject({ status: 'new' });
    expect(await residentHears()).not.toContain('tra lai nhe');
  });

  test('polite words around a command and its number change nothing', async () => {
    await begin(hai);
    expect(await says(hai, `${number} xong roi a`)).toContain('đã làm thế nào');
    expect(await says(hai, `tra lai ${number} giup em`)).toContain(`Đã trả yêu cầu ${number} lại cho tổ`);
  });

  test('the button under a message takes back that message, whatever is pending', async () => {
    await begin(hai);
    await says(hai, 'cau thu nhat cho bac');
    await residentHears();
    await says(hai, 'tra lai gi do');
    await hai.tap(`Gửi nhầm ${number}`);
    expect((await hai.hears()).join()).toContain('bỏ qua tin vừa rồi');
    expect(await residentHears()).toContain('gửi nhầm');
  });

  test('done in another way works without words, and words for the resident still reach them', async () => {
    await begin(hai);
    await says(hai, `xong ${number}`);
    await hai.tap('Khác');
    await hai.hears();
    await says(hai, `${number} bac doi chau mot lat`);
    expect(await residentHears()).toContain('bac doi chau mot lat');
    expect(await office.ticket(number)).toMatchObject({ status: 'open' });
    await hai.tap(`Đóng luôn ${number}`);
    expect((await hai.hears()).join('\n')).toContain(`Đã đóng yêu cầu ${number}`);
    expect(await office.ticket(number)).toMatchObject({ status: 'resolved', done: 'other' });
  });

  test('a photo after "Xong" cannot become a note, and is not lost', async () => {
    await begin(hai);
    await says(hai, `xong ${number}`);
    await hai.act('user_send_image', {
      message: { attachments: [{ type: 'image', payload: { url: 'https://example.test/a.jpg' } }] },
    });
    await hai.hears();
    const titles = (await hai.messages()).at(-1)?.buttons.map(({ title }) => title);
    expect(titles).not.toContain(`Ghi rồi đóng ${number}`);
    expect(titles).toContain('Gửi');
  });

  test('what the resident wrote in the seconds before it was closed still reaches the member', async () => {
    await begin(hai);
    await lan.write('chau oi may bao loi nua roi');
    await says(hai, `xong ${number}`);
    await hai.tap('Đã gọi hướng dẫn');
    await hai.hears();
    await whole.advance(minuteMs);
    expect((await hai.hears()).join('\n')).toContain(
      'nhắn ngay trước lúc việc đóng: chau oi may bao loi nua roi',
    );
  });

  test('the bare number of a card just offered opens that card, and is sent to nobody', async () => {
    await begin(hai);
    const mai = await whole.newResident('Cô Mai');
    const second = await askForHelp(mai, office.village.name, { question: 'quen mat khau etax' });
    await hai.hears();
    expect(await says(hai, `${second}`)).toContain(`Yêu cầu ${second}`);
    expect(await says(hai, `#${second}`)).toContain(`Yêu cầu ${second}`);
    expect(await residentHears()).toBe('');
  });

  test.each(['#9999 chau chao ong', '9999: chau chao ong', '#9999'])(
    'words for a ticket that does not exist are sent to nobody without a question: %s',
    async (text) => {
      await begin(hai);
      expect(await says(hai, text)).toContain('9999');
      expect(await residentHears()).toBe('');
    },
  );

  test('a time of day before the words is no ticket number', async () => {
    await begin(hai);
    expect(await says(hai, '7:30 chau qua')).toContain(`Đã gửi Bà Lan (${number})`);
  });

  test('a pending message stays pending while others are sent by number', async () => {
    await begin(hai);
    const { second } = await takeAnother(hai);
    expect(await says(hai, 'tin A')).toBe('Tin này chưa gửi cho ai: “tin A”. Gửi cho ai?');
    expect(await says(hai, `${second} tin B`)).toContain(`Đã gửi Cô Mai (${second})`);
    expect(await says(hai, `xem ${second}`)).toContain(
      'Còn một tin chưa gửi.\n\nTin này chưa gửi cho ai: “tin A”. Gửi cho ai?',
    );
    expect(await says(hai, 'gui ba Lan')).toContain(`Đã gửi Bà Lan (${number})`);
    expect(await residentHears()).toContain('tin A');
  });

  test('after a break of half an hour the member must confirm again', async () => {
    await begin(hai);
    await whole.advance(31 * minuteMs);
    expect(await says(hai, 'bac oi')).toContain('Gửi cho');
    expect(await residentHears()).not.toContain('bac oi');
  });

  test('while two relays are open every message stays pending, and a number or a quote chooses the recipient', async () => {
    await begin(hai);
    const { mai, second } = await takeAnother(hai);
    expect(await says(hai, 'chau den ngay')).toBe('Tin này chưa gửi cho ai: “chau den ngay”. Gửi cho ai?');
    expect(await buttonsOf(hai)).toEqual([
      `Gửi Cô Mai (${second})`,
      `Gửi Bà Lan (${number})`,
      'Ghi chú',
      'Bỏ',
    ]);
    await hai.tap('Bỏ');
    await hai.hears();
    expect(await says(hai, `${second} chieu chau qua`)).toContain(`Đã gửi Cô Mai (${second})`);
    expect((await mai.news()).map(({ text }) => text).join()).toContain('chieu chau qua');
    const card = (await hai.messages()).find(({ text }) => text.startsWith(`Đã nhận yêu cầu ${number}`));
    await hai.write('vang a', card?.id);
    expect((await hai.hears()).join()).toContain(`Đã gửi Bà Lan (${number})`);
    expect(await residentHears()).toContain('vang a');
    expect(await mai.news()).toEqual([]);
  });

  test('a number without an own open ticket is text, and a command word is never relayed', async () => {
    await begin(hai);
    expect(await says(hai, '1900 la so tong dai')).toContain('Đã gửi');
    expect(await residentHears()).toContain('1900 la so tong dai');
    for (const word of ['viec cua toi', 'giúp', 'việc mới', 'gui', 'tiep']) await says(hai, word);
    expect(await residentHears()).toBe('');
  });

  test('after a message by mistake the resident is asked to ignore it, and it is marked', async () => {
    await begin(hai);
    await hai.tap(`Gửi nhầm ${number}`);
    expect((await hai.hears()).join()).toContain(`Đã báo Bà Lan (${number}) bỏ qua`);
    expect(await residentHears()).toBe('Tin vừa rồi gửi nhầm, bỏ qua giúp ạ.');
    expect(await office.timeline(number)).toContain('noted (sent-by-mistake)');
    expect(await says(hai, 'gửi nhầm')).toContain('Chưa có tin nào');
    expect(await says(hai, 'con ai do khong')).toContain('chưa gửi cho ai');
  });

  test('a note stays among members', async () => {
    await begin(hai);
    expect(await says(hai, 'ghi chu nha o cuoi xom')).toContain(`ghi chú vào yêu cầu ${number}`);
    expect(await says(hai, `Ghi chú ${number}: hẹn thứ Năm`)).toContain(`ghi chú vào yêu cầu ${number}`);
    expect(await residentHears()).toBe('');
    expect((await office.timeline(number)).filter((line) => line === 'noted (note)')).toHaveLength(2);
  });

  test('the resident’s messages reach the assignee, lines together, masked, without pinging anybody', async () => {
    await begin(hai);
    await lan.write('da chau oi');
    await lan.write('so cua bac 0912345678 [@1234]');
    await lan.write('khong co may tinh');
    await whole.settled();
    expect(await hai.hears()).toEqual([]);
    await whole.advance(21_000);
    const [words, ...more] = await hai.hears();
    expect(words).toBe(
      `Bà Lan (${number}): da chau oi\n› so cua bac [số điện thoại] [ @1234]\n› khong co may tinh`,
    );
    expect(more).toEqual([]);
    expect(await hung.hears()).not.toContainEqual(expect.stringContaining('may tinh'));
  });

  test('after *Tạm dừng* and after *Xong* nothing is relayed to the resident any more', async () => {
    await begin(hai);
    await hai.tap(`Tạm dừng ${number}`);
    await hai.hears();
    expect(await says(hai, 'an com chua')).toContain('chưa gửi cho ai');
    await hai.tap(`Nhắn tiếp ${number}`);
    await hai.hears();
    expect(await says(hai, 'xong')).toContain('đã làm thế nào');
    await hai.tap('Đã gọi hướng dẫn');
    expect((await hai.hears()).join()).toContain(`Đã đóng yêu cầu ${number}`);
    expect(await residentHears()).toContain('việc đã xong chưa ạ?');
    expect(await says(hai, 'chao nhe')).toContain('chưa gửi cho ai');
    expect(await says(hai, `${number} chao nhe`)).toContain('chưa gửi cho ai');
    expect(await residentHears()).toBe('');
  });

  test('*Xong* on the ticket of another member names the assignee', async () => {
    await begin(hai);
    expect(await says(hung, `xong ${number}`)).toMatch(/Chị Hai .*đã nhận lúc/);
    expect((await office.ticket(number)).status).toBe('open');
  });

  test('a ticket never offered to the member is treated as no number at all', async () => {
    const stranger = await linkPhone(whole, members.cluster[1] ?? '');
    await begin(hai);
    expect(await says(stranger, `xem them ${number}`)).not.toContain('Bà Lan');
  });

  test('a number of an office reaches the resident, and stays readable on a card', async () => {
    await begin(hai);
    await says(hai, 'bac goi bao hiem 024 3388 2337 a');
    expect(await residentHears()).toContain('024 3388 2337');
    await lan.write('tôi gọi 02433882337 mà không ai bắt máy, số tôi 0912345678');
    await whole.settled();
    await whole.advance(minuteMs);
    const heard = (await hai.hears()).join('\n');
    expect(heard).toContain('02433882337');
    expect(heard).not.toContain('0912345678');
  });

  test('a secret is hidden and sent to nobody', async () => {
    await begin(hai);
    expect(await says(hai, 'ma otp la 482913')).toContain('không gửi cho ai');
    expect(await residentHears()).toBe('');
  });

  test('a message of a member that asks for secrets is not sent', async () => {
    await begin(hai);
    expect(await says(hai, 'bac gui cho chau ma otp nhe')).toContain('Tin này chưa gửi');
    expect(await residentHears()).toBe('');
    expect(await says(hai, 'thoi khong can a')).toContain('Đã gửi');
    expect(await residentHears()).not.toContain('otp');
  });

  test('five thousand characters need a confirmation, and arrive complete', async () => {
    await begin(hai);
    const long = Array.from({ length: 500 }, (_, index) => `dòng ${index}`).join(' ');
    expect(await says(hai, long)).toContain('sẽ thành');
    await hai.tap('Gửi');
    await hai.hears();
    const arrived = await residentHears();
    expect(arrived).toContain('dòng 0');
    expect(arrived).toContain('dòng 499');
  });

  test('*Không nhận được* asks other members, *Chuyển* returns or escalates the ticket', async () => {
    const ha = await linkPhone(whole, haId);
    await hai.tap(`Không nhận được ${number}`);
    expect((await hai.hears()).at(-1)).toContain('không sao cả');
    await begin(hung);
    await hung.tap(`Chuyển ${number}`);
    await hung.hears();
    await hung.tap(`Tổ cấp trên ${number}`);
    expect((await hung.hears()).join()).toContain(`lên Tổ thử cụm ${office.cluster.name}`);
    expect((await office.ticket(number)).team_id).toBe('to-cum');
    expect(await says(hung, 'bac doi chut')).toContain('chưa gửi cho ai');
    expect(await ha.hears()).not.toContainEqual(expect.stringContaining('bac doi chut'));
  });

  test('the phone number is on the card of the assignee, encrypted in our records, and every display is recorded', async () => {
    await lan.write('goi cho toi nhe 0912345678');
    await whole.settled();
    await lan.tap('Đồng ý').catch(() => undefined);
    await lan.write('0912345678');
    await whole.settled();
    const owned = await claim(hai);
    const call = owned?.buttons.find(({ title }) => title.startsWith('Gọi'));
    expect(call).toMatchObject({ type: 'oa.open.phone', payload: { phone_code: '84912345678' } });
    expect(await office.timeline(number)).toContain('noted (phone-shown)');
    const { rows } = await whole.bot.dependencies.database.pool.query(
      "select count(*)::int as count from outgoing_messages where content::text like '%912345678%'",
    );
    expect(rows[0]?.count).toBe(0);
  });

  test('a resident whose data is erased leaves nothing in the conversations of members', async () => {
    await begin(hai);
    await lan.write('chuyen rieng khong ai duoc biet');
    await whole.settled();
    await whole.advance(21_000);
    expect((await hai.hears()).join()).toContain('chuyen rieng');
    const { database, queue } = whole.bot.dependencies;
    const traces = async () =>
      (
        await database.pool.query(
          `select count(*)::int as count from outgoing_messages where content::text ~ 'chuyen rieng|Bà Lan'
            and conversation_id in (select id from conversations where person_id = $1)
            and ticket_id = (select id from tickets where number = $2)`,
          [hai.userId, number],
        )
      ).rows[0].count as number;
    expect(await traces()).toBeGreaterThan(2);
    await lan.act('user_withdraw');
    await whole.settled();
    await whole.advance(24 * hourMs);
    await queue.add('erase-data', {}, { dueAt: whole.clock.now() + 1 });
    await whole.advance(1_000);
    await until('it is erased', async () => (await traces()) === 0);
    const { rows } = await database.pool.query(
      "select count(*)::int as count from outgoing_messages where content::text like '%chuyen rieng%'",
    );
    expect(rows[0].count).toBe(0);
    expect((await hai.hears()).join()).toContain('bà con không cần nữa');
  });

  test('an answer sent after the window closed waits, and is delivered first', async () => {
    await begin(hai);
    await whole.advance(47 * hourMs);
    await says(hai, 'truc');
    await whole.advance(2 * hourMs);
    await hai.hears();
    expect(await says(hai, `${number} chau xin loi bac`)).toContain('để sẵn');
    await whole.advance(minuteMs);
    await lan.news();
    await lan.write('alo');
    expect(await residentHears()).toContain('chau xin loi bac');
  });

  test('a member who is removed during a conversation reaches nobody', async () => {
    await begin(hai);
    const { database, clock } = whole.bot.dependencies;
    await database.db
      .transaction()
      .execute((trx) => removeMember(trx, { memberId: haiId, now: clock.now() }));
    expect(await says(hai, 'bac oi chau day')).toContain('không gửi cho ai');
    expect(await residentHears()).toBe('');
  });
});
