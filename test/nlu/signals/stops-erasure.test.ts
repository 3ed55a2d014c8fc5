import { findErasureStop } from '../../../src/nlu/signals/stops-erasure.ts';

describe('a wish to stop an erasure that waits', () => {
  it.each([
    'thôi, đừng xoá',
    'thôi đừng xóa nữa',
    'không xoá nữa',
    'ko xoa nua nhe',
    'hủy yêu cầu xoá',
    'huy cai yeu cau xoa du lieu di',
    'dung xoa',
    'ok thôi khỏi xoá nha em',
    'khoan xoá đã, để bác hỏi con bác',
    'em chưa muốn xoá đâu',
    'tôi đổi ý rồi, giữ lại cho tôi',
    'bấm nhầm rồi cháu ơi',
    'giữ nguyên như cũ nhé',
    "please don't delete my data",
    'cancel the deletion',
  ])('is named in: %s', (text) => {
    expect(findErasureStop(text)).toBe('named');
  });

  it.each(['thôi', 'thôi không', 'huỷ', 'dừng lại', 'huỷ yêu cầu', 'stop'])(
    'is meant, right after our own words about it, by: %s',
    (text) => {
      expect(findErasureStop(text)).toBe('bare');
    },
  );

  it.each([
    'sao chưa xoá?',
    'đúng rồi, xoá đi',
    'Đúng. Xoá hết cho tôi',
    'không cho giữ nữa, xoá đi',
    'em không dùng nữa, xoá luôn đi',
    'xoá nhanh lên',
    'bao giờ xoá xong',
    'làm thẻ căn cước cần gì',
    'chào em',
  ])('is not in: %s', (text) => {
    expect(findErasureStop(text)).toBeUndefined();
  });
});
