import { staffOffice } from '../helpers/staffed-office.ts';
import { type Resident, startWholeBot, type WholeBot } from '../helpers/whole-bot.ts';

let whole: WholeBot;
beforeAll(async () => {
  whole = await startWholeBot();
  await staffOffice(whole);
}, 60_000);
afterAll(() => whole.stop());

const hears = async (who: Resident) => (await who.news()).map(({ text }) => text).join('\n');

describe('a resident in danger', () => {
  it('is told after a beating whom to call and to seek company, and stays in the danger flow when they say that they are afraid', async () => {
    const her = await whole.newResident('Cô Ẩn');
    await her.write('chồng tôi đánh tôi');
    const said = await hears(her);
    for (const part of ['113', '115', '111', 'hàng xóm', 'yêu cầu']) expect(said).toContain(part);
    await her.write('toi so lam');
    const then = await hears(her);
    expect(then).toContain('113');
    expect(then).not.toContain('chưa hiểu');
  }, 60_000);

  it('who does not want to live any more gets a warm reply, without the help line for children', async () => {
    const him = await whole.newResident('Chú Ẩn');
    await him.write('tôi không muốn sống nữa');
    const said = await hears(him);
    expect(said).toContain('đừng chịu một mình');
    expect(said).toContain('115');
    expect(said).not.toContain('111');
    await him.write('mệt mỏi quá rồi');
    expect(await hears(him)).toContain('đừng ở một mình');
  }, 60_000);

  it('who lost everything to a scam and does not want to live reads what helps against that, not what to do about the money', async () => {
    const him = await whole.newResident('Bác Mất');
    await him.write(
      'mat het 230 trieu tien ban dat cho bon dau tu tren mang roi. vo con chua biet. toi chang con mat mui nao song nua, nhan tin cho biet vay thoi',
    );
    const said = await hears(him);
    expect(said).toContain('đừng chịu một mình');
    expect(said.split('\n')[0]).not.toContain('lừa đảo');
  }, 60_000);

  it('stays in the danger flow after unclear messages; the call and the request for a person join the same ticket', async () => {
    const her = await whole.newResident('Cô Lo');
    await her.write('chồng đánh tôi');
    const number = /yêu cầu (\d+)/.exec(await hears(her))?.[1];
    for (const text of ['nó đang ở ngoài cửa', 'no cam dao', 'giờ nó đi rồi', 'thôi không cần nữa']) {
      await her.write(text);
      const said = await hears(her);
      expect([text, said]).toEqual([text, expect.stringContaining('113')]);
      expect([text, said]).toEqual([text, expect.not.stringMatching(/đã ghi thôn/)]);
    }
    for (const text of ['gọi cho tôi', 'cho gặp cán bộ']) {
      await her.write(text);
      const numbers = [...(await hears(her)).matchAll(/yêu cầu (\d+)/g)].map((match) => match[1]);
      expect(new Set(numbers)).toEqual(new Set([number]));
    }
  }, 60_000);

  it('gets an ordinary reply to a whole question about something else', async () => {
    const her = await whole.newResident('Cô Ngọ');
    await her.write('chồng đánh tôi');
    await hears(her);
    await her.write('bac k biet dung dien thoai, thi xac nhan kieu gi');
    expect(await hears(her)).not.toContain('113');
  }, 60_000);

  it('who speaks of death and then calls it a joke is not wished a good day', async () => {
    const him = await whole.newResident('Anh Đùa');
    await him.write('tôi chán sống lắm rồi');
    await hears(him);
    await him.write('đùa thôi');
    expect(await hears(him)).toContain('115');
  }, 60_000);

  it('does not include one who uses the same words without earlier danger', async () => {
    const him = await whole.newResident('Ông Khoẻ');
    await him.write('mệt mỏi quá rồi');
    expect(await hears(him)).not.toContain('115');
  }, 60_000);
});

describe('the messages after a danger call', () => {
  it('never get the same reply twice, and the ticket is withdrawn when the resident wants nobody to know', async () => {
    const her = await whole.newResident('Cô Kín');
    await her.write('chồng tôi đánh tôi');
    const first = await hears(her);
    expect(first.indexOf('113')).toBeLessThan(first.indexOf('yêu cầu'));
    const heard = [first];
    for (const text of ['con tôi còn nhỏ', 'gọi ai giúp', 'anh ấy xin lỗi rồi', 'tôi sợ lắm', 'tôi sợ quá']) {
      await her.write(text);
      heard.push(await hears(her));
    }
    expect(new Set(heard).size).toBe(heard.length);
    await her.write('đừng báo cho ai nhé');
    const silent = await hears(her);
    expect(silent).toContain('không báo cho ai');
    expect(silent).toContain('ám hiệu');
    await her.write('thôi không cần nữa');
    expect(await hears(her)).not.toMatch(/yêu cầu \d+/);
  }, 60_000);

  it('open no ticket when the resident asks for silence in the same message', async () => {
    const her = await whole.newResident('Cô Lặng');
    await her.write('chồng tôi lại đánh tôi, đừng báo cho ai nhé');
    const said = await hears(her);
    expect(said).toContain('113');
    expect(said).not.toMatch(/yêu cầu \d+/);
  }, 60_000);
});

describe('a resident who may be in danger', () => {
  it('reads the number above the usual answer, with instructions one tap away', async () => {
    const him = await whole.newResident('Anh Có Thể');
    await him.write('bị ong đốt sưng vù giờ trạm y tế xã có ng trực đêm k');
    const [answer] = await him.news();
    expect(answer?.text).toMatch(/115|Đang nguy hiểm/);
  }, 60_000);
});

describe('a resident who is in no danger', () => {
  it.each([
    'tôi là con cả. mẹ tôi lẫn rồi, mọi việc một mình tôi',
    'Em bị lừa hết tiền rồi chị ơi em không dám nói với chồng',
  ])(
    'reads nothing of an emergency: %s',
    async (text) => {
      const her = await whole.newResident('Cô Bình Thường');
      await her.write(text);
      expect((await her.news()).map((said) => said.text).join()).not.toMatch(/115|Muốn chết/);
    },
    60_000,
  );
});

describe('a resident who reports an accident', () => {
  it.each([
    ['cháy nhà hàng xóm rồi', ['114', '115']],
    ['con toi bi ran can', ['115']],
    ['bố tôi ngất', ['115']],
    ['bố em không thở nữa', ['115']],
    ['bình ga xì khói', ['114', '115']],
    ['con gái tôi mất tích từ sáng', ['113', '111']],
    ['có cháu bé rơi xuống ao đình', ['114', '115']],
    ['nước lũ lên nhanh ngập đến nóc nhà', ['112', '114', '115']],
  ])(
    '"%s" is told at once and first of all whom to call',
    async (text, numbers) => {
      const resident = await whole.newResident('Chị Gấp');
      await resident.write(text);
      const said = await hears(resident);
      expect(said.match(/^\d{3}(?=:)/gm)).toEqual(numbers);
      expect(said).toContain('hàng xóm');
    },
    60_000,
  );

  it('is told so even with an open ticket', async () => {
    const resident = await whole.newResident('Chị Gấp Hơn');
    await resident.write('cho tôi gặp cán bộ');
    expect(await hears(resident)).toMatch(/thôn nào/);
    await resident.write('bố tôi ngất xỉu rồi');
    expect(await hears(resident)).toContain('115');
  }, 60_000);
});
