import { offersSecret } from '../../../src/nlu/signals/offers-secret.ts';

describe('a secret that is offered to the bot or the office', () => {
  it.each([
    'bác gửi mật khẩu cho cháu nhé',
    'đọc mã OTP cho cháu à?',
    'để bác gửi mk vneid qua đây em làm giúp nhé',
    'đăng nhập giùm bác với',
    'có cần gửi mã pin cho xã không',
    'doc ma cho em nha, ma otp vua ve day',
    'can i send you my password here',
  ])('is heard in: %s', (text) => {
    expect(offersSecret(text)).toBe(true);
  });

  it.each([
    'nó bảo đọc mã otp cho nó',
    'tôi lỡ gửi mật khẩu cho người lạ',
    'quên mật khẩu thì lấy lại thế nào',
    'mã otp không về máy',
    'cán bộ có bao giờ hỏi mã otp không',
    'mật khẩu wifi nhà văn hoá là gì',
    'bác gửi hồ sơ cho cháu nhé',
  ])('is not made of: %s', (text) => {
    expect(offersSecret(text)).toBe(false);
  });
});
