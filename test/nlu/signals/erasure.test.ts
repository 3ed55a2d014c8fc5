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
    'muốn xoá lịch sử chuyển khoản của tôi',
    'xoá đăng ký thường trú',
    'xoá tài khoản Facebook của em',
    'huỷ hồ sơ tôi nộp nhầm trên cổng',
    'tin nhắn của tôi bị xoá mất rồi',
    'làm sao để xoá dữ liệu trên vneid',
  ])('is not made of: %s', (text) => {
    expect(wantsErasure(text)).toBe(false);
  });

  it('is heard in other words when the classifier agrees', () => {
    const text = 'hôm qua tức quá em lỡ kể xấu sếp, xoá giùm em nha';
    expect(wantsErasure(text, { probability: () => 0.9 })).toBe(true);
    expect(wantsErasure(text, { probability: () => 0.01 })).toBe(false);
  });

  it.each(['xoá', 'ok xoá đi', 'xoá cái này', 'dữ liệu của tôi', 'đừng xoá tin của tôi'])(
    'is not made of "%s", whatever the classifier says',
    (text) => {
      expect(wantsErasure(text, { probability: () => 1 })).toBe(false);
    },
  );

  it('is not made of words that the classifier surely reads otherwise', () => {
    expect(wantsErasure('xoá hết dữ liệu của tôi đi', { probability: () => 0 })).toBe(false);
  });
});
