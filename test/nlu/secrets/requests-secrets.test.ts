import { asksForSecrets } from '../../../src/nlu/secrets/requests-secrets.ts';

describe('a text to a resident', () => {
  it.each([
    'Bác gửi mã OTP cho cháu nhé',
    'bac doc ma otp cho em',
    'Bác đọc giúp cháu mã xác nhận vừa về máy',
    'cho em xin mật khẩu VNeID của bác',
    'Bác nhắn mật khẩu qua đây',
    'Bác chụp hai mặt căn cước gửi em',
    'Bác gửi ảnh căn cước công dân cho cháu',
    'bac chup anh cccd gui chau',
    'Bác gửi số thẻ ngân hàng để em kiểm tra',
    'Cho cháu số căn cước của bác',
    'Chụp giúp em mặt trước thẻ ATM',
    'Bác cung cấp mã PIN chữ ký số',
    'Bác nhập mật khẩu vào đây giúp cháu',
    'Bác ơi,\ncung cấp giúp em số CCCD',
    'ong doc ma toi tra cho',
    'ma ho so chau co roi, ma ve may thi bac doc ma cho chau',
  ])('asks for a secret that nobody needs: %s', (text) => {
    expect(asksForSecrets(text)).toBe(true);
  });

  it.each([
    'Bác đừng gửi mã OTP cho ai ạ',
    'Không ai hỏi mật khẩu của bác đâu, bác đừng đọc mã OTP cho người lạ',
    'Bác bấm Quên mật khẩu rồi làm theo',
    'Máy sẽ gửi mã OTP về điện thoại của bác, bác tự nhập vào ô',
    'Bác nhập mật khẩu mới hai lần rồi bấm Xác nhận',
    'Bác mang căn cước công dân ra nhà văn hoá thôn, sáng mai em chờ',
    'Bác nhắn cho em nếu quên mật khẩu nhé',
    'Mai em qua nhà bác, bác ở thôn nào ạ?',
    'Cho em xin số điện thoại để em gọi',
    'Bác báo mất thẻ ngân hàng qua số in sau thẻ',
    'Cán bộ không bao giờ yêu cầu bác gửi ảnh căn cước',
    'Bác gửi ảnh màn hình chỗ bị lỗi cho cháu xem',
    'ong thang oi, ong gui ho so tren dich vu cong co ma ho so khong, ong doc ma toi tra cho',
    'Bác đọc mã hồ sơ cho cháu tra nhé',
  ])('does not ask for one: %s', (text) => {
    expect(asksForSecrets(text)).toBe(false);
  });
});
