import { detectSecrets } from '../../../src/nlu/secrets/detect-secrets.ts';

/** The parts of a text that are masked, in order. */
function found(text: string): string[] {
  return detectSecrets(text).map(({ start, end }) => text.slice(start, end));
}

describe('secrets told piece by piece', () => {
  test.each([
    // Codes by where their digits stand
    ['đầu là 27, giữa là 80, cuối là 41, đó là mã', ['27', '80, cuối là 41']],
    ['ba số đầu là 771 ba số sau là 208 nhập vào ô xác thực', ['771', '208']],
    ['otp hai số đầu chín chín hai số cuối không tư', ['chín chín', 'không tư']],
    ['no gui ve\n370\n915\nnhap le len', ['370\n915']],
    ['48/29/13 là mã vừa về', ['48/29/13']],
    // Digits said with how often, and lucky pairs
    ['vneid hỏi mã thì bấm sáu số tám', ['sáu số tám']],
    ['mã pin em đặt 6 con 8 đó', ['6 con 8']],
    ['vneid hỏi mã, ông đặt lộc phát lộc phát lộc phát', ['lộc phát lộc phát lộc phát']],
    ['sđt không tám sáu sáu chín hai tứ quý ba', ['không tám sáu sáu chín hai tứ quý ba']],
    // Described, then said
    ['mã pin là số nhà ghép với tuổi, tức là 4787', ['4787']],
    ['nó hỏi mã PIN, tôi nhập năm sinh 1961', ['1961']],
    ['passcode đặt theo ngày cưới 121105', ['121105']],
    ['mở khoá máy thì 147963', ['147963']],
    // Numbers of a paper that the text names elsewhere
    ['mua bhyt cho 4 người, người thứ 3 là 79 1455 8032', ['79 1455 8032']],
    [
      'căn cước không ba tám là mã tỉnh, sau đó là một sáu bảy không một không tám tám hai',
      ['một sáu bảy không một không tám tám hai'],
    ],
    [
      'mã số thuế đọc là tám mươi ba không năm mươi bảy hai mươi mốt sáu tám chín mười số',
      ['tám mươi ba không năm mươi bảy hai mươi mốt sáu tám chín'],
    ],
    ['054092003318|221304597|Tran Van A|', ['054092003318', '221304597']],
    ['số tk 711A 1948 2037', ['711A 1948 2037']],
    ['tk timo e 0902xinhgai nha', ['0902xinhgai']],
    ['ma xac thuc cua ong/ba la a7k2qd.', ['a7k2qd']],
    ['X7K2QD là mã gì vậy', ['X7K2QD']],
  ])('masks %j', (text, parts) => {
    expect(found(text)).toEqual(parts);
  });

  test.each([
    [
      'mật khẩu là chữ tê hát u viết thường rồi năm sáu bảy tám',
      'chữ tê hát u viết thường rồi năm sáu bảy tám',
    ],
    [
      'Mật khẩu tôi đọc: viết hoa chữ T, rồi u, a, n, a còng, một chín',
      'viết hoa chữ T, rồi u, a, n, a còng, một chín',
    ],
    ['đây là mật khẩu: chữ sao vàng đất việt không dấu', 'sao vàng đất việt'],
    ['đặt cho tôi hoa hồng đỏ viết liền, đó là mật khẩu', 'hoa hồng đỏ'],
    ['mật khẩu viết liền không dấu bảo ngọc hai không mười tám nhé', 'bảo ngọc hai không mười tám'],
    ['ghi trong sổ "nho anh nhieu 88", chắc là mật khẩu', 'nho anh nhieu 88'],
    ['mk wf là thon7doanket', 'thon7doanket'],
    ['mk thon5 doanket nha', 'thon5 doanket'],
    ['MK Vn@2024.kp3', 'Vn@2024.kp3'],
    ['mã pin token thuế: Ngan.2209', 'Ngan.2209'],
    ['VCB app: Thang8Muaroi', 'Thang8Muaroi'],
  ])('masks the whole password in %j', (text, password) => {
    const [first, ...rest] = detectSecrets(text);
    expect(text.slice(first?.start, rest.at(-1)?.end ?? first?.end)).toBe(password);
  });
});

describe('texts about digits and passwords without a secret', () => {
  test.each([
    'mật khẩu phải viết hoa chữ đầu, có số và ký tự @ # đúng không',
    'mật khẩu yêu cầu viết liền không dấu có số là sao',
    'nó báo "mật khẩu tối thiểu 8 ký tự" là gì',
    'bấm quên mật khẩu rồi chọn "gửi lại sau 60s" không thấy gì',
    'quên mật khẩu, tên đăng nhập: hoanguyen88 lấy lại sao',
    'pass lại cái xe vision 2019 giá 22tr',
    'mk ở thôn 3, mk muốn hỏi: giá đất 2025',
    'máy bàn xã 0235 3 862 114 gọi hoài không ai bắt',
    'gọi 0237.3871.113 thì báo bận',
    'sinh năm một chín năm tám năm nay sáu bảy tuổi',
    'phân npk 16-16-8 hay 20-20-15',
    'giảm dần 70 60 50 đúng không',
    'thôn hai, thôn ba, thôn bốn, thôn năm mất điện',
    'mã thủ tục 1.004873 cần giấy gì',
    'mã lớp trên teams là x7k2p9q',
    '3 số đầu cccd 038 là mã tỉnh phải không',
    'đầu năm đóng 50, giữa năm 30, cuối năm 20, mã số thuế nộp ở đâu',
    'không có, không thấy, không nghe, không biết, không ai nói gì',
  ])('masks nothing in %j', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('takes nine dictated digits for a phone without its zero', () => {
    const [secret] = detectSecrets('ghi số con gái tôi: chín không hai, bảy bảy một, bốn sáu năm, đi làm xa');
    expect(secret?.kind).toBe('phone');
  });

  it('masks the landline of a home', () => {
    expect(found('gọi máy bàn nhà em 0235 3 862 114 nhé')).toEqual(['0235 3 862 114']);
  });
});
