import { asksSomething } from '../../../src/nlu/phrases/is-question.ts';

describe('the form of a question', () => {
  it.each([
    'wifi của thôn mật khẩu là gì',
    'mạng yếu quá?',
    'co mat tien khong a',
    'nộp ở đâu',
    'có kết quả chưa',
    'lam tren vneid dc k',
    'hai năm một lần hay một năm một lần',
    'ai lien he giang vien',
    'đăng ký được luôn hả cháu',
  ])('%j has it', (text) => expect(asksSomething(text)).toBe(true));

  it.each(['bác không có máy tính', 'vẫn chưa', 'dạ không', 'bác quên mật khẩu etax rồi', ''])(
    '%j does not have it',
    (text) => expect(asksSomething(text)).toBe(false),
  );
});
