import { minuteMs } from '../../src/durations.ts';
import { ask, sendMedia, tap, theOnly, ticketsOf, titles } from '../helpers/story.ts';
import { otherOaId, type Resident, startWholeBot, type WholeBot } from '../helpers/whole-bot.ts';

let whole: WholeBot;
beforeAll(async () => {
  whole = await startWholeBot({ simulator: { switches: { receipts: 'seen' } } });
});
afterAll(async () => {
  await whole.stop();
});

describe('a pensioner finds the answer by buttons, numbers and words', () => {
  test.each([
    ['a tap', (him: Resident) => him.tap('iHanoi')],
    ['a number', (him: Resident) => him.write('2')],
    ['its name', (him: Resident) => him.write('ihanoi')],
  ])('from the greeting to a question by %s', async (_way, choose) => {
    const him = await whole.newResident('Ông Bình');
    expect(titles(await ask(him, 'chào cháu'))).toEqual([
      'Nộp hồ sơ qua mạng',
      'iHanoi',
      'Chữ ký số',
      'Thuế, eTax Mobile',
      'Gặp cán bộ',
    ]);
    await choose(him);
    const questions = theOnly(await him.news());
    expect(titles(questions)).toContain('Gửi phản ánh');
    expect(titles(questions)).toHaveLength(5);
    expect((await ask(him, '1')).text).toContain('iHanoi là ứng dụng');
    expect(titles(await ask(him, 'xem các mục'))).toContain('Chữ ký số');
  });

  test('a tap on an old button still works', async () => {
    const him = await whole.newResident('Ông Bình');
    await ask(him, 'alo');
    await whole.advance(40 * minuteMs);
    const unread = await ask(him, '2');
    expect(titles(unread)).not.toContain('Gửi phản ánh');
    expect(titles(await tap(him, 'iHanoi'))).toContain('Gửi phản ánh');
  });
});

describe('a farmer without diacritics asks about each of the main topics', () => {
  test.each([
    ['nop ho so qua mang o trang nao', 'dichvucong.gov.vn', 'Đăng nhập cổng', 'VNeID'],
    ['gui phan anh tren ihanoi the nao', 'iHanoi', 'Viết sao cho rõ', 'ảnh'],
    ['chu ky so co mat tien khong', 'phí', 'Làm trực tiếp ở đâu', 'xã'],
    ['quen mat khau etax', 'VNeID', 'Đăng nhập eTax', 'eTax Mobile'],
  ])('%s', async (question, expected, followUp, thereafter) => {
    const farmer = await whole.newResident('Anh Hùng');
    const answer = await ask(farmer, question);
    expect(answer.text).toContain(expected);
    expect(answer.text).toMatch(/\((?:Theo|Thông tin) /);
    expect(titles(answer)).toContain(followUp);
    expect(titles(answer).length).toBeLessThanOrEqual(5);
    const next = await tap(farmer, followUp);
    expect(next.text).toContain(thereafter);
    expect(next.text).not.toBe(answer.text);
  });
});

describe('an aunt prefers to speak to a person', () => {
  test('a ticket opens with the last topic, she is told what comes next and can ask for the status', async () => {
    const aunt = await whole.newResident('Cô Mai');
    await ask(aunt, 'cô muốn nộp thuế đất');
    const handed = await ask(aunt, 'cho cô gặp cán bộ với');
    const [ticket] = await ticketsOf(whole, aunt);
    expect(handed.text).toContain(`yêu cầu ${ticket?.number} của cô`);
    expect(handed.text).toMatch(/sẽ trả lời trước .*, ngay tại khung chat này/);
    expect(ticket).toMatchObject({ kind: 'question', topic: 'etax-mobile', status: 'new' });
    expect(ticket?.summary).toContain('cô muốn nộp thuế đất');
    expect((await ask(aunt, 'yêu cầu của cô đến đâu rồi')).text).toContain(`Yêu cầu ${ticket?.number}`);
    expect((await ask(aunt, `yeu cau ${ticket?.number} den dau roi`)).text).toContain('đang chờ người nhận');
  });

  test('nobody can read the status of another resident’s ticket', async () => {
    const owner = await whole.newResident('Cô Mai');
    await ask(owner, 'gặp cán bộ');
    const [ticket] = await ticketsOf(whole, owner);
    const curious = await whole.newResident('Anh Tò Mò');
    const seen = await ask(curious, `yêu cầu ${ticket?.number} đến đâu rồi`);
    const unknown = await ask(curious, 'yêu cầu 99999 đến đâu rồi');
    expect(seen.text).toBe(unknown.text.replace('99999', String(ticket?.number)));
  });
});

describe('a polite young man', () => {
  test('is greeted, answered, thanked and left in peace', async () => {
    const him = await whole.newResident('Nam');
    expect((await ask(him, 'em chào anh chị ạ')).text).toMatch(/chào/);
    expect((await ask(him, 'bạn là ai thế, máy hay người')).text).toMatch(/máy trả lời tự động/);
    for (const [text, line] of [
      ['ok', /^Dạ vâng ạ\.$/],
      ['cảm ơn nhiều nhé', /^Dạ không có gì ạ/],
      ['thôi chào nhé', /^Dạ .*chào/],
    ] as const) {
      const reply = await ask(him, text);
      expect(reply.text).toMatch(line);
      expect(reply.text).not.toContain('\n');
      expect(reply.buttons).toEqual([]);
    }
  });
});

describe('a worried woman', () => {
  test('reads what is stored about her, and has it erased', async () => {
    const her = await whole.newResident('Chị Hoa');
    expect((await ask(her, 'ai đọc được tin nhắn của tôi')).text).toMatch(/Mã OTP, mật khẩu.*che đi/s);
    expect(titles(await ask(her, 'xoá dữ liệu của tôi'))).toEqual(['Xoá dữ liệu của tôi', 'Giữ lại']);
    expect((await tap(her, 'Xoá dữ liệu của tôi')).text).toContain('sẽ được xoá');
    const { db } = whole.bot.dependencies.database;
    const asked = () =>
      db.selectFrom('erasure_requests').selectAll().where('person_id', '=', her.userId).execute();
    expect(await asked()).toHaveLength(1);
  });
});

describe('a resident whom the bot does not understand', () => {
  test('is offered the likeliest questions and a person', async () => {
    const them = await whole.newResident('Bác Tư');
    const asked = await ask(them, 'đăng ký');
    const offered = titles(asked);
    expect(offered.length).toBeGreaterThanOrEqual(3);
    expect(offered.at(-1)).toBe('Gặp cán bộ');
    expect(asked.text).toMatch(/\?$|không ạ/);
    const answer = await tap(them, offered[0] as string);
    expect(titles(answer)).not.toEqual(offered);
    expect(await ticketsOf(whole, them)).toEqual([]);
  });

  test('is shown an example and the topics, and then reaches a person', async () => {
    const them = await whole.newResident('Bác Tư');
    const first = await ask(them, 'xkcd qwrt zzz');
    expect(first.text).toMatch(/chưa hiểu rõ ý/);
    expect(titles(first)).toContain('Gặp cán bộ');
    expect(await ticketsOf(whole, them)).toEqual([]);
    expect((await ask(them, 'qwrt bhjk')).text).toMatch(/yêu cầu \d+/);
    expect(await ticketsOf(whole, them)).toHaveLength(1);
  });

  test('opens no ticket with "?" or "ờ" alone, however often', async () => {
    const them = await whole.newResident('Bác Tư');
    for (const text of ['không', 'ờ', 'dạ']) expect((await ask(them, text)).text).toBe('Dạ vâng ạ.');
    for (const text of ['?', '??', '...']) expect(titles(await ask(them, text))).toContain('Gặp cán bộ');
    expect(await ticketsOf(whole, them)).toEqual([]);
  });
});

describe('a grandmother who does not type', () => {
  test('sends a voice note, and a person listens to it', async () => {
    const her = await whole.newResident('Bà Lan');
    await her.write('cho bà hỏi cháu cái này với');
    await her.news();
    const offer = theOnly(await sendMedia(her, 'audio'));
    expect(offer.text).toBe('Cháu chưa nghe được lời nói ạ. Bà muốn cán bộ nghe và trả lời không?');
    expect(titles(offer)).toEqual(['Gửi cho cán bộ nghe', 'Để tôi gõ chữ']);
    const sent = await ask(her, 'có cháu ạ');
    const [ticket] = await ticketsOf(whole, her);
    expect(sent.text).toContain(`yêu cầu ${ticket?.number}`);
    expect(ticket).toMatchObject({ kind: 'media' });
    expect(ticket?.summary).toMatch(/audio|f6\.photo/);
    expect(theOnly(await sendMedia(her, 'audio')).text).toContain(`yêu cầu ${ticket?.number}`);
  });

  test('sends photos of a document, is asked about them once and warned', async () => {
    const her = await whole.newResident('Bà Lan');
    const offer = theOnly(await sendMedia(her, 'image'));
    expect(offer.text).toMatch(/hỏi gì về ảnh này\?/);
    expect(offer.text).toMatch(/đừng gửi ảnh căn cước hay thẻ ngân hàng/);
    expect(titles(offer)).toEqual(['Gửi cho cán bộ xem']);
    expect(await sendMedia(her, 'image')).toEqual([]);
    expect((await tap(her, 'Gửi cho cán bộ xem')).text).toMatch(/yêu cầu \d+/);
    expect(await ticketsOf(whole, her)).toMatchObject([{ kind: 'media' }]);
  });

  test('gets an answer to a question under a photo', async () => {
    const her = await whole.newResident('Bà Lan');
    const answer = theOnly(await sendMedia(her, 'image', { text: 'quên mật khẩu etax thì làm sao' }));
    expect(answer.text).toContain('eTax Mobile');
    const offer = theOnly(await sendMedia(her, 'image', { text: 'bà gửi cháu' }));
    expect(titles(offer)).toEqual(['Gửi cho cán bộ xem']);
  });

  test('sends a sticker: thanks after an answer, once in half an hour, and a greeting otherwise', async () => {
    const her = await whole.newResident('Bà Lan');
    expect(theOnly(await sendMedia(her, 'sticker')).text).toBe(
      'Dạ chào ạ! Cần hỏi việc gì, cứ nhắn vào đây ạ.',
    );
    await ask(her, 'quen mat khau etax');
    expect(theOnly(await sendMedia(her, 'sticker')).text).toBe('Dạ không có gì ạ. Cần gì cứ nhắn lại ạ.');
    expect(await sendMedia(her, 'sticker')).toEqual([]);
    await whole.advance(31 * minuteMs);
    expect(theOnly(await sendMedia(her, 'sticker')).text).toMatch(/^Dạ chào ạ/);
  });

  test('reacts to an answer and gets no message for it', async () => {
    const her = await whole.newResident('Bà Lan');
    const answer = await ask(her, 'quen mat khau etax');
    for (const icon of ['/-heart', ':-((']) {
      await her.act('user_reacted_message', { message: { msg_id: answer.id, react_icon: icon } });
      expect(await her.news()).toEqual([]);
    }
  });

  test.each([
    ['file', /tệp/],
    ['video', /video/],
    ['link', /không mở đường dẫn/],
    ['location', /vị trí/],
    ['business_card', /danh thiếp/],
  ])('%s: one fitting line', async (kind, line) => {
    const her = await whole.newResident('Bà Lan');
    const reply = theOnly(await sendMedia(her, kind));
    expect(reply.text).toMatch(line);
    expect(reply.text).not.toContain('\n');
    expect(await ticketsOf(whole, her)).toEqual([]);
  });
});

describe('forms of address over a conversation', () => {
  test('a stranger is addressed politely and without a pronoun until they use one for themself', async () => {
    const him = await whole.newResident('Bác Lành');
    const stranger = await ask(him, 'cảm ơn nhé');
    expect(stranger.text).toMatch(/ạ/);
    expect(stranger.text).not.toMatch(/\b(?:bạn|bác|cháu|anh|chị|em)\b/iu);
    expect((await ask(him, 'gọi tôi là bác')).text).toBe(
      'Dạ vâng, từ nay cháu gọi là bác ạ. Bác cần hỏi việc gì cứ nhắn cháu ạ.',
    );
    await whole.advance(26 * 60 * minuteMs);
    expect((await ask(him, 'cảm ơn')).text).toBe('Dạ không có gì ạ. Bác cần gì cứ nhắn cháu ạ.');
  });

  test.each([
    ['chị muốn hỏi tí', 'Dạ không có gì ạ. Chị cần gì cứ nhắn em ạ.'],
    ['anh không hiểu', 'Dạ không có gì ạ. Anh cần gì cứ nhắn em ạ.'],
    ['ông muốn hỏi cái này', 'Dạ không có gì ạ. Ông cần gì cứ nhắn cháu ạ.'],
    ['em muốn hỏi', 'Dạ không có gì ạ. Bạn cần gì cứ nhắn mình ạ.'],
    ['cho cháu hỏi', 'Dạ không có gì ạ. Bạn cần gì cứ nhắn mình ạ.'],
    ['mình muốn hỏi', 'Dạ không có gì ạ. Bạn cần gì cứ nhắn mình ạ.'],
  ])('%s', async (opening, thanks) => {
    const them = await whole.newResident();
    await them.write(opening);
    await them.news();
    expect((await ask(them, 'cảm ơn')).text).toBe(thanks);
  });
});

describe('a shopkeeper who writes secrets', () => {
  test.each([
    ['mã otp của tôi là 482913, quên mật khẩu etax thì làm sao', 'mã OTP', '482913', 'eTax Mobile'],
    ['mật khẩu là Abc@12345 mà quên mật khẩu etax', 'mật khẩu', 'Abc@12345', 'eTax Mobile'],
    ['thẻ 4111 1111 1111 1111, quên mật khẩu etax', 'thông tin thẻ ngân hàng', '1111 1111', 'eTax Mobile'],
    ['cccd 001060012345, quên mật khẩu etax', 'số giấy tờ', '001060012345', 'eTax Mobile'],
  ])('%s: is warned and answered in the same turn', async (text, kind, secret, answer) => {
    const her = await whole.newResident('Cô Bán Hàng');
    await her.write(text);
    const [warning, reply, ...more] = await her.news();
    expect(warning?.text).toContain(`đừng gửi ${kind}`);
    expect(reply?.text).toContain(answer);
    expect(more).toEqual([]);
    const { db } = whole.bot.dependencies.database;
    const kept = await db
      .selectFrom('incoming_events')
      .select('event')
      .where('person_id', '=', her.userId)
      .execute();
    expect(JSON.stringify(kept)).not.toContain(secret);
  });
});

describe('a father who refers to an earlier answer', () => {
  test('a quoted answer is the context of his question', async () => {
    const him = await whole.newResident('Anh Tuấn');
    const birth = await ask(him, 'làm giấy khai sinh cho con');
    await ask(him, 'quen mat khau etax');
    const fee = await ask(him, 'hết bao nhiêu tiền', birth.id);
    expect(fee.text).toMatch(/khai sinh/);
    expect(fee.text).toMatch(/0 đồng/);
  });

  test('two accounts have two conversations', async () => {
    const here = await whole.newResident('Anh Tuấn');
    const there = await whole.newResident('Anh Tuấn', { oaId: otherOaId });
    await ask(here, 'gọi tôi là chú');
    expect((await ask(there, 'cảm ơn')).text).not.toContain('hú');
  });
});
