import { asksForMoney } from '../../../src/nlu/secrets/requests-money.ts';
import { asksForSecrets } from '../../../src/nlu/secrets/requests-secrets.ts';
import { maskText } from '../../../src/webhook/mask-event.ts';

const marks = new Proxy({} as Parameters<typeof maskText>[1]['marks'], { get: () => '[che]' });

const asking = [
  'gửi mật khẩu cho em',
  'đọc mã cho em',
  'cho em xin pass',
  'bác gửi mật khẩu vneid cho cháu nhé',
  'bác đọc mã cho em với ạ',
  'cho em xin mật khẩu',
  'cho em mật khẩu',
  'cho em xin pass zalo của bác',
  'bác cho cháu mượn mật khẩu',
  'nhắn mật khẩu cho em',
  'bác nhắn lại mật khẩu vào đây',
  'mật khẩu của bác là gì ạ',
  'pass là gì bác',
  'bác đổi mật khẩu xong thì gửi cho em',
  'bác đổi mật khẩu rồi gửi mật khẩu mới cho em',
  'đổi mật khẩu xong bác đọc lại cho em nhé',
  'bác quên mật khẩu thì gửi mật khẩu cũ cho em',
  'vào phần đổi mật khẩu rồi chụp mật khẩu gửi em',
  'bác đặt lại mật khẩu xong báo em mật khẩu mới',
  'báo cho em mật khẩu mới với',
  'cho xin mã otp vừa về máy',
  'bác cho em biết mã pin',
  'bác nói mật khẩu cho em ghi lại',
  'em cần mật khẩu của bác',
  'bác viết mật khẩu ra giấy chụp gửi em',
  'bác chụp màn hình có mã otp gửi em',
  'cho em mã xác nhận với',
  'gui mk vneid cho e',
  'doc ma otp cho chau',
  'bác gửi mã vừa nhận được cho em',
  'em xin mã otp của bác',
  'em xin mat khau vneid',
  'em xin lại mật khẩu nhé',
  'cháu xin cái otp vừa về máy bác',
];
const telling = [
  'em xin trả lời: mật khẩu vneid có ít nhất 8 ký tự',
  'em xin hướng dẫn bác đổi mật khẩu',
  'bác vào phần đổi mật khẩu',
  'đổi lại mật khẩu VNeID thì vào Cài đặt, chọn Đổi mật khẩu',
  'bác vào Cài đặt rồi bấm Đổi mật khẩu',
  'bác bấm Quên mật khẩu rồi làm theo máy',
  'bác đặt lại mật khẩu mới rồi đăng nhập lại',
  'bác tự đổi mật khẩu, đừng nói cho ai',
  'bác nhập mật khẩu cũ rồi nhập mật khẩu mới hai lần',
  'doi lai mat khau vneid thi vao cai dat',
  'bác gõ mật khẩu mới vào ô dưới rồi bấm Lưu',
  'máy hỏi mật khẩu thì bác tự gõ vào máy của bác',
  'mật khẩu mới phải có chữ hoa, chữ thường và số',
  'bác chọn mục Mật khẩu, bấm Thay đổi',
  'em gửi bác cách đổi mật khẩu đây ạ',
  'cháu gửi bác các bước lấy lại mật khẩu',
  'em chụp cho bác chỗ đổi mật khẩu nhé',
  'em gửi ảnh hướng dẫn đổi mật khẩu',
  'bác làm theo hướng dẫn đổi mật khẩu em gửi ở trên',
  'bác nhận được mã OTP thì tự nhập vào máy',
  'mã OTP về máy bác thì bác gõ vào ô, đừng đọc cho ai',
  'bác quên mật khẩu thì ra công an xã cấp lại',
  'bác gọi 1900 0368 nhờ đặt lại mật khẩu',
  'mang căn cước ra xã để cấp lại mật khẩu',
  'bác nhớ ghi mật khẩu vào sổ cất ở nhà',
  'bác không phải gửi mật khẩu cho ai đâu',
  'bác đổi mật khẩu được chưa ạ',
  'bác thử đổi mật khẩu xem được không, báo lại cho em',
  'đổi mật khẩu xong bác báo em một tiếng nhé',
  'bác bấm gửi lại mã OTP trên máy rồi chờ',
  'bác chọn Gửi lại mã, mã về thì nhập vào ô',
  'xong bác chụp màn hình lỗi gửi em, che mật khẩu đi nhé',
];

describe('a text about a password', () => {
  test.each(asking)('asks for it: %s', (text) => {
    expect(asksForSecrets(text)).toBe(true);
  });

  test.each(telling)('tells how, and asks for nothing: %s', (text) => {
    expect(asksForSecrets(text) || asksForMoney(text)).toBe(false);
  });

  // A number beside the word for a password looks like one, and the member would read that their text has a secret.
  test.each([...asking, ...telling])('keeps the number of the ticket before it: 139 %s', (text) => {
    expect(maskText(`139 ${text}`, { marks }).text).toBe(`139 ${text}`);
  });

  test.each([
    '1203 bác vào phần đổi mật khẩu',
    '1203: bác đổi mật khẩu trong cài đặt nhé',
    '1203 cháu gửi bác cách đổi mật khẩu',
  ])('keeps a longer number before what a member tells: %s', (text) => {
    expect(maskText(text, { marks })).toEqual({ text, secrets: [] });
  });

  test.each([
    '7719 là pin thẻ agribank nhà em',
    '2580 la pin the bac nhe',
    '2580 mật khẩu thẻ đó em',
    '2580 tôi để mật khẩu thế',
    '5577 dạ',
    '2580 bác đặt mật khẩu này nhé',
    '2580 bác đổi mật khẩu thế này được chưa',
    '4821 cháu đọc mã này cho bác nhé',
    '4821 bác gửi cháu mã otp',
    '4821 bac doc ma otp cho chau',
    '1234 con quên pin rồi',
    '771203 la otp do em',
    '139 mật khẩu của tôi là Lanlan@2003',
  ])('masks the secret at its beginning or behind it: %s', (text) => {
    expect(maskText(text, { marks }).text).toContain('[che]');
  });
});
