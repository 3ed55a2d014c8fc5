import { claimsFree, claimsInText, saysFree } from '../../../../src/content/checks/claims/claims-in-text.ts';

describe('the claims of a text', () => {
  it.each<[string, string[]]>([
    ['Trả trong 3 ngày làm việc.', ['3 ngày']],
    ['Không quá ba mươi ngày.', ['30 ngày']],
    ['Từ 6 đến dưới 14 tuổi', ['6', '14 tuổi', '6 tuổi']],
    ['Phí 1.366.200 đồng một năm', ['1366200 đồng']],
    ['2.000 đ một trang', ['2000 đồng']],
    ['Khoảng 5,8 triệu tài khoản', ['5,8 triệu']],
    ['gần 90 % đã xử lý', ['90 %']],
    ['trước 31/1/2027', ['31/1/2027']],
    ['gọi 024.1022, nhánh 7', ['024.1022', '7']],
    ['tổng đài 1900 1009', ['1900 1009']],
    ['Zalo 0768.221.221', ['0768.221.221']],
    ['Nghị quyết 77/2025/NQ-HĐND', ['77/2025']],
    ['VNeID mức 2 là đủ', []],
    ['một người trong hai người', []],
  ])('%s', (text, numbers) => {
    expect(claimsInText(text, ['mức 2']).numbers).toEqual(new Set(numbers));
  });

  it('ignores a harmless phrase only as a whole', () => {
    expect([...claimsInText('mức 20', ['mức 2']).numbers]).toEqual(['20']);
  });

  it.each<[string, string[]]>([
    ['Nộp ở dichvucong.gov.vn ạ.', ['dichvucong.gov.vn']],
    ['xem https://TTPVHCC.hanoi.gov.vn/a?b=1', ['ttpvhcc.hanoi.gov.vn']],
    ['ra xã. vn ạ', []],
  ])('addresses in %s', (text, hosts) => {
    expect([...claimsInText(text, []).hosts]).toEqual(hosts);
  });

  it.each([
    ['Làm miễn phí ạ.', true],
    ['không mất tiền đâu', true],
    ['Cán bộ không thu lệ phí', true],
    ['Phí hỏi tại quầy.', false],
  ])('free: %s', (text, free) => {
    expect(claimsFree(text)).toBe(free);
  });

  it.each([
    ['Lệ phí là 0 đồng.', true],
    ['Được thành phố trả 100 %.', true],
    ['Lệ phí 8.000 đồng.', false],
  ])('a fact that says something is free: %s', (statement, free) => {
    expect(saysFree(statement)).toBe(free);
  });
});
