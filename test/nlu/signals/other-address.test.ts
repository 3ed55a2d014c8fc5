import { namesOtherAddress } from '../../../src/nlu/signals/other-address.ts';

describe('a web address that is not one of the state', () => {
  it.each([
    'truy cập dichvucong-hn.vip đóng 120.000đ',
    'vao https://vneid-capnhat.com/nop di',
    'link gov.vn.nhanqua.top',
    'trang dichvucong.com.vn',
  ])('is found in: %s', (text) => {
    expect(namesOtherAddress(text)).toBe(true);
  });

  it.each([
    'nộp trên dichvucong.gov.vn',
    'vao https://dichvucong.gov.vn/p/home roi',
    'lệ phí 120.000đ thôi',
    'thư gửi tới hoa@example.com',
    'xong rồi.vậy thôi',
  ])('is not found in: %s', (text) => {
    expect(namesOtherAddress(text)).toBe(false);
  });
});
