import { detectSecrets } from '../../../src/nlu/secrets/detect-secrets.ts';
import { moreHarmless, moreSecrets } from '../safety/more-secrets.ts';
import { plainHarmless, plainSecrets } from '../safety/plain-secrets.ts';

/** The secrets found, as `kind:text`. */
function found(text: string): string[] {
  return detectSecrets(text).map(({ kind, start, end }) => `${kind}:${text.slice(start, end)}`);
}

const secrets: [string, string[]][] = [
  // One-time codes
  ['Mã OTP của tôi là 482913', ['otp:482913']],
  ['ma otp la 482913 a', ['otp:482913']],
  ['otp 4829', ['otp:4829']],
  ['OTP: 48291375', ['otp:48291375']],
  ['482913 đây là mã otp', ['otp:482913']],
  ['482 913 la ma xac thuc VNeID', ['otp:482 913']],
  ['Ma xac thuc (OTP) cua ban la 482913. Hieu luc 5 phut', ['otp:482913']],
  ['mã xác nhận: 48-29-13', ['otp:48-29-13']],
  ['mã xác minh gửi về máy em là 4 8 2 9 1 3', ['otp:4 8 2 9 1 3']],
  ['nó gửi tôi số 482913 có phải mã otp không', ['otp:482913']],
  ['họ bảo đọc mã 482913', ['otp:482913']],
  ['otp là 2024', ['otp:2024']],
  ['OTP 123456 sau lại 654321', ['otp:123456', 'otp:654321']],
  ['mã kích hoạt là 204815', ['otp:204815']],
  ['ＯＴＰ：４８２９１３', ['otp:４８２９１３']],
  ['Your verification code is 482913', ['otp:482913']],
  // The word after a phone number does not make it an amount
  ['gọi 0912345678 lần nữa nhé', ['phone:0912345678']],
  ['G-482913 là mã xác minh Google của bạn', ['otp:482913']],
  ['OTP-482913', ['otp:482913']],
  ['otp cua em la 4829l3', ['otp:4829l3']],
  // PINs
  ['mã pin của tôi là 2580', ['pin:2580']],
  ['pin: 258014', ['pin:258014']],
  ['passcode vneid la 258014', ['passcode:258014']],
  // Passwords
  ['mật khẩu của tôi là Abc@12345', ['password:Abc@12345']],
  ['mat khau vneid la conmeo99', ['password:conmeo99']],
  ['mk: hoaban2024', ['password:hoaban2024']],
  ['mk la anhyeuemnhieu', ['password:anhyeuemnhieu']],
  ['pass Abc@12345', ['password:Abc@12345']],
  ['password = Qwerty!9, giúp em', ['password:Qwerty!9']],
  ['Tài khoản 0912345678 mật khẩu 123456', ['phone:0912345678', 'password:123456']],
  ['mật khẩu là 12 34 56', ['password:12 34 56']],
  ['mật khẩu mới là "Thon@Dong1"', ['password:Thon@Dong1']],
  // Cards
  ['thẻ 9704366614626076016', ['card:9704366614626076016']],
  ['số thẻ 4111 1111 1111 1111', ['card:4111 1111 1111 1111']],
  ['4111-1111-1111-1111 hết hạn 12/28', ['card:4111-1111-1111-1111', 'card:12/28']],
  ['visa 4111111111111111 nhé', ['card:4111111111111111']],
  ['amex 3782 822463 10005', ['card:3782 822463 10005']],
  ['412 4111 1111 1111 1111', ['card:4111 1111 1111 1111']],
  ['4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1', ['card:4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1']],
  ['số cvv là 123', ['card:123']],
  ['CVC2: 4821 nhé', ['card:4821']],
  // Letters for the digits that they look like, and unusual separators
  ['O912 345 678', ['phone:O912 345 678']],
  ['09l2345678', ['phone:09l2345678']],
  ['cccd oo1o85o12345', ['national-id:oo1o85o12345']],
  ['0912‑345‑678', ['phone:0912‑345‑678']],
  ['0912·345·678', ['phone:0912·345·678']],
  // Citizen numbers
  ['cccd 001085012345', ['national-id:001085012345']],
  ['số căn cước của tôi: 001 085 012 345', ['national-id:001 085 012 345']],
  ['001.085.012.345', ['national-id:001.085.012.345']],
  ['0010 8501 2345', ['national-id:0010 8501 2345']],
  ['cccd001085012345', ['national-id:001085012345']],
  ['chứng minh thư cũ 111234567', ['national-id:111234567']],
  ['CMND số 111 234 567', ['national-id:111 234 567']],
  ['số định danh 101234567890', ['national-id:101234567890']],
  ['001 0 85 012345', ['national-id:001 0 85 012345']],
  // Tax codes and driving licences
  ['mã số thuế 8012345678 có đúng không', ['tax-code:8012345678']],
  ['mã số thuế 0101243150-001', ['tax-code:0101243150-001']],
  ['em hỏi mật khẩu cho mã số thuế 0108765432', ['tax-code:0108765432']],
  ['m.s.t 8 0 1 2 3 4 5 6 7 8', ['tax-code:8 0 1 2 3 4 5 6 7 8']],
  ['gplx 79 01 23 45 67 89', ['national-id:79 01 23 45 67 89']],
  // Phone numbers
  ['0912345678', ['phone:0912345678']],
  ['gọi tôi 0912 345 678 nhé', ['phone:0912 345 678']],
  ['0912.345.678', ['phone:0912.345.678']],
  ['0912–345–678', ['phone:0912–345–678']],
  ['0912_345_678', ['phone:0912_345_678']],
  ['0912   345   678', ['phone:0912   345   678']],
  ['0912345 678', ['phone:0912345 678']],
  ['0912.34.5678', ['phone:0912.34.5678']],
  ['căn cước: 001 0850 12345', ['national-id:001 0850 12345']],
  ['001 08501 2345', ['national-id:001 08501 2345']],
  ['091-234-5678', ['phone:091-234-5678']],
  ['+84912345678', ['phone:+84912345678']],
  ['+84 912 345 678', ['phone:+84 912 345 678']],
  ['(+84) 912345678', ['phone:(+84) 912345678']],
  ['84912345678', ['phone:84912345678']],
  ['0084 912345678', ['phone:0084 912345678']],
  ['09 12 34 56 78', ['phone:09 12 34 56 78']],
  ['0 9 1 2 3 4 5 6 7 8', ['phone:0 9 1 2 3 4 5 6 7 8']],
  ['máy bàn 024 3384 7123', ['phone:024 3384 7123']],
  ['(024) 33847123', ['phone:(024) 33847123']],
  ['sđt 912345678', ['phone:912345678']],
  ['zalo.me/0912345678', ['phone:0912345678']],
  ['0912345678/0387654321', ['phone:0912345678', 'phone:0387654321']],
  ['15.06.2024 0912345678', ['phone:0912345678']],
  ['0912\u200b345\u00a0678', ['phone:0912\u200b345\u00a0678']],
  ['tôi là An, 0912345678, cccd 001085012345', ['phone:0912345678', 'national-id:001085012345']],
];

const harmless: string[] = [
  '#Quên mật khẩu',
  '',
  'Cho tôi hỏi thủ tục đăng ký khai sinh cho con cần giấy tờ gì ạ?',
  'yêu cầu 412 đến đâu rồi',
  '#Nhận việc 412',
  'Mã HS: H26.18-260922-0007',
  'hồ sơ 000.00.00.H26-260922-0007 nộp ngày 22/09/2026',
  'H26.06-030922-0007 chưa nhận được mã otp',
  'không nhận được mã OTP, tôi sinh năm 1985',
  'tôi nộp hồ sơ 123456 mà không thấy mã xác nhận',
  'mã otp gửi lúc 15:30 ngày 12/06/2024',
  'chờ otp 1500 giây',
  'mã OTP không về, thu phí 50000 đồng',
  'otp tốn 50.000đ',
  'phí 350.000.000 đồng',
  'đất giá 84.912.345.678 đồng',
  'nộp phạt 1.500.000',
  'ngày 03.12.2024 15 giờ',
  'năm 2024 và 2025',
  'gọi 1900 1009 hay 18001166 hay 113',
  'tổng đài 1022 báo mã xác thực',
  'nghị định 123/2021 về mã xác thực',
  'quên mật khẩu VNeID',
  'mật khẩu là gì',
  'mat khau phai co bao nhieu ky tu',
  'mật khẩu là 8 ký tự',
  'mật khẩu mức 2 là sao ạ',
  'đổi mật khẩu: https://vneid.gov.vn/doi-mat-khau',
  'quên mật khẩu mã hồ sơ là H26.18-260922-0007',
  'mk hỏi mã hồ sơ là H26.18-2609',
  'mk là dân xã Hương Sơn, 45 tuổi',
  'pin điện thoại 5000 mAh',
  'hết pin từ 2023',
  '1234 5678 9012 3456',
  'cần 2 ảnh 3x4, 1 bản sao',
  'thửa 215 tờ bản đồ 12, 360 m2',
  'https://dichvucong.example.vn/thu-tuc/1.001193',
  'sáng 8-11, chiều 13-17',
  'mã xác nhận không về, gọi 1022',
  'mã OTP không về thì gọi 18001166',
  '10.000.000 với 20.000.000',
];

describe('detectSecrets', () => {
  test.each([...secrets, ...moreSecrets, ...plainSecrets])('finds the secrets of %j', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test.each([...harmless, ...moreHarmless, ...plainHarmless])('finds nothing in %j', (text) => {
    expect(found(text)).toEqual([]);
  });

  test.each([
    ['digits', '1'],
    ['single digits', '1 '],
    ['names of codes', 'otp '],
    ['codes after codes', 'otp 123456 '],
    ['phones', '0912345678 '],
    ['names of passwords', 'mk: '],
    ['passwords', 'mật khẩu là Abc@123 '],
    ['separators', '1 .-'],
  ])('terminates on 100,000 characters of %s, with spans inside the text', (_, unit) => {
    const text = `${unit.repeat(Math.ceil(100_000 / unit.length))} 1 mk`;
    const ends = detectSecrets(text).map(({ end }) => end);
    expect(ends.every((end) => end <= text.length)).toBe(true);
  });
});
