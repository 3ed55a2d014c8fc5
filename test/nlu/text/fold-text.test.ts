import { foldText } from '../../../src/nlu/text/fold-text.ts';

describe('foldText', () => {
  test.each([
    ['#Nhận việc 412', 'nhan viec 412'],
    ['Nhận việc 412', 'nhan viec 412'],
    ['  ĐĂNG KÝ   chữ‑ký số!!! ', 'dang ky chu ky so'],
    ['Xin hỏi,thủ tục', 'xin hoi thu tuc'],
    ['dịch vụ công'.normalize('NFD'), 'dich vu cong'],
    ['hoà thuý', 'hoa thuy'],
    ['hòa thúy', 'hoa thuy'],
    ['a\u200bb\u00adc\ufeff', 'abc'],
    ['👍🏽 được ❤️', 'duoc'],
    ['ｅＴａｘ 𝐌𝐨𝐛𝐢𝐥𝐞', 'etax mobile'],
    ['ОТР', 'otp'],
    ['…👋', ''],
    ['', ''],
  ])('folds %j to %j', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  test('stops at the given length', () => {
    expect(foldText('một hai ba', 7)).toBe('mot hai');
  });

  test('leaves folded text unchanged', () => {
    const once = foldText('Bác Năm – số 12/3, thôn Đoài…');
    expect(foldText(once)).toBe(once);
  });
});
