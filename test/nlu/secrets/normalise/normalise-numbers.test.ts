import { originOf } from '../../../../src/nlu/secrets/normalise/edits.ts';
import { normaliseNumbers } from '../../../../src/nlu/secrets/normalise/normalise-numbers.ts';
import { withPlainDigits } from '../../../../src/nlu/secrets/plain-digits.ts';

describe('numbers and names of secrets are written in one form', () => {
  test.each([
    ['0tp 4829', 'otp 4829'],
    ['ô tê pê: 4829', 'otp: 4829'],
    ['m.k: Lan1978', 'mk: Lan1978'],
    ['O9l2 345 678', '0912345678'],
    ['O 9 1 2 3 4 5 6 7 8', '0912345678'],
    ['không chín một hai ba bốn năm sáu bảy tám', '0912345678'],
    ['không chín mười hai, ba trăm bốn lăm, sáu bảy tám', '0912345678'],
    ['0912 ba bốn năm sáu bảy tám', '0912345678'],
    ['bốn 8 hai 9 một 3', '482913'],
    ['gọi 0912*345*678', 'gọi 0912345678'],
    ['0912\n345\n678', '0912345678'],
    ['0912 => 345 => 678', '0912345678'],
    ['+84 (0)912-345-678', '0912345678'],
    ['đầu 0975, giữa 214, đuôi 669', 'đầu 0975214669'],
    ['9704 / 3612 / 3456 / 7890', '9704361234567890'],
    ['otp 4|8|2|9|1|3', 'otp 4 8 2 9 1 3'],
    ['otp\n48\n29\n13', 'otp\n48 29 13'],
    ['mã 4 8 2 rồi 9 1 3', 'mã 4 8 2 9 1 3'],
    ['mã 193 với 664', 'mã 193 664'],
    ['số thẻ 042 gạch 048 gạch 000 gạch 591', 'số thẻ 042048000591'],
    ['không chín một chấm hai ba bốn chấm năm sáu bảy tám', '0912345678'],
    ['mã bốn chín~hai không~bảy một', 'mã bốn chín hai không bảy một'],
    ['mã là số một, số chín, số bốn, số sáu', 'mã là số một chín bốn sáu'],
    ['mã ba lần số bốn rồi một hai năm', 'mã bốn bốn bốn một hai năm'],
    ['zero nine four five, double two, one eight, six three', '0945221863'],
    ['0-3-3-9 gạch 5-2-0 gạch 1-8-7', '0339520187'],
    ['otp (2)(9)(4)(4)(0)(8)', 'otp (2 9 4 4 0 8)'],
    ['hộ chiếu C7I84O29', 'hộ chiếu C7184029'],
    ['o Sáu 0905 118 442', 'o Sáu 0905118442'],
    ['mxt 482913', 'ma xac thuc 482913'],
  ])('%j becomes %j', (text, normal) => {
    expect(normaliseNumbers(text).text).toBe(normal);
  });

  test.each([
    'sáng 7:30 - 11:30, chiều 13:30 - 17:00',
    'ngày 09/12/2024 15:30:00',
    '01 01 1990 12 người',
    'năm 2021, 2022, 2023, 2024',
    'giá 84.912.345.678 đồng',
    'tổ 1, 2, 3, 4, 5 họp',
    'hồ sơ H26.06-030922-0007',
    'thửa 45, 46, 47',
    'có hai ba bốn năm con',
    'điểm 8,5; 7,25; 9,0; 6,75',
    'ngày 12 rồi 13 rồi 14 xã nhận đơn không',
    'gọi 0912345678 với 0987654321',
    'mã 482913 rồi 482931',
    'đọc trang 12 rồi 15 rồi 30',
    'từ 15 tới 20 rồi 25 nhận tin nhắn',
    'gửi 5 triệu rồi 3 triệu rồi 2 triệu',
    'đề hai tám với ba chín',
  ])('%j stays', (text) => {
    expect(normaliseNumbers(text).text).toBe(text);
  });
});

test.each([
  ['otp ④⑧②⑨①③', 'otp 482913'],
  ['٠٩١٢٣٤٥٦٧٨', '0912345678'],
  ['०९१२३४५६७८', '0912345678'],
  ['〇九一二三四五六七八', '0912345678'],
  ['100 m²', '100 m²'],
  ['① nộp đơn ② nộp ảnh', '① nộp đơn ② nộp ảnh'],
])('the digits of %j read %j', (text, plain) => {
  expect(withPlainDigits(text)).toBe(plain);
});

test('a span of the normal form is found in what the resident wrote', () => {
  const text = 'gọi không chín một hai 345 678 nhé';
  const normal = normaliseNumbers(text);
  const start = normal.text.indexOf('0912');
  const { start: from, end: to } = originOf(normal, { start, end: start + '0912345678'.length });
  expect(text.slice(from, to)).toBe('không chín một hai 345 678');
});
