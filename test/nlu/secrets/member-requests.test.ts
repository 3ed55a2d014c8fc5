import { asksForMoney } from '../../../src/nlu/secrets/requests-money.ts';
import { asksForSecrets } from '../../../src/nlu/secrets/requests-secrets.ts';

const isForbidden = (text: string) => asksForSecrets(text) || asksForMoney(text);

describe("a member's text", () => {
  test.each([
    'cho xin mã otp',
    'gửi mật khẩu cho cháu',
    'pass',
    'mã 6 số',
    'mã 6 số đâu bác',
    'chuyển khoản 200k cho cháu làm hộ',
    'stk ngân hàng',
    'bác cho em xin stk',
    'cho cháu số tài khoản của bác với',
    'bác đọc mã vừa về máy giúp em',
    'doc ma cho chau nhe',
    'mật khẩu vneid của bác là gì ạ',
    'bác ck cho em 50k tiền xăng nhé',
    'gui em pass zalo cua ba de em vao',
    'cô chuyển tiền qua momo của em rồi em nộp hộ cho',
    'bác cho em xin 100k phí làm hộ',
    'chị nhắn mã nó gửi về cho em',
    'ông đọc số trên thẻ ngân hàng cho cháu',
    'bác bồi dưỡng cho em ít tiền nước',
    'cho em biết mật khẩu etax',
    'mk vneid của bác',
    'bác nhắn mã xác nhận vào đây',
    'chuyển 300 nghìn vào tài khoản của em để em đóng hộ lệ phí',
    'otp đi bác',
    'gửi cháu số tk ngân hàng nhận trợ cấp',
    'cho em mượn 500k mai em trả',
    'bác ơi mã pin là gì',
    'gửi mình mã otp nhé',
    'anh cần số tài khoản và mật khẩu của bác, bác gửi mật khẩu qua đây',
  ])('asks for a secret or for money: %s', (text) => {
    expect(isForbidden(text)).toBe(true);
  });

  test.each([
    'đừng đưa mã OTP cho ai nhé',
    'bác nhớ không chuyển khoản cho ai tự xưng cán bộ',
    'nếu có người gọi bảo chuyển tiền cho họ thì bác tắt máy',
    'không ai được hỏi mật khẩu của bác cả',
    'lệ phí bác nộp tại bộ phận một cửa',
    'bác chuyển khoản cho kho bạc theo số ghi trên giấy',
    'mã hồ sơ của bác là gì ạ',
    'bác đọc mã hồ sơ cho cháu nhé',
    'bác đổi mật khẩu trong phần cài đặt',
    'mật khẩu phải có chữ hoa và số',
    'mã OTP sẽ gửi về máy, bác tự nhập',
    'bác quên mật khẩu thì bấm vào dòng quên mật khẩu',
    'bác mang sổ đỏ ra xã nhé',
    'em chuyển hồ sơ cho cán bộ rồi',
    'cháu chuyển lời cho chị Hoa',
    'chuyển cho em cái ảnh lỗi',
    'bác gửi ảnh chụp màn hình cho cháu',
    'trợ cấp sẽ chuyển khoản vào tài khoản của bác',
    'tiền chuyển về tài khoản của bác đầu tháng',
    'bác ra ngân hàng mở tài khoản, mang căn cước',
    'bác cho em xin số điện thoại',
    'bác đừng cho ai số tài khoản',
    'ai hỏi pass thì bác đừng nói',
    'bác đóng 70k tại xã',
    'tiền hỗ trợ là 500k mỗi tháng',
    'cho em xin địa chỉ nhà bác',
    'em đến nhà bác lúc 3h',
    'Bác nhập mã OTP vào ô trên máy của bác',
    'bác gọi ngân hàng báo lộ mật khẩu',
    'bác ký giấy rồi gửi cho em bản chụp đơn',
    'em sẽ không bao giờ xin mã hay tiền của bác',
  ])('asks for neither: %s', (text) => {
    expect(isForbidden(text)).toBe(false);
  });

  test('keeps money and secrets apart, because the member is told why', () => {
    expect([asksForMoney('cho xin stk'), asksForSecrets('cho xin stk')]).toEqual([true, false]);
    expect([asksForMoney('cho xin mã otp'), asksForSecrets('cho xin mã otp')]).toEqual([false, true]);
  });

  test.each(['chuyển ', 'cho em ', 'gửi mã ', 'stk ', 'đọc mã ', 'a '])(
    'is read in time that grows with its length: 20,000 characters of %j',
    (unit) => {
      expect(() => isForbidden(unit.repeat(20_000 / unit.length))).not.toThrow();
    },
  );
});
