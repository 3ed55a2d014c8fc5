import { checkPhrases } from '../../../src/content/checks/phrases.ts';
import { lineIn, readSample, type SampleFile } from '../../intents/checks/sample-content.ts';

const places: [SampleFile, string][] = [
  ['topics/bicycles.yaml', 'Mang thẻ đến quầy.'],
  ['topics/bicycles.yaml', 'title: Trả xe thế nào?'],
  ['facts.yaml', 'statement: Giờ mở cửa của quầy ở trang xedap.vn.'],
  ['local.yaml', 'name: Quầy xe,'],
  ['bot.yaml', 'text: Dạ chào ạ!'],
];

describe('forbidden phrases', () => {
  it('are not found in plain text', () => {
    expect(checkPhrases(readSample())).toEqual([]);
  });

  it.each(places)('are found in %s, at "%s"', (file, from) => {
    const change = { in: file, from, to: from.replace(/\p{L}+(?=\P{L}*$)/u, 'ủy ban huyện') };
    expect(checkPhrases(readSample(change))).toEqual([
      {
        level: 'error',
        file,
        line: lineIn(file, 'ủy ban huyện', change),
        message: '"ủy ban huyện" must not be said: không còn cấp huyện',
      },
    ]);
  });

  it.each([
    ['Lên ỦY BAN HUYỆN ạ', '"ủy ban huyện" must not be said: không còn cấp huyện'],
    ['Lên Uỷ  ban huyện ạ', '"ủy ban huyện" must not be said: không còn cấp huyện'],
    ['Được giảm 70% ạ', '"giảm 70 %" must not be said: phải nói đủ điều kiện'],
    ['Gọi 1800.1096 ạ', '"1800 1096" must not be said: chưa ai xác nhận'],
    ['Gọi 18001096 ạ', '"1800 1096" must not be said: chưa ai xác nhận'],
  ])('are found in any spelling: %s', (text, message) => {
    expect(wordsWith(text).map((finding) => finding.message)).toEqual([message]);
  });

  it.each(['Không còn ủy ban huyện ạ', 'Ở huyện ta có xe', 'Giảm 700 % ạ'])('are allowed in: %s', (text) => {
    expect(wordsWith(text)).toEqual([]);
  });

  it('are excused only by a word in the same sentence', () => {
    expect(wordsWith('Không còn gì. Ra ủy ban huyện ạ')).toHaveLength(1);
  });
});

describe('asking for secrets', () => {
  it.each([
    'Gửi mã OTP vào đây ạ',
    'Đọc mật khẩu cho cán bộ kiểm tra nhé',
    'Cho em xin số căn cước ạ',
    'Chụp ảnh căn cước rồi gửi vào đây ạ',
    'Đọc mã OTP ngay, không thì tài khoản bị khóa',
    'Nhắn số thẻ cho tổ ạ',
  ])('is found: %s', (text) => {
    expect(wordsWith(text)).toEqual([
      {
        level: 'error',
        file: 'bot.yaml',
        line: 2,
        message: 'asks for a code, password, card or ID number',
      },
    ]);
  });

  it.each([
    'Không đọc mã OTP cho ai',
    'Đừng gửi ảnh căn cước hay số thẻ vào đây ạ',
    'Kẻ gian hay bảo đọc mã OTP',
    'Mật khẩu, mã OTP không đưa cho ai',
    'Ai nhắn đòi mã OTP thì đừng trả lời',
    'Nhập mật khẩu của mình trên máy',
    'Nhà cung cấp gửi kết quả',
  ])('is not found where it warns: %s', (text) => {
    expect(wordsWith(text)).toEqual([]);
  });
});

function wordsWith(text: string) {
  return checkPhrases(
    readSample({ in: 'bot.yaml', from: 'text: Dạ chào ạ!', to: `text: ${JSON.stringify(text)}` }),
  );
}
