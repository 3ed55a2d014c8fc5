import { parseDone } from '../../../../src/nlu/phrases/answers/done.ts';
import { foldText } from '../../../../src/nlu/text/fold-text.ts';

describe('whether a ticket is done, in words', () => {
  it.each([
    'rồi',
    'dạ rồi',
    'xong rồi cháu',
    'duoc roi',
    'ok xong',
    'Xong hết rồi, cảm ơn cháu nhiều',
    'bác làm xong rồi',
  ])('%j: done', (text) => expect(parseDone(foldText(text))).toBe('done'));

  it.each([
    'chưa',
    'Chưa ạ',
    'chưa được cháu ơi',
    'Chưa xong đâu cháu ơi, ông chưa ra xã',
    'chưa được, viện không nhận',
    'chua xong dau',
    'vẫn chưa',
    'chưa chú ơi, mai tôi mới đi',
    'dạ vẫn chưa thấy ai gọi',
    'not yet',
  ])('%j: not done', (text) => expect(parseDone(foldText(text))).toBe('not-done'));

  it.each([
    'thôi, không cần',
    'không',
    'có',
    'xong chưa',
    'rồi sao nữa',
    'chưa biết nộp ở đâu',
    'chưa được thì làm sao',
    'chưa xong thì có sao không',
    'ok',
    '',
  ])('%j: neither', (text) => expect(parseDone(foldText(text))).toBeUndefined());
});
