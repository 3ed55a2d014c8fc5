import { wantsErasure } from '../../../src/nlu/signals/erasure.ts';

describe('a wish to have data deleted', () => {
  it.each([
    'xoá hết dữ liệu của tôi đi',
    'xoa lich su chat cho em',
    'gỡ ảnh sổ đỏ tôi gửi nhầm vào đây',
    'xoá mấy tin em vừa nhắn nhé',
    'please delete my data',
  ])('is heard in: %s', (text) => {
    expect(wantsErasure(text)).toBe(true);
  });

  it.each([
    'của tôi',
    'dữ liệu của tôi',
    'xoá',
    'xoá đi em',
    'đừng xoá dữ liệu của tôi',
    'xoá app này đi',
    'xoá nợ xấu cho tôi',
    'xoá đăng ký thường trú',
    'xoá tài khoản Facebook của em',
    'huỷ hồ sơ tôi nộp nhầm trên cổng',
    'tin nhắn của tôi bị xoá mất rồi',
    'làm sao để xoá dữ liệu trên vneid',
  ])('is not made of: %s', (text) => {
    expect(wantsErasure(text)).toBe(false);
  });
});
