import { fileURLToPath } from 'node:url';
import { createTopicDirectory } from '../../src/content/topic-directory.ts';
import { goesOnMs } from '../../src/intents/flow/talk.ts';
import { useResident } from '../helpers/use-resident.ts';

const folder = fileURLToPath(new URL('../../locales/vi', import.meta.url));
const unknown = 'chưa có thông tin chắc chắn';

const resident = useResident();
const { says } = resident;

describe('the objects of the office', () => {
  const { objects } = createTopicDirectory(folder).objectFiles;

  it('are at least forty, including civil status, residence, benefits and land', () => {
    const topics = objects.map(({ topic }) => topic);
    expect(topics.length).toBeGreaterThanOrEqual(40);
    for (const topic of ['civil-status', 'residence', 'social-benefits', 'land']) {
      expect(topics.filter((one) => one === topic).length).toBeGreaterThanOrEqual(8);
    }
  });
});

describe('a question about a whole object', () => {
  it.each([
    ['thủ tục kết hôn', 'đăng ký kết hôn', 'Làm ở UBND xã của một'],
    [
      'cho bác hỏi thủ tục xin trích lục với',
      'xin trích lục (bản sao) hộ tịch',
      'Cơ quan hộ tịch nào cũng cấp',
    ],
    ['thu tuc tam vang', 'khai báo tạm vắng', 'Khai tạm vắng với công an xã'],
    ['thu tuc ks', 'đăng ký khai sinh', 'Làm ở UBND xã'],
    ['hồ sơ tách thửa', 'tách thửa, hợp thửa', 'Làm ở điểm phục vụ'],
    [
      'thur tucj xin giaays ddoocj thaan',
      'xác nhận tình trạng hôn nhân (giấy độc thân)',
      'Làm ở UBND xã nơi',
    ],
  ])('is answered with everything known: %s', async (text, name, where) => {
    const reply = await says(text);
    expect(reply.text).toContain(`về việc ${name} ạ:`);
    expect(reply.text).toMatch(new RegExp(`^${where}`, 'm'));
  });

  it('names the unknown parts, and the responsible office', async () => {
    const reply = await says('thủ tục hòa giải ở thôn');
    expect(reply.text).toContain(`lệ phí, thời gian giải quyết thì ở đây ${unknown}`);
    expect(reply.text).toContain('Nơi biết rõ là');
  });

  it('tells the bot how the resident addresses themself', async () => {
    await says('bác muốn hỏi thủ tục tách hộ');
    expect(await resident.state()).toMatchObject({ address: { you: 'bác', me: 'cháu' } });
  });
});

describe('one aspect of an object', () => {
  it.each([
    ['giám hộ mất mấy ngày', '3 ngày làm việc'],
    ['khai sinh muộn thì mất bao nhiêu tiền', 'lệ phí của thành phố là 0 đồng'],
    ['tach thua mat bao lau', 'không quá 12 ngày làm việc'],
    ['mất sổ đỏ thì bao lâu được cấp lại', 'không quá 10 ngày làm việc'],
  ])('is answered alone: %s', async (text, expected) => {
    expect((await says(text)).text).toContain(expected);
  });

  it('uses the answer of a topic that covers it better', async () => {
    const reply = await says('đăng ký tạm trú mất bao nhiêu tiền');
    expect(reply.text).toContain('Làm theo danh sách');
    expect(reply.text).not.toContain('về việc');
  });

  it('is never invented', async () => {
    const reply = await says('làm thủ tục xác nhận cư trú hết bao nhiêu tiền');
    expect(reply.text).toContain(`Lệ phí thì ở đây ${unknown}`);
    expect(reply.text).toContain('công an xã');
    expect(reply.text).not.toMatch(/\d+ ?(?:đồng|nghìn)/);
    expect(reply.buttons).toContain('Gặp cán bộ');
  });
});

describe('a question right after', () => {
  it.each([
    ['còn lệ phí?', '15.000 đồng tại quầy'],
    ['thế nộp ở đâu', 'công an xã nơi đang ở'],
    ['can mang nhung gi', 'giấy tờ chỗ ở'],
    ['mat may ngay', '3 ngày làm việc'],
    ['bố làm hộ cháu đc ko', 'khai hộ'],
    ['lm online dc ko', 'Thủ tục hành chính'],
    ['hết bn tiền z', '15.000 đồng tại quầy'],
    ['nộp ở đâu, cần mang gì', 'giấy tờ chỗ ở'],
  ])('continues with the answer of a topic: %s', async (text, expected) => {
    await says('đăng ký tạm trú thế nào');
    const reply = await says(text);
    expect(reply.text.toLowerCase()).toContain('tạm trú');
    expect(reply.text).toContain(expected);
  });

  it('continues with the guide itself, and with the same part of another procedure', async () => {
    await says('thủ tục khai sinh');
    expect((await says('còn lệ phí')).text).toContain('Đúng hạn (trong 60 ngày');
    expect((await says('còn kết hôn thì sao')).text).toContain('Đăng ký kết hôn ở xã không mất tiền');
  });

  it('continues after thanks', async () => {
    await says('thủ tục khai tử');
    await says('cảm ơn cháu');
    expect((await says('mất tiền không')).text).toContain('về việc đăng ký khai tử');
  });

  it('continues after a tap on a part', async () => {
    await says('thủ tục tách hộ');
    await says('lệ phí bao nhiêu');
    expect((await says('Xem nơi làm')).text).toContain('Tách hộ ở công an xã');
  });

  it('shows the way to do it as the answer with its steps', async () => {
    await says('thủ tục tách hộ');
    expect((await says('thế làm thế nào')).text).toMatch(/^1\. Bàn trước với chủ hộ/m);
  });

  it('does not continue once the topic has changed', async () => {
    await says('thủ tục khai sinh');
    await says('quên mật khẩu vneid');
    expect((await says('lệ phí bao nhiêu')).text).not.toContain('khai sinh ạ:');
  });

  it('does not continue after a long pause', async () => {
    await says('thủ tục khai sinh');
    resident.advance(goesOnMs + 60_000);
    expect((await says('còn lệ phí')).text).not.toContain('khai sinh ạ:');
  });

  it('answers a question about another paper of it', async () => {
    await says('thủ tục kết hôn');
    expect((await says('có cần giấy xác nhận độc thân không')).text).toMatch(
      /[Kk]hông (?:phải nộp giấy|cần)/,
    );
  });
});

describe('a state or a condition', () => {
  it.each([
    ['etax bị văng ra thì làm sao', 'eTax Mobile tự thoát'],
    ['app thuế quay mãi', 'eTax Mobile cứ quay mãi'],
    ['người nước ngoài làm lý lịch tư pháp ở đâu', 'Người nước ngoài nộp trực tiếp'],
    ['ly lich tu phap lam o dau', 'không còn ở Sở Tư pháp'],
  ])('gets the cell that is written for it: %s', async (text, expected) => {
    expect((await says(text)).text).toContain(expected);
  });
});

describe('a name that several objects share', () => {
  it('is asked back, and the requested part is remembered', async () => {
    const asked = await says('chứng thực mất bao nhiêu tiền vậy');
    expect(asked.buttons).toEqual([
      'Chứng thực hợp đồng',
      'Chứng thực bản sao',
      'Chứng thực chữ ký',
      'Gặp cán bộ',
    ]);
    expect((await says('Chứng thực hợp đồng')).text).toContain('50.000 đồng; sửa đổi, hủy bỏ 30.000 đồng');
  });

  it('means the one that was last mentioned', async () => {
    await says('sang tên đất cần giấy tờ gì');
    expect((await says('sổ đỏ bao lâu thì có')).text).toContain('không quá 8 ngày làm việc');
  });

  it('is chosen by a number', async () => {
    await says('sổ đỏ mất bao lâu');
    expect((await says('1')).text).toContain('không quá 17 ngày làm việc');
  });
});

describe('an office without objects', () => {
  it('has none and recognises no questions about them', () => {
    const other = fileURLToPath(new URL('../fixtures/another-district/vi', import.meta.url));
    expect(createTopicDirectory(other).objectFiles.objects).toEqual([]);
  });
});
