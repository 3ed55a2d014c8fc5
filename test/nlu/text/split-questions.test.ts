import { correctedQuestion, splitQuestions } from '../../../src/nlu/text/split-questions.ts';

describe('splitQuestions', () => {
  it.each([
    ['quên mật khẩu etax thì sao', ['quên mật khẩu etax thì sao']],
    ['làm căn cước ở đâu? mất bao tiền?', ['làm căn cước ở đâu', 'mất bao tiền']],
    ['Chào cháu! Bác hỏi sổ đỏ', ['Chào cháu', 'Bác hỏi sổ đỏ']],
    ['cách nộp thuế đất với lại xem nợ ở đâu', ['cách nộp thuế đất', 'xem nợ ở đâu']],
    ['cho hoi 2 viec 1 la khai sinh 2 la nhap khau', ['khai sinh', 'nhap khau']],
    ['một là tách thửa hai là sang tên ba là đổi sổ', ['tách thửa', 'sang tên', 'đổi sổ']],
    ['vào dichvucong.gov.vn không được', ['vào dichvucong.gov.vn không được']],
    [
      'mất căn cước thì làm lại ở đâu với đổi bằng lái xe online đc ko',
      ['mất căn cước thì làm lại ở đâu', 'đổi bằng lái xe online đc ko'],
    ],
    ['lam o dau va can gi', ['lam o dau va can gi']],
    ['đăng ký với VNeID thế nào', ['đăng ký với VNeID thế nào']],
    ['một hai? ba bốn? năm sáu? bảy tám?', ['một hai? ba bốn? năm sáu? bảy tám?']],
    ['???', []],
  ])('splits %j', (text, parts) => {
    expect(splitQuestions(text)).toEqual(parts);
  });
});

describe('correctedQuestion', () => {
  it.each([
    ['không phải, ý tôi là thuế đất', 'thuế đất'],
    ['ko phai, hoi lam can cuoc', 'hoi lam can cuoc'],
    ['ý em là đổi số điện thoại', 'đổi số điện thoại'],
    ['à không ý bác hỏi tiền mai táng', 'tiền mai táng'],
    ['hỏi nhầm, cho hỏi tạm trú', 'cho hỏi tạm trú'],
  ])('finds the intended question in %j', (text, meant) => {
    expect(correctedQuestion(text)).toBe(meant);
  });

  it.each(['không phải', 'không phải nộp thuế thì có phải khai không', 'ý nghĩa của mức 2', ''])(
    'finds no correction in %j',
    (text) => {
      expect(correctedQuestion(text)).toBeUndefined();
    },
  );
});
