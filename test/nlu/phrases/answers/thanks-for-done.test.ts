import { thanksForDone } from '../../../../src/nlu/phrases/answers/thanks-for-done.ts';

describe('thanks for what works now', () => {
  it.each([
    'Cảm ơn các cháu tổ công nghệ hôm qua cài cho bà nhé, bà gọi hình được rồi',
    'cam on chau, bac lam xong roi',
    'ok cảm ơn nhiều nhé, vào được rồi',
    'dạ cảm ơn anh chị, chu đáo quá',
  ])('are recognised in: %s', (text) => {
    expect(thanksForDone(text)).toBe(true);
  });

  it.each([
    'cảm ơn, cho tôi hỏi làm căn cước ở đâu',
    'cam on, vao duoc roi nhung ma ko thay ho so',
    'cảm ơn cháu, gọi cho bà được rồi đấy giúp bà với',
    'cảm ơn nhé',
    'bà gọi hình được rồi',
    'cảm ơn, nộp xong rồi thì bao giờ có',
  ])('are not found in: %s', (text) => {
    expect(thanksForDone(text)).toBe(false);
  });
});
